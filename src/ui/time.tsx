import { formatTime, type TimeForm } from './time-format.ts'
import { useTimeZone } from './zone.tsx'

type TimeProps = Readonly<{
  /** RFC 3339, or milliseconds since the epoch. */
  at: string | number
  form: TimeForm
}>

export function Time({ at, form }: TimeProps) {
  const timeZone = useTimeZone()
  const ms = typeof at === 'number' ? at : Date.parse(at)
  return (
    <time
      dateTime={new Date(ms).toISOString()}
      title={form === 'full' ? undefined : formatTime(ms, 'full', timeZone)}
    >
      {formatTime(ms, form, timeZone)}
    </time>
  )
}
