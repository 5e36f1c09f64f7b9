import styles from './absent.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** There is no figure, and this is why. Never 0, never blank. */
export function Absent({ reason }: Readonly<{ reason: string }>) {
  return (
    <span className={styles['absent']} title={reason}>
      <VisuallyHidden>{reason}</VisuallyHidden>
    </span>
  )
}
