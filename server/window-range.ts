import { hourFromIso, isoFromHour, type Hour } from '../src/domain/hours.ts'
import { windowRange, type HourRange, type WindowName } from '../src/domain/time-window.ts'
import type { Extent } from './moment.ts'
import { invalidParameter } from './problem.ts'

type RangeQuery = Readonly<{ from?: string | undefined; to?: string | undefined }>
type WindowQuery = RangeQuery & Readonly<{ window?: WindowName | undefined }>

/** A named window, or both ends of a range; `fallback` where neither is given. */
export function requestedWindow(query: WindowQuery, fallback: WindowName, moment: Extent): HourRange {
  const { window, from, to } = query
  if (from === undefined && to === undefined)
    return windowRange(window ?? fallback, moment.scheme, moment.nowHour)
  if (window !== undefined) {
    throw invalidParameter('window', window, {
      detail: 'A window is given twice',
      hint: 'Give either window, or from and to',
    })
  }
  if (from === undefined)
    throw invalidParameter('from', undefined, { detail: '"to" is given without "from"', hint: 'Give both' })
  if (to === undefined)
    throw invalidParameter('to', undefined, { detail: '"from" is given without "to"', hint: 'Give both' })
  return requestedRange(query, moment)
}

/**
 * From the beginning of the data where `from` is left out, to the end of the current period where `to` is. It may begin
 * before the data where a window by name ever did: a link has as dates, for good, what was chosen by name.
 */
export function requestedRange({ from, to }: RangeQuery, moment: Extent): HourRange {
  const first = moment.dataFromHour
  const earliest = windowRange('previous-year', moment.scheme, first).fromHour
  const last = moment.currentPeriod.endHour
  const fromHour = from === undefined ? first : wholeHour('from', from)
  const toHour = to === undefined ? last : wholeHour('to', to)
  const hint = `There are data from ${isoFromHour(first)}; the current period ends at ${isoFromHour(last)}`
  if (fromHour < earliest || fromHour >= last) throw outside('from', from, hint)
  if (toHour > last || toHour <= earliest) throw outside('to', to, hint)
  if (fromHour >= toHour) {
    throw invalidParameter('from', from, {
      detail: '"from" must lie before "to"',
      hint: `"to" is ${isoFromHour(toHour)}`,
    })
  }
  return { fromHour, toHour }
}

function outside(field: string, value: string | undefined, hint: string): Error {
  return invalidParameter(field, value, { detail: `"${field}" lies outside the data`, hint })
}

export function wholeHour(field: string, value: string): Hour {
  const hour = hourFromIso(value)
  if (hour !== null && Date.parse(value) === hour * 3_600_000) return hour
  throw invalidParameter(field, value, {
    detail: `"${field}" is not on the full hour`,
    ...(hour === null ? {} : { hint: `The hour it lies in begins at ${isoFromHour(hour)}` }),
  })
}
