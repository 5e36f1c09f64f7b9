import { hourFromIso, isoFromHour } from '../domain/hours.ts'
import type { WindowName } from '../domain/time-window.ts'
import { oneOf, type SearchParams } from './codec.ts'

/** A live window by its name, or two fixed instants: a frozen link shows the same hours for good. */
export type ViewRange = Readonly<{ window: WindowName }> | Readonly<{ from: string; to: string }>

/** A frozen table also names the hour up to which data count: an open period shows what was known of it then. */
export type TableRange = ViewRange | Readonly<{ from: string; to: string; at: string }>

export function parseTableRange(
  params: SearchParams,
  windows: readonly WindowName[],
  own: WindowName,
): TableRange {
  const range = parseRange(params, windows, own)
  const at = parseHour(params['at'])
  return 'from' in range && at !== null ? { ...range, at } : range
}

/** RFC 3339 on the full hour, or null. */
export function parseHour(text: string | undefined): string | null {
  const hour = hourFromIso(text ?? '')
  return hour === null ? null : isoFromHour(hour)
}

export function parseRange(params: SearchParams, windows: readonly WindowName[], own: WindowName): ViewRange {
  const fromHour = hourFromIso(params['from'] ?? '')
  const toHour = hourFromIso(params['to'] ?? '')
  if (fromHour !== null && toHour !== null && fromHour < toHour) {
    return { from: isoFromHour(fromHour), to: isoFromHour(toHour) }
  }
  return { window: oneOf(windows, params['window'], own) }
}

export function formatRange(range: TableRange, own: WindowName): SearchParams {
  if ('from' in range) return range
  return range.window === own ? {} : { window: range.window }
}
