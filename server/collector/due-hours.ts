import type { Hour } from '../../src/domain/hours.ts'

/** fromHour <= hour < toHour */
export type HourSpan = Readonly<{ fromHour: Hour; toHour: Hour }>

export type Asked = Readonly<{
  /** What was already asked for and answered, whatever came; null before the first answer. */
  asked: HourSpan | null
  /** Hours within it of which nothing is held and that are recent enough to be looked at again. */
  missingHours: readonly Hour[]
}>

/** One question about a few hours too many is cheaper than two. */
const JOINED_WITHIN_HOURS = 6

/** The first hour that is not due yet: engines get the newest samples of an hour a little after its end. */
export function endOfDueHours(nowMs: number, lagMinutes: number): Hour {
  return Math.floor((nowMs - lagMinutes * 60_000) / 3_600_000)
}

/** What to ask for, oldest first: what is older than ever asked for, recent gaps, and what has come to an end since. */
export function dueSpans({ asked, missingHours }: Asked, wanted: HourSpan): readonly HourSpan[] {
  if (asked === null) return nonEmpty([wanted])
  const gaps = missingHours.map((hour) => ({ fromHour: hour, toHour: hour + 1 }))
  const before = { fromHour: wanted.fromHour, toHour: asked.fromHour }
  const after = { fromHour: asked.toHour, toHour: wanted.toHour }
  return joined(nonEmpty([before, ...gaps, after]))
}

function nonEmpty(spans: readonly HourSpan[]): readonly HourSpan[] {
  return spans.filter(({ fromHour, toHour }) => fromHour < toHour)
}

function joined(spans: readonly HourSpan[]): readonly HourSpan[] {
  const result: HourSpan[] = []
  for (const span of spans.toSorted((a, b) => a.fromHour - b.fromHour)) {
    const last = result.at(-1)
    if (last !== undefined && span.fromHour - last.toHour <= JOINED_WITHIN_HOURS)
      result[result.length - 1] = { fromHour: last.fromHour, toHour: Math.max(last.toHour, span.toHour) }
    else result.push(span)
  }
  return result
}

/** Prometheus gives at most 11,000 points a series, and what was answered is stored before more is asked for. */
const MOST_POINTS = 10_000
export const MOST_HOURS = 31 * 24

export function chunksOf({ fromHour, toHour }: HourSpan, stepSeconds: number): readonly HourSpan[] {
  const hours = Math.max(1, Math.min(MOST_HOURS, Math.floor((MOST_POINTS * stepSeconds) / 3600)))
  const count = Math.ceil((toHour - fromHour) / hours)
  return Array.from({ length: count }, (_, index) => ({
    fromHour: fromHour + index * hours,
    toHour: Math.min(toHour, fromHour + (index + 1) * hours),
  }))
}
