import type { BudgetAtRisk, DowntimeStart } from '../../src/contract/planned-downtime.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import {
  depletionAt,
  downtimeCost,
  leastByStart,
  leftAfter,
  roomByStart,
  type DowntimeCost,
  type PlannedDowntime,
} from '../../src/domain/planned-downtime.ts'
import { reachesLimit } from '../../src/domain/premature-depletion.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import type { RecordedSeries } from '../budgets/series.ts'
import { clauseOnWire, type ReleaseStops } from '../policies/release-stops.ts'

/** An SLO of the service there, with its hours and what stops releases by its budget. */
export type SloThere = Readonly<{
  listed: ListedSeries
  series: RecordedSeries
  stop: ReturnType<ReleaseStops['firstOf']>
}>

type Costed = Readonly<{ there: SloThere; cost: DowntimeCost; room: readonly (number | null)[] }>

/** What the downtime would take of every budget, by when in the period it begins. */
export type PeriodCosts = Readonly<{
  fromHour: Hour
  costs: readonly Costed[]
  /** The least room, and the least that is left, of any budget. */
  room: readonly (number | null)[]
  left: readonly (number | null)[]
}>

export function periodCosts(
  all: readonly SloThere[],
  period: Period,
  nowHour: Hour,
  downtime: PlannedDowntime,
): PeriodCosts {
  const costs = all.map((there): Costed => {
    const cost = downtimeCost(there.series, period, nowHour, downtime)
    return { there, cost, room: roomByStart(cost, floorOf(there)) }
  })
  return {
    fromHour: Math.max(nowHour, period.startHour),
    costs,
    room: leastByStart(costs.map(({ room }) => room)),
    left: leastByStart(costs.map(({ cost }) => roomByStart(cost))),
  }
}

/** What a budget must keep for releases not to be stopped. */
function floorOf({ stop }: SloThere): number {
  return stop === null ? 0 : Math.max(0, 1 - stop.share)
}

/** The start with most room, the earliest of several. */
export function bestStart({ fromHour, room, left }: PeriodCosts): DowntimeStart {
  const best = room.reduce<number>((found, one, start) => {
    const most = room[found] ?? Number.NEGATIVE_INFINITY
    return one !== null && one > most ? start : found
  }, 0)
  const [most, kept] = [room[best] ?? null, left[best] ?? null]
  return most === null || kept === null
    ? null
    : { at: isoFromHour(fromHour + best), left: kept, bears: most > 0 }
}

/** The least room first; without a budget last. */
export function budgetsAtRisk({ costs }: PeriodCosts, start: number): readonly BudgetAtRisk[] {
  return costs
    .toSorted((a, b) => (a.room[start] ?? Infinity) - (b.room[start] ?? Infinity))
    .map(({ there: { listed, stop }, cost }) => {
      const left = leftAfter(cost, start)
      return {
        ...subjectOf(listed.member, listed),
        remaining: cost.remaining,
        bad: cost.bad[start] ?? 0,
        grant: cost.grant,
        depletion: depletionAt(cost, start),
        left,
        stop: stop && {
          ...clauseOnWire(stop.known),
          share: stop.share,
          wouldBeMet: left !== null && reachesLimit(1 - left, stop),
        },
      }
    })
}
