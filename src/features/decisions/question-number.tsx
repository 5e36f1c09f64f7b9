import type { ReactNode } from 'react'

import styles from './question-number.module.css'

type QuestionNumberProps = Readonly<{
  isCurrent?: boolean
  /** The number, or a check where it was answered. */
  children: ReactNode
}>

/** Beside a question's words, which say it for the ear: it comes in the order it is asked. */
export function QuestionNumber({ isCurrent = false, children }: QuestionNumberProps) {
  return (
    <span
      className={isCurrent ? `${styles['number']} ${styles['current']}` : styles['number']}
      aria-hidden="true"
    >
      {children}
    </span>
  )
}
