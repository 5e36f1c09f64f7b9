import type { Hour } from '../../domain/hours.ts'
import { periodsBetween, type PeriodScheme } from '../../domain/period.ts'
import { isOfHours, windowRange, type WindowName } from '../../domain/time-window.ts'

export type Present = Readonly<{
  scheme: PeriodScheme
  nowHour: Hour
  dataFromHour: Hour
  restatementsFrom: string | null
  recordsFrom: string | null
}>

/** Of windows and scales: what an indicator can be cut by. */
export type Takes = 'periods' | 'hours'

/** A window of which no period is held whole would be an empty table; the running period is never one of them. */
export function whyNoWindow(
  window: WindowName,
  { scheme, nowHour, dataFromHour }: Omit<Present, 'restatementsFrom' | 'recordsFrom'>,
  takes: Takes = 'periods',
): string | undefined {
  if (isOfHours(window)) return takes === 'hours' ? undefined : 'Shorter than a period'
  const { fromHour, toHour } = windowRange(window, scheme, nowHour)
  const isHeld = ({ startHour, endHour }: Readonly<{ startHour: Hour; endHour: Hour }>) =>
    startHour >= dataFromHour || endHour > nowHour
  return periodsBetween(scheme, fromHour, toHour).some(isHeld) ? undefined : 'No data reach back so far'
}
