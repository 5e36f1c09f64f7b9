import { formatDays } from '../../ui/time-format.ts'

/** A frozen link's own dates: no window above is chosen, and any of them leads back to the present. */
export function CustomRange({ range }: Readonly<{ range: Readonly<{ from: string; to: string }> }>) {
  return (
    <p className="muted">
      {formatDays(Date.parse(range.from), Date.parse(range.to), 'UTC')}, fixed by the link
    </p>
  )
}
