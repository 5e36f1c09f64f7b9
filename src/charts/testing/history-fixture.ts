import type { BudgetColumns, BudgetHistory } from '../../contract/budget-history.ts'
import type { PeriodBudgetOnWire } from '../../contract/budget.ts'
import { hourFromIso, isoFromHour } from '../../domain/hours.ts'

export const P11_START = hourFromIso('2026-10-05T00:00:00Z') ?? 0
export const P12_START = P11_START + 672
export const P12_END = P12_START + 672

/** Hour of P12 up to which there are data: 18 Nov, 03:00. */
export const DATA_UP_TO = P12_START + 16 * 24 + 3

export function columnsOf(startHour: number, remaining: readonly (number | null)[]): BudgetColumns {
  const rows = remaining
    .map((value, index) => ({ hour: startHour + index, value }))
    .filter((row): row is { hour: number; value: number } => row.value !== null)
  return {
    hour: rows.map(({ hour }) => isoFromHour(hour)),
    good: rows.map(() => 999),
    total: rows.map(() => 1000),
    remaining: rows.map(({ value }) => value),
    rawRemaining: rows.map(({ value }) => value - 0.1),
  }
}

type PeriodInput = Readonly<{
  name: string
  startHour: number
  isOpen?: boolean
  remaining: readonly (number | null)[]
  budget?: Partial<PeriodBudgetOnWire>
}>

/** Null in `remaining` is an hour that was not measured. */
export function periodOf({
  name,
  startHour,
  isOpen = false,
  remaining,
  budget = {},
}: PeriodInput): BudgetHistory['periods'][number] {
  const last = remaining.findLast((value) => value !== null) ?? 1
  return {
    columns: columnsOf(startHour, remaining),
    averageSpeed: null,
    highestSpeed: null,
    budget: {
      period: {
        id: `2026-${name}`,
        name,
        start: isoFromHour(startHour),
        end: isoFromHour(startHour + 672),
        isOpen,
      },
      state: isOpen ? 'healthy' : last < 0 ? 'broken' : 'fulfilled',
      grant: 1000,
      good: 0,
      bad: 0,
      total: 0,
      remaining: last,
      rawRemaining: last,
      isCorrected: false,
      exhaustedAt: null,
      timeToExhaustionHours: null,
      isPremature: false,
      elapsedHours: isOpen ? DATA_UP_TO - startHour : 672,
      missingHours: 0,
      coverage: 1,
      elapsedShare: isOpen ? (DATA_UP_TO - startHour) / 672 : 1,
      projectedExhaustionAt: null,
      ...budget,
    },
  }
}

export function historyOf(
  periods: BudgetHistory['periods'],
  change: Partial<BudgetHistory> = {},
): BudgetHistory {
  return {
    sloId: 'payment-gateway.availability.post-charge',
    sloSlug: 'post-charge',
    team: 'payments',
    teamName: 'Payments',
    service: 'payment-gateway',
    sli: 'availability',
    sliName: 'Availability',
    deployment: 'prod-eu',
    endpoint: { slug: 'post-charge', verb: 'POST', path: '/charge' },
    target: 0.999,
    thresholdMs: null,
    flavor: 'explicit',
    priority: 1,
    versions: [
      {
        version: 1,
        target: 0.999,
        effectiveFrom: isoFromHour(P11_START - 5000),
        author: 'M. Lind',
        reason: 'First agreed',
      },
    ],
    window: { from: isoFromHour(P11_START), to: isoFromHour(P12_END) },
    scale: 'hour',
    offeredScales: ['hour', 'day', 'week', 'period'],
    dataUpTo: isoFromHour(DATA_UP_TO),
    periods,
    sliding: null,
    projections: [],
    readBy: 'default-rules',
    readings: [],
    burning: null,
    episodes: [],
    breaches: [],
    corrections: [],
    enactments: [],
    releases: [],
    slaTarget: null,
    gaps: [],
    ...change,
  }
}

/** A straight fall over `hours` from 1 to `end`. */
export function falling(hours: number, end: number): readonly number[] {
  return Array.from({ length: hours }, (_, index) => 1 - ((1 - end) * (index + 1)) / hours)
}

/** A period that ended half a budget below zero. */
export const p11 = periodOf({
  name: 'P11',
  startHour: P11_START,
  remaining: falling(672, -0.5),
  budget: { exhaustedAt: isoFromHour(P11_START + 448) },
})
