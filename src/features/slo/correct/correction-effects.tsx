import type { CorrectionPreview } from '../../../contract/corrections.ts'
import { formatCount } from '../../../domain/format.ts'
import { BudgetEffects } from '../../../ui/budget-effects.tsx'
import { Time } from '../../../ui/time.tsx'
import styles from './correct.module.css'

/** Budget, verdict and exhaustion as they are and as they would be. */
export function CorrectionEffects({ preview }: Readonly<{ preview: CorrectionPreview }>) {
  return (
    <section className={styles['effect']} aria-label="Effect">
      <Times preview={preview} />
      <BudgetEffects effects={preview.effects} />
    </section>
  )
}

function Times({
  preview: { kind, times, timeCount, recurrence },
}: Readonly<{ preview: CorrectionPreview }>) {
  const [first] = times
  if (first === undefined) return null
  return (
    <p>
      {recurrence !== null && `${recurrence.charAt(0).toUpperCase()}${recurrence.slice(1)}: `}
      {times.map(({ start, end }, index) => (
        <span key={start}>
          {index > 0 && '; '}
          <Time at={start} form="day-time" />
          {kind === 'exclusion' && (
            <>
              {' '}
              to <Time at={end} form="day-time" />
            </>
          )}
        </span>
      ))}
      {timeCount > times.length && `; and ${formatCount(timeCount - times.length)} more`}.
    </p>
  )
}
