import { useId, type ReactNode } from 'react'

import styles from './field.module.css'

/** What ties an input to its label and to the word about it. */
type Ties = Readonly<{ id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }>

export type FieldLooks = Readonly<{
  label: ReactNode
  /** What is wrong with what stands there, where something is. */
  mistake?: string | false | undefined
  /** Otherwise what it is for. */
  note?: string | undefined
}>

type FieldProps = FieldLooks & Readonly<{ children: (ties: Ties) => ReactNode }>

/** A label, what is filled in below it, and a word about it. */
export function Field({ label, mistake = false, note, children }: FieldProps) {
  const isWrong = mistake !== false
  const said = isWrong ? mistake : note
  const id = useId()
  const noteId = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': said === undefined ? undefined : noteId,
        'aria-invalid': isWrong || undefined,
      })}
      {said !== undefined && (
        <p id={noteId} className={isWrong ? styles['wrong'] : styles['note']}>
          {said}
        </p>
      )}
    </div>
  )
}
