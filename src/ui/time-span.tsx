import { Time } from './time.tsx'
import { formatTime } from './time-format.ts'
import { useTimeZone } from './zone.tsx'

type TimeSpanProps = Readonly<{
  /** RFC 3339. */
  start: string
  end: string
}>

/** "14 Sep, 02:00–05:00": the day once, where it is one in the zone of the screen. */
export function TimeSpan({ start, end }: TimeSpanProps) {
  const timeZone = useTimeZone()
  return (
    <>
      <Time at={start} form="date-time" />–
      <Time at={end} form={endForm(start, end, timeZone)} />
    </>
  )
}

export function spanWords(start: string, end: string, timeZone: string): string {
  const [from, to] = [Date.parse(start), Date.parse(end)]
  return `${formatTime(from, 'date-time', timeZone)}–${formatTime(to, endForm(start, end, timeZone), timeZone)}`
}

function endForm(start: string, end: string, timeZone: string): 'time' | 'date-time' {
  const [first, last] = [start, end].map((at) => formatTime(Date.parse(at), 'date', timeZone))
  return first === last ? 'time' : 'date-time'
}
