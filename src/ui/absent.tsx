import styles from './absent.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** For who reads the page as text: here stands a dash, and its reason is for the ear and the pointer. */
export const ABSENT_MARK = 'data-absent'

/** There is no figure, and this is why. Never 0, never blank. */
export function Absent({ reason }: Readonly<{ reason: string }>) {
  return (
    <span className={styles['absent']} title={reason} {...{ [ABSENT_MARK]: '' }}>
      <VisuallyHidden>{reason}</VisuallyHidden>
    </span>
  )
}
