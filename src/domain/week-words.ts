import { HOURS_PER_DAY, HOURS_PER_WEEK } from './hours.ts'
import { clippedSpans, type Span } from './span.ts'

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MINUTES_PER_HOUR = 60

/** "Mon–Fri 07:00–19:00, Sat 09:00–12:00": hours of the week in words; "never" without any, "always" for all of them. */
export function weekWords(spans: readonly Span[]): string {
  const days = dayNames.map((name, day) => ({ name, times: timesOf(spans, day) }))
  if (days.every(({ times }) => times === '00:00–24:00')) return 'always'
  const groups: { first: string; last: string; times: string }[] = []
  let before = ''
  for (const { name, times } of days) {
    const open = groups.at(-1)
    if (open && times !== '' && times === before) open.last = name
    else if (times !== '') groups.push({ first: name, last: name, times })
    before = times
  }
  if (groups.length === 0) return 'never'
  return groups
    .map(({ first, last, times }) => `${first === last ? first : `${first}–${last}`} ${times}`)
    .join(', ')
}

/** A gap over the week's end lies beyond 168: its second part is the beginning of the week. */
function timesOf(spans: readonly Span[], day: number): string {
  const from = day * HOURS_PER_DAY
  const turned = spans.map((span) => ({ from: span.from - HOURS_PER_WEEK, to: span.to - HOURS_PER_WEEK }))
  return clippedSpans([...turned, ...spans], { from, to: from + HOURS_PER_DAY })
    .filter((span) => span.to > span.from)
    .map((span) => `${clock(span.from - from)}–${clock(span.to - from)}`)
    .join(' and ')
}

function clock(hours: number): string {
  const minutes = Math.round(hours * MINUTES_PER_HOUR)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / MINUTES_PER_HOUR))}:${two(minutes % MINUTES_PER_HOUR)}`
}
