import { useId, useState, type SubmitEvent } from 'react'

import { buttonClass } from '../ui/button.tsx'
import { zoneName } from '../ui/time-format.ts'
import { useTimeZone } from '../ui/zone.tsx'
import { checkRange, inputFromInstant } from './check-range.ts'
import styles from './custom-range.module.css'

type Range = Readonly<{ from: string; to: string }>

type CustomRangeProps = Readonly<{
  range: Range
  /** The oldest hour held; null while nobody knows. */
  dataFrom: string | null
  onChange: (range: Range) => void
}>

export function CustomRange({ range, dataFrom, onChange }: CustomRangeProps) {
  const timeZone = useTimeZone()
  const errorId = useId()
  const [from, setFrom] = useState(() => inputFromInstant(range.from, timeZone))
  const [to, setTo] = useState(() => inputFromInstant(range.to, timeZone))
  const [error, setError] = useState<string | null>(null)

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const checked = checkRange({ from, to }, timeZone, dataFrom)
    setError(checked.error)
    if (checked.range) onChange(checked.range)
  }

  const field = (label: string, value: string, onValue: (value: string) => void) => (
    <label className={styles['field']}>
      <span>{label}</span>
      <input
        type="datetime-local"
        step={3600}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(event) => onValue(event.target.value)}
      />
    </label>
  )

  return (
    <form className={styles['range']} aria-label="Custom range" noValidate onSubmit={handleSubmit}>
      {field('From', from, setFrom)}
      {field('To', to, setTo)}
      <span className="muted">{zoneName(timeZone)}, whole hours</span>
      <button type="submit" className={buttonClass()}>
        Show range
      </button>
      {error !== null && (
        <p id={errorId} role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </form>
  )
}
