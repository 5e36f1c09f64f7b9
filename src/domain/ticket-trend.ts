import { linearTrend, ticketGrowth } from './trend.ts'
import type { TrendDirection } from './trend.ts'

/** Tickets of one scale period. The open one is still filling up: its count would read as a drop. */
export type TicketCount = Readonly<{ periodId: string; count: number; isOpen: boolean }>

type TicketTransition = Readonly<{
  fromPeriodId: string
  toPeriodId: string
  delta: number
  /** Null from a period without tickets: nothing grows out of 0. */
  rate: number | null
  /** The first tickets after a period without any; marked in place of a rate. */
  isNew: boolean
  step: TicketStep
}>

type TicketStep = 'up' | 'down' | 'same'

export type TicketTrend = Readonly<{
  transitions: readonly TicketTransition[]
  /** Mean of the transitions that have a rate, 0.28 for 28 %; null where none has. */
  averageRate: number | null
  /** Tickets added per period, on average; null with fewer than two closed periods. */
  averageDelta: number | null
  /** Of a least-squares line through the closed periods; null with fewer than three of them. */
  direction: TrendDirection | null
  /** The closed period with the most tickets, of several the latest; null without a ticket. */
  peakPeriodId: string | null
}>

/**
 * Periods oldest first. The references define growth and delta and leave the direction open: it is that of the line which
 * recovery times use, so that "upward" means the same on both pages.
 */
export function ticketTrend(counts: readonly TicketCount[]): TicketTrend {
  const closed = counts.filter(({ isOpen }) => !isOpen)
  const { rates, averageRate, averageDelta } = ticketGrowth(closed.map(({ count }) => count))
  const transitions = rates.map((rate, i) => transition(closed[i], closed[i + 1], rate))
  const line = linearTrend(closed.map(({ count }, x) => ({ x, y: count })))
  return {
    transitions: transitions.filter((one) => one !== null),
    averageRate,
    averageDelta,
    direction: line?.direction ?? null,
    peakPeriodId: peak(closed),
  }
}

/**
 * Whether enacting a policy helped: of the closed periods in which one was, and that another followed, after how many fewer
 * tickets came. Never fewer, repeatedly: the policy comes too late.
 */
export function fellAfterEnactments(
  counts: readonly TicketCount[],
  enacted: readonly number[],
): Readonly<{ fell: number; of: number }> {
  const followed = counts.flatMap((before, at) => {
    const after = counts[at + 1]
    if (before.isOpen || after === undefined || after.isOpen || (enacted[at] ?? 0) === 0) return []
    return [after.count < before.count]
  })
  return { fell: followed.filter(Boolean).length, of: followed.length }
}

function transition(
  before: TicketCount | undefined,
  after: TicketCount | undefined,
  rate: number | null,
): TicketTransition | null {
  if (!before || !after) return null
  const delta = after.count - before.count
  return {
    fromPeriodId: before.periodId,
    toPeriodId: after.periodId,
    delta,
    rate,
    isNew: before.count === 0 && after.count > 0,
    step: delta === 0 ? 'same' : delta > 0 ? 'up' : 'down',
  }
}

function peak(closed: readonly TicketCount[]): string | null {
  const most = Math.max(0, ...closed.map(({ count }) => count))
  return most === 0 ? null : (closed.findLast(({ count }) => count === most)?.periodId ?? null)
}

export const growthComparisons = ['<', '<=', '>', '>='] as const
export type GrowthComparison = (typeof growthComparisons)[number]

/** "< 30 %" is `{ comparison: '<', rate: 0.3 }`. */
export type GrowthFilter = Readonly<{ comparison: GrowthComparison; rate: number }>

/** Means of quotients: 0.1 + 0.2 over 2 is a hair above 0.15, and would not be "<= 15 %". */
const FLOAT_NOISE = 1e-9

/** A service without a rate is neither below nor above any limit: no filter lets it through. */
export function passesGrowth(averageRate: number | null, { comparison, rate }: GrowthFilter): boolean {
  if (averageRate === null) return false
  const isEqual = Math.abs(averageRate - rate) < FLOAT_NOISE
  switch (comparison) {
    case '<':
      return averageRate < rate && !isEqual
    case '<=':
      return averageRate < rate || isEqual
    case '>':
      return averageRate > rate && !isEqual
    case '>=':
      return averageRate > rate || isEqual
  }
}
