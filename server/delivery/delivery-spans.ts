import { isoFromHour } from '../../src/domain/hours.ts'
import { instantsOf } from '../../src/domain/instant.ts'
import type { Period } from '../../src/domain/period.ts'
import type { Span } from '../../src/domain/span.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import type { Moment } from '../moment.ts'

type WindowQuery = Parameters<typeof tablePeriods>[0]

/** Long enough for a dozen of failures, short enough to see what was changed. */
const OWN_WINDOW = 'last-3-periods'
/** A year of four-week periods. */
const MOST_HISTORY = 13

export type DeliverySpans = Readonly<{
  /** Oldest first; empty where nothing is held of the window. */
  window: readonly Period[]
  /** As many before it; null where not all of them are held. */
  before: readonly Period[] | null
  /** Those up to the end of the window. */
  history: readonly Period[]
}>

export function deliverySpans(query: WindowQuery, moment: Moment): DeliverySpans {
  const isRange = query.from !== undefined || query.to !== undefined
  const window = tablePeriods(isRange ? query : { ...query, window: query.window ?? OWN_WINDOW }, moment)
  const held = tablePeriods(
    {
      from: isoFromHour(moment.dataFromHour),
      to: isoFromHour(moment.currentPeriod.endHour),
      scale: query.scale,
    },
    moment,
  )
  const first = held.findIndex(({ id }) => id === window[0]?.id)
  if (first === -1) return { window: [], before: null, history: [] }
  const end = first + window.length
  return {
    window,
    before: first < window.length ? null : held.slice(first - window.length, first),
    history: held.slice(Math.max(0, end - MOST_HISTORY), end),
  }
}

/** Every period of which something is said, oldest first. */
export function everyPeriod({ window, before, history }: DeliverySpans): readonly Period[] {
  const all = new Map([...(before ?? []), ...history, ...window].map((period) => [period.id, period]))
  return [...all.values()].toSorted((a, b) => a.startHour - b.startHour)
}

/** From the beginning of the first to the end of the last. */
export function spanOf(periods: readonly Period[]): Span {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return { from: 0, to: 0 }
  return { from: instantsOf(first).from, to: instantsOf(last).to }
}
