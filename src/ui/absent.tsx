import { VisuallyHidden } from './visually-hidden.tsx'

/** There is no figure, and this is why. Never 0, never blank. */
export function Absent({ reason }: Readonly<{ reason: string }>) {
  return (
    <span className="muted" title={reason}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{reason}</VisuallyHidden>
    </span>
  )
}
