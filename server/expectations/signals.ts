import { metricWords, overPeriods, type ExpectationMetric } from '../../src/domain/expectation-metric.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { isSeenOutsideFirst, recoveryMinutes } from '../../src/domain/incident.ts'
import { periodOfInstant } from '../../src/domain/instant.ts'
import { median } from '../../src/domain/median.ts'
import type { Period } from '../../src/domain/period.ts'
import { ticketCounts } from '../../src/domain/ticket-counts.ts'
import { placeOf } from '../budgets/listed-series.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import type { ApiContext } from '../context.ts'
import { deliveryEvents } from '../delivery/delivery-events.ts'
import { componentOver } from '../delivery/delivery-trends.ts'
import { chosenByFacets } from '../indicators/facets.ts'
import { incidentEntries, isCreatedIn, type IncidentEntry } from '../indicators/incident-table.ts'
import { keptTable } from '../indicators/kept-table.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { rotationEntries, teamsOnCall } from '../indicators/rotation-table.ts'
import { ticketsOf } from '../indicators/ticket-table.ts'
import { periodsWithData, type Moment } from '../moment.ts'

type Values = ReadonlyMap<string, number | null>

/** Those of which each period has a value of its own, all read at once. */
type DeliveryMetric = 'deployment-failure-rate' | 'deployment-recovery'
type PeriodMetric = Exclude<ExpectationMetric, 'median-recovery' | 'services-within-budget' | DeliveryMetric>

/** What the product measures, by closed period, with the functions of the indicators. */
export type Signals = Readonly<{
  /** Closed, oldest first. */
  periods: readonly Period[]
  /** Of some of the periods together; null where it is not known of each. */
  valueOf(metric: ExpectationMetric, periods: readonly Period[]): Promise<number | null>
}>

/** Each metric is read once, when it is first asked for. */
export async function readSignals(context: ApiContext): Promise<Signals> {
  const moment = await context.moment()
  const periods = periodsWithData(moment).filter((period) => !isOpenAt(period, moment.nowHour))
  const source: Source = { context, moment, periods }
  const incidents = once(() => productionIncidents(source))
  const delivered = once(() => deploymentFigures(source))
  const readers: Readonly<Record<PeriodMetric, () => Promise<Values>>> = {
    'not-detected-internally': once(async () =>
      countsByPeriod(
        source,
        (await incidents()).filter(({ incident }) => isSeenOutsideFirst(incident)),
      ),
    ),
    incidents: once(async () => countsByPeriod(source, await incidents())),
    'reliability-tickets': once(() => reliabilityTickets(source)),
    'teams-on-call': once(() => teamsWithRotation(source)),
    'slo-changes': once(async () => sloChanges(source)),
  }
  return {
    periods,
    async valueOf(metric, asked) {
      if (asked.length === 0) return null
      if (metric === 'median-recovery') {
        const created = (await incidents()).filter(isCreatedIn(asked))
        const minutes = created.map(({ incident }) => recoveryMinutes(incident))
        return median(minutes.filter((one) => one !== null))
      }
      if (metric === 'deployment-recovery') return (await delivered())[metric](asked).value
      if (metric === 'deployment-failure-rate') {
        return medianRate((await delivered())[metric], asked)
      }
      if (metric === 'services-within-budget') {
        const shares: (number | null)[] = []
        for (const period of asked) shares.push(await keptShare(source, period))
        return overPeriods(metricWords[metric].span, shares)
      }
      const values = await readers[metric]()
      return overPeriods(
        metricWords[metric].span,
        asked.map(({ id }) => values.get(id) ?? null),
      )
    },
  }
}

type Source = Readonly<{ context: ApiContext; moment: Moment; periods: readonly Period[] }>

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | null = null
  return () => (reading ??= read())
}

/** Those that GET /api/indicators/recovery-trend counts where nothing is chosen. */
async function productionIncidents({ context, moment, periods }: Source): Promise<readonly IncidentEntry[]> {
  const { deps, index } = context
  const all = await incidentEntries(deps.records, periods, index, moment)
  const isChosen = chosenByFacets({}, index)
  return all.filter((entry) => isCreatedIn(periods)(entry) && entry.places.some(isChosen))
}

function countsByPeriod({ periods }: Source, entries: readonly IncidentEntry[]): Values {
  const counts = new Map(periods.map(({ id }) => [id, 0]))
  for (const { incident } of entries) {
    const id = periodOfInstant(periods, incident.createdMs)?.id
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** As GET /api/delivery has them where nothing is chosen. */
async function deploymentFigures({ context, moment, periods }: Source) {
  const { deps, index } = context
  const { samples } = await deliveryEvents({ deps, index, moment }, periods, chosenByFacets({}, index))
  return {
    'deployment-failure-rate': componentOver('deployment-failure-rate', samples),
    'deployment-recovery': componentOver('deployment-recovery', samples),
  }
}

/** In percent: the middle of the periods' shares, so that one bad period does not speak for all. */
function medianRate(figureOver: ReturnType<typeof componentOver>, periods: readonly Period[]): number | null {
  const shares = periods.map((period) => figureOver([period]).value)
  const known = shares.filter((share) => share !== null)
  const middle = known.length < shares.length ? null : median(known)
  return middle === null ? null : middle * 100
}

/** In percent, so that people can enter the target as they say it. Period by period: each reads every series. */
function keptShare({ context, moment }: Source, period: Period): Promise<number | null> {
  const { index, tables } = context
  return tables.of(`expectations kept ${period.id}`, index, moment, async () => {
    const isChosen = chosenByFacets({}, index)
    const series = await seriesOverPeriods({ ...context, moment }, [period], (one) => isChosen(placeOf(one)))
    const share = keptTable(series, [period], index, moment).totals[0]?.share ?? null
    return share === null ? null : share * 100
  })
}

async function reliabilityTickets({ context, moment, periods }: Source): Promise<Values> {
  const { deps, index } = context
  const counts = ticketCounts(await ticketsOf(deps.records, periods, {}, index), periods, moment.nowHour)
  return new Map(periods.map(({ id }, at) => [id, counts[at]?.count ?? null]))
}

async function teamsWithRotation({ context, periods }: Source): Promise<Values> {
  const { deps, index } = context
  const values = await Promise.all(
    periods.map(async ({ id, endHour }): Promise<readonly [string, number]> => {
      const at = endHour - 1
      const all = await rotationEntries(deps.records, { fromHour: at, toHour: endHour }, at, index)
      const inForce = all.filter(({ isInForce }) => isInForce)
      const teams = teamsOnCall(index.catalog.teams, inForce, at)
      return [id, teams.filter(({ rotationCount }) => rotationCount > 0).length]
    }),
  )
  return new Map(values)
}

function sloChanges({ context, periods }: Source): Values {
  const changes = context.index.catalog.slos
    .filter(({ flavor }) => flavor === 'explicit')
    .flatMap(({ versions }) => versions.slice(1).map(({ effectiveFrom }) => effectiveFrom))
  return new Map(
    periods.map(({ id, startHour, endHour }) => {
      const [from, to] = [isoFromHour(startHour), isoFromHour(endHour)].map(Date.parse)
      const within = changes.map(Date.parse).filter((at) => at >= (from ?? 0) && at < (to ?? 0))
      return [id, within.length]
    }),
  )
}
