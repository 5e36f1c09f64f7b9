import { useId, type ReactNode } from 'react'

import { MOST_TEXT } from '../../../contract/decisions.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import type { Address } from '../../../url/href.ts'
import { QuestionNumber } from '../question-number.tsx'
import styles from './workflow.module.css'

export type QuestionLink = Readonly<{ words: string; to: Address }>

type QuestionProps = Readonly<{
  number: number
  question: string
  /** The time that the figures are of: "P11", "P1–P11". */
  span: string
  /** Where all of it stands. */
  link?: QuestionLink | null | undefined
  /** What the person answers; left out where nothing but the figures answers it. */
  answer?: Readonly<{ value: string; onChange: (value: string) => void }>
  children: ReactNode
}>

/** One step: what is asked, what the figures say to it, and what the person does. */
export function Question({ number, question, span, link = null, answer, children }: QuestionProps) {
  const id = useId()
  return (
    <section className={styles['question']} aria-labelledby={id}>
      <div className={styles['head']}>
        <QuestionNumber>{number}</QuestionNumber>
        <h2 id={id}>{question}</h2>
        <span className={styles['span']}>{span}</span>
      </div>
      {children}
      {link !== null && (
        <CellLink className={styles['more']} {...link.to}>
          {link.words}
        </CellLink>
      )}
      {answer && (
        <div className={styles['answer']}>
          <TextArea
            label="Your answer"
            maxLength={MOST_TEXT}
            rows={2}
            value={answer.value}
            onChange={answer.onChange}
          />
        </div>
      )}
    </section>
  )
}
