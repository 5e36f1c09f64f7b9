import { useQuery } from '@tanstack/react-query'

import { correctionQueries } from '../../api/correction-queries.ts'
import { RefusedChange } from '../../api/refused-change.tsx'
import type { RecordedDecision, WithdrawalPart } from '../../contract/corrections.ts'
import { BudgetEffects } from '../../ui/budget-effects.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { meantWords, spanWords } from '../../ui/time-span.tsx'
import { useTimeZone } from '../../ui/zone.tsx'
import styles from './corrections.module.css'

type WithdrawnPartProps = Readonly<{
  correction: RecordedDecision
  slo: string
  chosen: WithdrawalPart
  onChange: (chosen: WithdrawalPart) => void
}>

/** All of what recurs, what is still to come of it, or one of its times. */
export function WithdrawnPart({ correction, slo, chosen, onChange }: WithdrawnPartProps) {
  const { id, timeCount, upcomingCount, withdrawnCount, recurrence } = correction
  const timeZone = useTimeZone()
  const isRecurring = timeCount > 1
  const times = useQuery({ ...correctionQueries.times(slo, id), enabled: isRecurring }).data?.items ?? []
  const left = times.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (!isRecurring) return null
  const counting = timeCount - withdrawnCount
  const next = left[Math.min(left.length - 1, Math.max(0, counting - upcomingCount))]
  const options = [
    {
      value: 'all',
      label: counting === timeCount ? `All ${timeCount} times` : `All ${counting} that are left`,
    },
    ...(upcomingCount > 0 && upcomingCount < counting
      ? [{ value: 'upcoming', label: `What is to come, ${upcomingCount}` } as const]
      : []),
    ...(next === undefined ? [] : [{ value: 'one', label: 'One time' } as const]),
  ] as const
  return (
    <div className={styles['part']}>
      <Segmented
        label="What to withdraw"
        options={options}
        value={chosen.part}
        onChange={(part) => onChange({ part, start: part === 'one' ? (next?.start ?? null) : null })}
      />
      {chosen.part === 'one' && chosen.start !== null && (
        <FilterSelect
          label="Time"
          value={chosen.start}
          options={left.map((time) => ({
            value: time.start,
            label: [spanWords(time, timeZone), meantWords(time, timeZone, recurrence?.timeZone ?? null)]
              .filter(Boolean)
              .join('; '),
          }))}
          onChange={(start) => onChange({ part: 'one', start })}
        />
      )}
    </div>
  )
}

type WithdrawalEffectProps = Readonly<{ slo: string; correction: string; chosen: WithdrawalPart }>

/** Nothing is withdrawn by looking at it. */
export function WithdrawalEffect({ slo, correction, chosen }: WithdrawalEffectProps) {
  const { data, error } = useQuery({
    ...correctionQueries.withdrawalPreview(slo, correction, chosen),
    placeholderData: (previous) => previous,
  })
  if (error !== null) return <RefusedChange title="It cannot be withdrawn so" error={error} />
  if (data === undefined) return <p role="status">Loading the effect</p>
  return (
    <section className={styles['effect']} aria-label="Effect">
      <BudgetEffects effects={data.effects} />
    </section>
  )
}
