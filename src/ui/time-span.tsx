import { Time } from './time.tsx'
import { formatTime, zoneName } from './time-format.ts'
import { useTimeZone } from './zone.tsx'

type Span = Readonly<{
  /** RFC 3339. */
  start: string
  end: string
}>

/** "Sun 15 Nov, 02:00–05:00": the day once, where it is one in the zone of the screen. */
export function TimeSpan(span: Span) {
  const timeZone = useTimeZone()
  return (
    <>
      <Time at={span.start} form="day-time" />–
      <Time at={span.end} form={endForm(span, timeZone)} />
    </>
  )
}

/** The same in words, with the zone. */
export function spanWords(span: Span, timeZone: string): string {
  const last = formatTime(Date.parse(span.end), endForm(span, timeZone), timeZone)
  return `${formatTime(Date.parse(span.start), 'day-time', timeZone)}–${last} ${zoneName(timeZone)}`
}

/** Budgets are accounted by days of UTC. */
const ACCOUNTING_ZONE = 'UTC'

/**
 * By the clocks that were meant, or by those of the accounting where none were: null where they showed the days that the
 * screen shows.
 */
export function meantWords(span: Span, timeZone: string, meantIn: string | null): string | null {
  const zone = meantIn ?? ACCOUNTING_ZONE
  return datesIn(span, zone) === datesIn(span, timeZone) ? null : spanWords(span, zone)
}

/** The days of its hours: one that ends at midnight has none of the day that begins then. */
function datesIn({ start, end }: Span, timeZone: string): string {
  const [from, to] = [Date.parse(start), Date.parse(end)]
  return [from, Math.max(from, to - 1)].map((at) => formatTime(at, 'date', timeZone)).join()
}

function endForm({ start, end }: Span, timeZone: string): 'time' | 'day-time' {
  const [first, last] = [start, end].map((at) => formatTime(Date.parse(at), 'date', timeZone))
  return first === last ? 'time' : 'day-time'
}
