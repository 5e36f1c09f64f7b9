import type { Scale } from './budget-series.ts'
import type { Hour } from './hours.ts'
import type { PeriodScheme } from './period.ts'

/** The windows offered everywhere. A custom range travels as two instants instead. */
export const windowNames = [
  'last-24-hours', 'last-7-days', 'current-period', 'previous-period', 'last-3-periods', 'current-year', 'previous-year',
] as const
export type WindowName = (typeof windowNames)[number]

export type HourRange = Readonly<{ fromHour: Hour; toHour: Hour }>

/**
 * Windows that name periods span them whole, their open part included. `current-year` is the accounting year:
 * from the first period whose id names the year to the end of the current period.
 */
export function windowRange(_window: WindowName, _scheme: PeriodScheme, _nowHour: Hour): HourRange {
  throw new Error('not written yet')
}

/** A scale that would give fewer than 2 or more than 2,000 points for the range is not offered. */
export function offeredScales(_range: HourRange, _scheme: PeriodScheme): readonly Scale[] {
  throw new Error('not written yet')
}
