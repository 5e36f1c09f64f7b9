import styles from './skeleton.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

type SkeletonProps = Readonly<{
  /** What is being loaded: "Budgets". */
  name: string
  /** As many as will stand there, so that nothing moves when they do. */
  lines?: number
}>

/** Takes its place at once and shows itself only after 400 ms: a flash of grey tells nobody anything. */
export function Skeleton({ name, lines = 6 }: SkeletonProps) {
  return (
    <div className={styles['skeleton']} role="status">
      <VisuallyHidden>Loading {name}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['line']} />
      ))}
    </div>
  )
}
