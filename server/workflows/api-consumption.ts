import type { ApiConsumption, ConsumedSlo } from '../../src/contract/api-consumption.ts'
import type { Release } from '../../src/contract/catalog.ts'
import {
  consumptionSign,
  depletionTrend,
  episodesSummary,
  type EpisodesSummary,
} from '../../src/domain/api-consumption.ts'
import { depletionEpisodes } from '../../src/domain/episode.ts'
import type { Period } from '../../src/domain/period.ts'
import { episodeOnWire, RELEASE_LOOKBACK_HOURS } from '../budgets/history-marks.ts'
import { livesIn, loadSeries, type Member } from '../budgets/series.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { ApiContext } from '../context.ts'
import { adherenceEntries, type AdherenceEntry } from '../indicators/adherence-table.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { portsThen } from '../known-then.ts'
import type { Moment } from '../moment.ts'
import { slaAdherenceEntries } from '../slas/sla-adherence.ts'
import { selectedSlas } from '../slas/sla-page.ts'

type Source = Pick<ApiContext, 'deps' | 'index' | 'budgetIndexes' | 'slaBook'> & Readonly<{ moment: Moment }>
type Place = Readonly<{ service: string; deployment: string }>

/** The SLOs of the service as they stand in every deployment that has them. */
export async function adherenceOf(
  service: string,
  periods: readonly Period[],
  source: Source,
): Promise<readonly AdherenceEntry[]> {
  const over = await seriesOverPeriods(source, periods, ({ member }) => member.slo.service === service)
  return adherenceEntries(over, periods, source.moment)
}

/** Those that hold in the deployment, with what they were like there and elsewhere. */
export async function consumedSlos(
  entries: readonly AdherenceEntry[],
  { service, deployment }: Place,
  periods: readonly Period[],
  source: Source,
): Promise<ConsumedSlo[]> {
  const here = entries.filter(({ over }) => over.series.member.deployment === deployment)
  const releases = await releasesTo({ service, deployment }, periods, source)
  return Promise.all(
    here.map(async (entry) => {
      const { member } = entry.over.series
      const { slo } = member
      const others = entries.filter((one) => one !== entry && one.over.series.member.slo.id === slo.id)
      const judged = entry.cells
      return {
        ...subjectOf(member, entry.over.series),
        slaTarget: slo.slaTarget,
        agreedAt: slo.versions.at(-1)?.effectiveFrom ?? null,
        environments: [entry, ...others].map(({ over, cells, summary }) => ({
          deployment: over.series.member.deployment,
          cells: cells.map(cellOnWire),
          ...summary,
        })),
        sign: consumptionSign(judged),
        fulfilled: depletionTrend(judged, 'fulfilled'),
        broken: depletionTrend(judged, 'broken'),
        episodes: await episodesOf(member, periods, releases, source),
      }
    }),
  )
}

function cellOnWire({ adherence, remaining }: ConsumedSlo['environments'][number]['cells'][number]) {
  return { adherence, remaining }
}

async function episodesOf(
  member: Member,
  periods: readonly Period[],
  releases: readonly Release[],
  { deps, moment }: Source,
): Promise<EpisodesSummary> {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return episodesSummary([])
  const series = await loadSeries(portsThen(deps, moment.knownThen), member, first.startHour, last.endHour)
  return episodesSummary(
    periods
      .filter((period) => livesIn(series, period))
      .flatMap((period) =>
        depletionEpisodes(series, period, moment.nowHour).map((episode) => ({
          spanHours: episode.spanHours,
          isAfterRelease: episodeOnWire(episode, period, releases).releaseBefore !== null,
        })),
      ),
  )
}

async function releasesTo(
  { service, deployment }: Place,
  periods: readonly Period[],
  { deps }: Source,
): Promise<readonly Release[]> {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return []
  return deps.releases.list({
    services: [service],
    deployments: [deployment],
    fromHour: first.startHour - RELEASE_LOOKBACK_HOURS,
    toHour: last.endHour,
  })
}

/** What is promised to customers of the service, or rests on it. */
export async function consumedSlas(
  place: Place,
  periods: readonly Period[],
  source: Source,
): Promise<ApiConsumption['slas']> {
  const { rows } = await selectedSlas(place, periods, source)
  return slaAdherenceEntries(rows, periods, source.moment).map(({ wire }) => {
    const { type, id, name, sliName, target, contracts, cells } = wire
    const { fulfilledCount, brokenCount, fulfilmentRate, streak } = wire
    return {
      type,
      id,
      name,
      sliName,
      target,
      contracts: type === 'contractual' ? [] : contracts.map((contract) => contract.name),
      cells: cells.map(({ isSigned, ...cell }) => ({ ...cellOnWire(cell), isSigned })),
      fulfilledCount,
      brokenCount,
      fulfilmentRate,
      streak,
    }
  })
}
