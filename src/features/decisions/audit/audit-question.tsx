import type { ReactNode } from 'react'

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
          <span className={styles['number']}>{number}</span> {question}
        </h2>
        <span className={styles['links']}>{links}</span>
      </div>
      {children}
    </section>
  )
}

type AuditTableProps = Readonly<{
  name: string
  heads: readonly string[]
  /** All but the first column are figures. */
  isOfFigures?: boolean
  children: ReactNode
}>

export function AuditTable({ name, heads, isOfFigures = false, children }: AuditTableProps) {
  return (
    // A wide table scrolls in its own place, by key as well.
    <div className={styles['scroller']} role="region" aria-label={name} tabIndex={0}>
      <table className={`${styles['table']} ${isOfFigures ? styles['figures'] : ''}`} aria-label={name}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
