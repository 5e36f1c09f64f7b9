import styles from './detail-sections.module.css'

/** The diamond of a deployment, as in the lanes of charts; the words beside it say the same. */
export function ReleaseMark({ isSuspect }: Readonly<{ isSuspect: boolean }>) {
  return (
    <svg
      className={isSuspect ? `${styles['diamond']} ${styles['filled']}` : styles['diamond']}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d="M6 1.2 10.8 6 6 10.8 1.2 6z" />
    </svg>
  )
}
