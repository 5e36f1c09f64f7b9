import { hourFromIso, isoFromHour } from '../domain/hours.ts'
import type { WindowName } from '../domain/time-window.ts'
import { oneOf, type SearchParams } from './codec.ts'

/** A live window by its name, or two fixed instants: a frozen link shows the same hours for good. */
export type ViewRange = Readonly<{ window: WindowName }> | Readonly<{ from: string; to: string }>

export function parseRange(params: SearchParams, windows: readonly WindowName[], own: WindowName): ViewRange {
  const fromHour = hourFromIso(params['from'] ?? '')
  const toHour = hourFromIso(params['to'] ?? '')
  if (fromHour !== null && toHour !== null && fromHour < toHour) {
    return { from: isoFromHour(fromHour), to: isoFromHour(toHour) }
  }
  return { window: oneOf(windows, params['window'], own) }
}

export function formatRange(range: ViewRange, own: WindowName): SearchParams {
  if ('from' in range) return { from: range.from, to: range.to }
  return range.window === own ? {} : { window: range.window }
}
