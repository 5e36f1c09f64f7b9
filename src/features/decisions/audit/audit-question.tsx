import type { ReactNode } from 'react'

import { QuestionNumber } from '../question-number.tsx'
import styles from './audit.module.css'

type AuditQuestionProps = Readonly<{
  number: number
  question: string
  /** Where the answer stands in full. */
  links: ReactNode
  children: ReactNode
}>

export function AuditQuestion({ number, question, links, children }: AuditQuestionProps) {
  return (
    <section className={styles['question']}>
      <div className={styles['head']}>
        <h2>
          <QuestionNumber>{number}</QuestionNumber> {question}
        </h2>
        <span className={styles['links']}>{links}</span>
      </div>
      {children}
    </section>
  )
}
