import { Time } from '../../ui/time.tsx'
import { formatDays } from '../../ui/time-format.ts'

type CustomRangeProps = Readonly<{ range: Readonly<{ from: string; to: string; at?: string }> }>

/** A frozen link's own dates: no window above is chosen, and any of them leads back to the present. */
export function CustomRange({ range: { from, to, at } }: CustomRangeProps) {
  return (
    <p className="muted">
      {formatDays(Date.parse(from), Date.parse(to), 'UTC')}
      {at !== undefined && (
        <>
          {' '}
          as of <Time at={at} form="date-time" />
        </>
      )}
      , fixed by the link
    </p>
  )
}
