import type {
  ChaosCandidate,
  ChaosChosen,
  ChaosHypothesis,
  ChaosSli,
} from '../../src/contract/chaos-hypothesis.ts'
import { chaosLeaning, isDefended } from '../../src/domain/chaos-hypothesis.ts'
import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { chaosRule, describeChaos, describeNothingChosen } from '../../src/domain/describe-chaos.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { CONSISTENT_PERIODS } from '../../src/domain/kept-overview.ts'
import type { Period } from '../../src/domain/period.ts'
import { listedSeries, placeOf, type ListedSeries } from '../budgets/listed-series.ts'
import { subjectOf } from '../budgets/subject.ts'
import { foundSeries, type CatalogIndex } from '../catalog-index.ts'
import type { ApiContext, Route } from '../context.ts'
import { adherenceEntries, type AdherenceEntry } from '../indicators/adherence-table.ts'
import { chosenByFacets } from '../indicators/facets.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import type { Moment } from '../moment.ts'
import { periodOnWire } from '../wire.ts'
import { accountingYear, closedPeriods } from '../workflows/closed-periods.ts'
import { chaosSubject } from '../workflows/chaos-subject.ts'

const MOST_CANDIDATES = 8

/** W7: what is defended well enough to be put to the test, and what of it nobody can explain. */
export const readChaosHypothesis: Route<'readChaosHypothesis'> = async ({ query }, context) => {
  const { index, book, budgetIndexes } = context
  const moment = await context.moment()
  const periods = accountingYear(closedPeriods(moment))
  const last = periods.slice(-CONSISTENT_PERIODS)
  const isChosen = chosenByFacets(query, index)
  const listed = listedSeries(index, book.measurementsId)
  const inView = listed.filter((series) => isChosen(placeOf(series)))
  const over = await seriesOverPeriods({ budgetIndexes, index, moment }, periods, (series) =>
    isChosen(placeOf(series)),
  )
  const entries = adherenceEntries(over, periods, moment)
  const defended = bestDefended(entries)
  const series = subjectSeries(query.subject, defended[0], listed, index)
  const [candidates, chosen] = await Promise.all([
    candidatesOf(defended.slice(0, MOST_CANDIDATES), last, context, moment),
    series === null ? null : chaosSubject(series, last, { ...context, moment }),
  ])
  const onWire = (period: Period) => periodOnWire(period, moment.nowHour)
  return {
    choices: choicesOf(query.team, index),
    periods: periods.map(onWire),
    lastPeriods: last.map(onWire),
    slis: slisOf(inView, defended),
    withoutSlo: servicesWithoutSlo(query, inView, index),
    seriesCount: inView.length,
    defendedCount: defended.length,
    candidates,
    chosen,
    outcome: outcomeOf(chosen, { seriesCount: inView.length, periodCount: periods.length }),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

const cellsOf = ({ cells }: AdherenceEntry) => cells.map((cell) => cell.adherence)

function leastLeft({ cells }: AdherenceEntry): number | null {
  const left = cells.slice(-CONSISTENT_PERIODS).flatMap(({ remaining }) => remaining ?? [])
  return left.length === 0 ? null : Math.min(...left)
}

/** Fewest broken of all, then most left in the last ones. */
function bestDefended(entries: readonly AdherenceEntry[]): readonly AdherenceEntry[] {
  return entries
    .filter((entry) => isDefended(cellsOf(entry)) === true)
    .toSorted(
      (a, b) =>
        a.summary.brokenCount - b.summary.brokenCount ||
        compareAbsentLast(leastLeft(a), leastLeft(b), 'descending') ||
        compareAbsentLast(a.over.series.id, b.over.series.id),
    )
}

function subjectSeries(
  asked: string | undefined,
  best: AdherenceEntry | undefined,
  listed: readonly ListedSeries[],
  index: CatalogIndex,
): ListedSeries | null {
  if (asked === undefined) return best?.over.series ?? null
  const [slo = '', deployment = ''] = asked.split('@')
  foundSeries(index, { slo, deployment })
  return listed.find(({ id }) => id === asked) ?? null
}

/** Speeds cost a look at every hour: only those that are shown have them. */
async function candidatesOf(
  entries: readonly AdherenceEntry[],
  last: readonly Period[],
  { book }: ApiContext,
  moment: Moment,
): Promise<ChaosCandidate[]> {
  const members = entries.map(({ over }) => over.series.member)
  const speeds = await Promise.all(last.map((period) => book.speeds(members, period, moment)))
  return entries.map((entry, row) => {
    const { series } = entry.over
    const highest = speeds.flatMap((ofPeriod) => ofPeriod[row]?.highest ?? [])
    const { fulfilledCount, brokenCount } = entry.summary
    return {
      ...subjectOf(series.member, series),
      fulfilledCount,
      verdictCount: fulfilledCount + brokenCount,
      leastLeft: leastLeft(entry),
      highestSpeed: highest.length === 0 ? null : Math.max(...highest),
    }
  })
}

/** Most SLOs first. */
function slisOf(inView: readonly ListedSeries[], defended: readonly AdherenceEntry[]): ChaosSli[] {
  return [...Map.groupBy(inView, ({ member }) => member.slo.sli)]
    .map(([slug, own]) => ({
      slug,
      name: own[0]?.sliName ?? slug,
      sloCount: new Set(own.map(({ member }) => member.slo.id)).size,
      serviceCount: new Set(own.map(({ member }) => member.slo.service)).size,
      seriesCount: own.length,
      defendedCount: defended.filter(({ over }) => over.series.member.slo.sli === slug).length,
      tightest: Math.max(...own.map(({ member }) => member.slo.target)),
    }))
    .toSorted((a, b) => b.sloCount - a.sloCount || compareAbsentLast(a.name, b.name))
}

type Asked = Readonly<{
  team?: string | undefined
  service?: string | undefined
  deployment?: string | undefined
}>

function servicesWithoutSlo(
  query: Asked,
  inView: readonly ListedSeries[],
  index: CatalogIndex,
): ChaosHypothesis['withoutSlo'] {
  const withSlo = new Set(inView.map(({ member }) => member.slo.service))
  const isChosen = chosenByFacets(query, index)
  return index.catalog.services
    .filter(
      ({ slug, team, deployments }) =>
        !withSlo.has(slug) &&
        deployments.some((deployment) => isChosen({ team, service: slug, sli: null, deployment })),
    )
    .map(({ slug, team }) => ({ service: slug, teamName: index.teams.get(team)?.name ?? team }))
    .toSorted((a, b) => compareAbsentLast(a.service, b.service))
}

/** Services of the team, where one is chosen. */
function choicesOf(team: string | undefined, { catalog }: CatalogIndex): ChaosHypothesis['choices'] {
  const teams = team?.split(',')
  const named = ({ slug, name }: Readonly<{ slug: string; name: string }>) => ({ slug, name })
  return {
    teams: catalog.teams.map(named),
    services: catalog.services.filter((one) => teams?.includes(one.team) ?? true).map(named),
    deployments: catalog.deployments.map(named),
  }
}

type InView = Readonly<{ seriesCount: number; periodCount: number }>

function outcomeOf(chosen: ChaosChosen | null, inView: InView): ChaosHypothesis['outcome'] {
  if (chosen === null) return { leansTo: null, says: describeNothingChosen(inView), rule: chaosRule }
  const leansTo = chaosLeaning(chosen.isDefended, chosen.blipCount)
  const name = `${chosen.service} ${endpointWords(chosen.endpoint)} ${chosen.sliName.toLowerCase()} in ${chosen.deployment}`
  const says = describeChaos({
    leansTo,
    name,
    episodeCount: chosen.episodes.length,
    blipCount: chosen.blipCount,
    weekCount: chosen.weeks.length,
    brokenWeekCount: chosen.weeks.filter(({ adherence }) => adherence === 'broken').length,
  })
  return { leansTo, says, rule: chaosRule }
}
