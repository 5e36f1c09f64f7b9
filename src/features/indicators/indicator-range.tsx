import { useId, useState, type SubmitEvent } from 'react'

import { periodAt } from '../../domain/period.ts'
import { dayOfHour } from '../../domain/hours.ts'
import { AsOfNote, type FrozenParts } from '../../ui/as-of-note.tsx'
import { buttonClass } from '../../ui/button.tsx'
import type { IndicatorView } from '../../url/indicator-view.ts'
import { checkDays, daysOf, nameOfDay, type Days } from './check-days.ts'
import styles from './indicator-range.module.css'
import type { Present } from './why-no-window.ts'

type IndicatorRangeProps = Readonly<{
  range: Readonly<{ from: string; to: string; at?: string }>
  present: Present | null
  /** What is done with a range that cuts a period. */
  isWhole: boolean
  frozen: FrozenParts
  onChange: (change: Pick<IndicatorView, 'range'>) => void
}>

const fields = [
  { name: 'from', label: 'From' },
  { name: 'to', label: 'To' },
] as const

/** Two days to type; those of a frozen link stand there, and others lead back to the present. */
export function IndicatorRange({ range, present, isWhole, frozen, onChange }: IndicatorRangeProps) {
  const wrongId = useId()
  const [days, setDays] = useState<Days>(() => daysOf(range))
  const [wrong, setWrong] = useState<ReturnType<typeof checkDays>['wrong']>(null)
  const held = present && {
    dataFromHour: present.dataFromHour,
    endHour: periodAt(present.scheme, present.nowHour).endHour,
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (held === null) return
    const checked = checkDays(days, held)
    setWrong(checked.wrong)
    if (checked.range) onChange({ range: checked.range })
  }

  return (
    <form className={styles['range']} aria-label="Custom range" noValidate onSubmit={handleSubmit}>
      {fields.map(({ name, label }) => (
        <label key={name}>
          <span>{label}</span>
          <input
            type="date"
            value={days[name]}
            {...(held && {
              min: nameOfDay(dayOfHour(held.dataFromHour)),
              max: nameOfDay(dayOfHour(held.endHour - 1)),
            })}
            aria-invalid={wrong?.field === name}
            aria-describedby={wrong?.field === name ? wrongId : undefined}
            onChange={(event) => setDays({ ...days, [name]: event.target.value })}
          />
        </label>
      ))}
      {wrong && (
        <p id={wrongId} role="alert" className={styles['wrong']}>
          {wrong.says}
        </p>
      )}
      <button type="submit" className={buttonClass()} disabled={held === null}>
        Show range
      </button>
      <p className={styles['note']}>
        Both days in full, UTC. {isWhole ? '' : 'Every period that shares an hour with them is shown whole.'}
        {range.at !== undefined && (
          <>
            {' '}
            <AsOfNote at={range.at} parts={frozen} kept={present} />
          </>
        )}
      </p>
    </form>
  )
}
