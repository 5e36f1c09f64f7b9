import type { SpanScale, TableScale } from '../../src/contract/names.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { instantsOf } from '../../src/domain/instant.ts'
import type { Period } from '../../src/domain/period.ts'
import type { Span } from '../../src/domain/span.ts'
import { monthsWithData, periodsWithData, type Moment } from '../moment.ts'
import { isOfHours, windowNames, windowWords, type WindowName } from '../../src/domain/time-window.ts'
import { invalidParameter } from '../problem.ts'
import { requestedWindow } from '../window-range.ts'

type RangeQuery = Parameters<typeof requestedWindow>[0]
type WindowQuery = RangeQuery & Readonly<{ scale?: TableScale | undefined }>
type SpanQuery = RangeQuery & Readonly<{ scale?: SpanScale | undefined }>

/**
 * The columns of a table: whole periods, or whole calendar months, of which every hour is held and that share one with
 * the window. A month is a period of its own here: its grant comes from its own events.
 */
export function tablePeriods(query: WindowQuery, moment: Moment): readonly Period[] {
  const { window } = query
  if (window !== undefined && isOfHours(window)) throw shorterThanPeriods(window)
  const { fromHour, toHour } = requestedWindow(query, 'current-year', moment)
  const held = query.scale === 'month' ? monthsWithData(moment) : periodsWithData(moment)
  return held.filter(({ startHour, endHour }) => startHour < toHour && endHour > fromHour)
}

/** The scale of a table that can be cut by nothing: hours and days are one span, whatever was asked for besides. */
export function spanScale({ window, scale }: SpanQuery): SpanScale {
  if (window === undefined || !isOfHours(window)) return scale ?? 'period'
  if (scale === undefined || scale === 'window') return 'window'
  throw invalidParameter('scale', scale, {
    detail: `A ${scale} is longer than the window "${window}"`,
    allowed: ['window'],
    hint: 'Leave out scale, or give a longer window',
  })
}

/** As tablePeriods, or the hours of the window and no others as one span of their own. */
export function tableSpans(query: SpanQuery, fallback: WindowName, moment: Moment): readonly Period[] {
  const scale = spanScale(query)
  if (scale !== 'window') return tablePeriods({ ...query, window: windowOr(query, fallback), scale }, moment)
  const { fromHour, toHour } = requestedWindow(query, fallback, moment)
  const isNamed = query.from === undefined
  const days = `${isoFromHour(fromHour).slice(0, 10)} to ${isoFromHour(toHour - 1).slice(0, 10)}`
  const name = isNamed ? windowWords[query.window ?? fallback] : days
  return [{ id: isNamed ? (query.window ?? fallback) : 'range', name, startHour: fromHour, endHour: toHour }]
}

/** From the beginning of the first to the end of the last, as instants. */
export function instantsOfAll(periods: readonly Period[]): Span {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return { from: 0, to: 0 }
  return { from: instantsOf(first).from, to: instantsOf(last).to }
}

function windowOr({ window, from, to }: RangeQuery, fallback: WindowName): WindowName | undefined {
  return window ?? (from === undefined && to === undefined ? fallback : undefined)
}

function shorterThanPeriods(window: WindowName): Error {
  return invalidParameter('window', window, {
    detail: `"${window}" is shorter than the periods this table is cut by`,
    allowed: windowNames.filter((name) => !isOfHours(name)),
    hint: 'Hours and days stand in the history of each budget',
  })
}
