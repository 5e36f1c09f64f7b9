import type { Hour } from '../../domain/hours.ts'
import { periodsBetween, type PeriodScheme } from '../../domain/period.ts'
import { windowRange, type WindowName } from '../../domain/time-window.ts'

export type Present = Readonly<{ scheme: PeriodScheme; nowHour: Hour; dataFromHour: Hour }>

/** A window of which no period is held whole would be an empty table; the running period is never one of them. */
export function whyNoWindow(
  window: WindowName,
  { scheme, nowHour, dataFromHour }: Present,
): string | undefined {
  const { fromHour, toHour } = windowRange(window, scheme, nowHour)
  const isHeld = ({ startHour, endHour }: Readonly<{ startHour: Hour; endHour: Hour }>) =>
    startHour >= dataFromHour || endHour > nowHour
  return periodsBetween(scheme, fromHour, toHour).some(isHeld) ? undefined : 'No data reach back so far'
}
