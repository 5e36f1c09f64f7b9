import type { Hour } from './hours.ts'

/** How the organization cuts time into accounting periods; configured once. */
export type PeriodScheme =
  | Readonly<{ kind: 'four-weeks' | 'calendar-month' | 'calendar-quarter' }>
  | Readonly<{ kind: 'days'; days: number; anchorHour: Hour }>

/** Half-open: `startHour` belongs to the period, `endHour` to the next one. */
export type Period = Readonly<{
  /** Stays valid for good and sorts by time within one scheme: 2026-P12, 2026-11, 2026-Q4, 2026-11-02. */
  id: string
  /** The short name on screens: P12, Nov 2026, Q4 2026, 2 Nov 2026. */
  name: string
  startHour: Hour
  endHour: Hour
}>

/** Every hour lies in exactly one period. */
export function periodAt(_scheme: PeriodScheme, _hour: Hour): Period {
  throw new Error('not written yet')
}

/** The period an id names under this scheme, or null where it names none. */
export function periodById(_scheme: PeriodScheme, _id: string): Period | null {
  throw new Error('not written yet')
}

/** All periods that share at least one hour with [fromHour, toHour), oldest first. */
export function periodsBetween(_scheme: PeriodScheme, _fromHour: Hour, _toHour: Hour): readonly Period[] {
  throw new Error('not written yet')
}

/** The period `steps` before this one (1 is the previous). */
export function periodBefore(_scheme: PeriodScheme, _period: Period, _steps: number): Period {
  throw new Error('not written yet')
}
