import { useId } from 'react'

import styles from './decision-form.module.css'

const MOST_TEXT = 4_000

type TextAreaProps = Readonly<{
  label: string
  rows: number
  value: string
  mistake?: string | undefined
  onChange: (value: string) => void
}>

/** Several lines of text with their label above. */
export function TextArea({ label, rows, value, mistake, onChange }: TextAreaProps) {
  const id = useId()
  const noteId = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        maxLength={MOST_TEXT}
        value={value}
        aria-invalid={mistake !== undefined || undefined}
        aria-describedby={mistake === undefined ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      {mistake !== undefined && (
        <p id={noteId} className={styles['wrong']}>
          {mistake}
        </p>
      )}
    </div>
  )
}
