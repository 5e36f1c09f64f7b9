import type { ChaosChosen, ChaosEpisode, ChaosWeek } from '../../src/contract/chaos-hypothesis.ts'
import type { Release } from '../../src/contract/catalog.ts'
import type { Incident } from '../../src/contract/records.ts'
import { adherence, type Adherence } from '../../src/domain/adherence.ts'
import { blips, isDefended, weekBudgets } from '../../src/domain/chaos-hypothesis.ts'
import { depletionEpisodes, depletionSpeeds, type Episode } from '../../src/domain/episode.ts'
import { HOURS_PER_WEEK, isoFromHour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { PeriodBudget } from '../../src/domain/period-budget.ts'
import { comparableRemaining } from '../../src/domain/silence.ts'
import { episodeOnWire, RELEASE_LOOKBACK_HOURS } from '../budgets/history-marks.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import { livesIn, loadSeries, type Member } from '../budgets/series.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ApiContext } from '../context.ts'
import { incidentEntries } from '../indicators/incident-table.ts'
import type { Moment } from '../moment.ts'

type Source = Pick<ApiContext, 'deps' | 'book' | 'index'> & Readonly<{ moment: Moment }>

/** Two periods of weeks: one that was bad by chance shows as what it is. */
const WEEKS = 8
const HOUR_MS = 3_600_000

/** All that is looked at of the SLO a hypothesis is about: its last periods, what depleted it in them, and its weeks. */
export async function chaosSubject(
  series: ListedSeries,
  last: readonly Period[],
  source: Source,
): Promise<ChaosChosen> {
  const { book, index, moment } = source
  const { member } = series
  const cells = await cellsOf(member, last, source)
  const [first] = last
  const current = moment.currentPeriod
  const fromHour = Math.min(first?.startHour ?? moment.nowHour, moment.nowHour - (WEEKS + 1) * HOURS_PER_WEEK)
  const { deps } = book.asKnown(member, last.at(-1) ?? current, moment)
  const recorded = await loadSeries(deps, member, fromHour, moment.nowHour)
  const found = last
    .filter((period) => livesIn(recorded, period))
    .flatMap((period) =>
      depletionEpisodes(recorded, period, moment.nowHour).map((episode) => ({ period, episode })),
    )
  const explained = await explainedEpisodes(found, member, last, source)
  const standingOut = new Set(blips(explained))
  const { average } = depletionSpeeds(explained)
  return {
    ...subjectOf(member, series),
    cells: [...cells],
    isDefended: isDefended(cells),
    episodes: explained
      .toSorted((a, b) => b.speed - a.speed)
      .map((seen) => ({ ...seen.onWire, isBlip: standingOut.has(seen) })),
    averageSpeed: average,
    blipCount: standingOut.size,
    weeks: weekBudgets(recorded, moment.nowHour, WEEKS).map(weekOnWire),
    environments: environmentsOf(member, index),
  }
}

async function cellsOf(
  member: Member,
  periods: readonly Period[],
  { book, moment }: Source,
): Promise<readonly Adherence[]> {
  const standings = await Promise.all(periods.map((period) => book.standings([member], period, moment)))
  return standings.map(([standing]) => adherence({ isOpen: false, state: standing?.budget.state ?? null }))
}

type Found = Readonly<{ period: Period; episode: Episode }>

/** With the incidents that overlap each and the release before it, as the page of the SLO has them. */
async function explainedEpisodes(
  found: readonly Found[],
  member: Member,
  last: readonly Period[],
  { deps, index, moment }: Source,
) {
  const [incidents, releases] = await Promise.all([
    incidentEntries(deps.records, last, index, moment),
    releasesBefore(member, last, deps),
  ])
  const own = incidents.map(({ record }) => record).filter((incident) => concerns(incident, member))
  return found.map(({ period, episode }) => {
    const { start, spanHours, depletion, speed, releaseBefore } = episodeOnWire(episode, period, releases)
    const overlapping = own.filter((incident) => overlaps(incident, episode, moment))
    const onWire: Omit<ChaosEpisode, 'isBlip'> = {
      periodName: period.name,
      start,
      spanHours,
      depletion,
      speed,
      incidents: overlapping.map(({ id, title, url }) => ({ id, title, url })),
      releaseBefore,
    }
    return { speed, isExplained: overlapping.length > 0 || releaseBefore !== null, onWire }
  })
}

async function releasesBefore(
  { slo, deployment }: Member,
  last: readonly Period[],
  { releases }: Source['deps'],
): Promise<readonly Release[]> {
  const [first] = last
  if (first === undefined) return []
  return releases.list({
    services: [slo.service],
    deployments: [deployment],
    fromHour: first.startHour - RELEASE_LOOKBACK_HOURS,
    toHour: last.at(-1)?.endHour ?? first.endHour,
  })
}

/** One that names no deployment concerns all of them. */
function concerns({ services, deployments }: Incident, { slo, deployment }: Member): boolean {
  return services.includes(slo.service) && (deployments.length === 0 || deployments.includes(deployment))
}

function overlaps(
  { startedAt, createdAt, resolvedAt }: Incident,
  { startHour, endHour }: Episode,
  { nowHour }: Moment,
): boolean {
  const from = Date.parse(startedAt ?? createdAt)
  const to = resolvedAt === null ? nowHour * HOUR_MS : Date.parse(resolvedAt)
  return from < endHour * HOUR_MS && to > startHour * HOUR_MS
}

function weekOnWire(budget: PeriodBudget): ChaosWeek {
  return {
    start: isoFromHour(budget.period.startHour),
    end: isoFromHour(budget.period.endHour),
    remaining: comparableRemaining(budget),
    adherence: adherence({ isOpen: false, state: budget.state }),
  }
}

/** Before production first: harm is cheaper there. */
function environmentsOf(
  { slo }: Member,
  { services, deployments }: CatalogIndex,
): ChaosChosen['environments'] {
  const places = (services.get(slo.service)?.deployments ?? slo.deployments).map((slug) => {
    const place = deployments.get(slug)
    return {
      slug,
      name: place?.name ?? slug,
      isProduction: place?.kind === 'production',
      isMeasured: slo.deployments.includes(slug),
    }
  })
  return [
    ...places.filter(({ isProduction }) => !isProduction),
    ...places.filter(({ isProduction }) => isProduction),
  ]
}
