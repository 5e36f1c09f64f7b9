import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'

import styles from './text-field.module.css'

type TextFieldProps = Omit<ComponentPropsWithRef<'input'>, 'className' | 'onChange' | 'id'> &
  Readonly<{
    label: string
    onChange?: (value: string) => void
    /** What is wrong with what stands there, or else what it is for. */
    note?: ReactNode
    isWrong?: boolean
  }>

/** A line of text with its label above and a word about it below. */
export function TextField({ label, onChange, note, isWrong = false, ...rest }: TextFieldProps) {
  const id = useId()
  const noteId = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        id={id}
        aria-describedby={note === undefined ? undefined : noteId}
        aria-invalid={isWrong || undefined}
        onChange={(event) => onChange?.(event.target.value)}
        {...rest}
      />
      {note !== undefined && (
        <p id={noteId} className={isWrong ? styles['wrong'] : styles['note']}>
          {note}
        </p>
      )}
    </div>
  )
}
