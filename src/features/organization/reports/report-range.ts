import type { PeriodOnWire } from '../../../contract/catalog.ts'
import type { HomeRange } from '../home-range.ts'

/** A year of periods up to the one that is told of: enough for a trend. */
const SHOWN = 13

/** Null before there is a period. Told of is the one that was asked for, or the last that closed, or the open one. */
export function reportRange(periods: readonly PeriodOnWire[], wanted: string | null): HomeRange | null {
  const asOf =
    periods.find(({ id }) => id === wanted) ?? periods.findLast(({ isOpen }) => !isOpen) ?? periods.at(-1)
  if (asOf === undefined) return null
  const at = periods.indexOf(asOf)
  const shown = periods.slice(Math.max(0, at + 1 - SHOWN), at + 1)
  return {
    from: shown[0]?.start ?? asOf.start,
    to: asOf.end,
    shown,
    closed: shown.filter(({ isOpen }) => !isOpen),
    asOf,
    compare: periods[at - 1] ?? null,
  }
}
