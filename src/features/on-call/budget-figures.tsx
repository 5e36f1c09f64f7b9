import { useServerNow } from '../../api/server-clock.ts'
import type { BudgetHistory, BurnRateReadingOnWire } from '../../contract/budget.ts'
import { formatBurnRate, formatRemaining } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { Duration } from '../../ui/duration.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { windowWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './budget-detail.module.css'

const HOUR_MS = 3_600_000

/** Budget left beside the even pace, when it is out, and how fast it burns by the windows of the alert rules. */
export function BudgetFigures({ history }: Readonly<{ history: BudgetHistory }>) {
  const budget = history.periods.at(-1)?.budget
  if (!budget) return null
  const { remaining, elapsedShare } = budget
  return (
    <dl className={styles['figures']}>
      <div className={styles['figure']}>
        <dt>
          Budget left <StateGlyph state="open" /> estimate
        </dt>
        <dd className={styles['value']}>
          {remaining === null ? (
            <Absent reason="The target is 100 %: there is no budget" />
          ) : (
            <Percent ratio={remaining} />
          )}
        </dd>
        <dd className={styles['note']}>
          even pace would leave {formatRemaining(1 - elapsedShare)}
          {NARROW_SPACE}%
        </dd>
      </div>
      <Exhaustion budget={budget} />
      <div className={styles['figure']}>
        <dt>Burn rate by window</dt>
        <dd>
          {history.readings.length === 0 ? (
            <Absent reason="Without a budget nothing can burn" />
          ) : (
            <ul className={styles['rates']}>
              {history.readings.map((reading) => (
                <Reading key={reading.ruleId} reading={reading} />
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  )
}

type CurrentBudget = BudgetHistory['periods'][number]['budget']

function Exhaustion({ budget: { exhaustedAt, projectedExhaustionAt } }: Readonly<{ budget: CurrentBudget }>) {
  const now = useServerNow()
  const isOut = exhaustedAt !== null
  const at = exhaustedAt ?? projectedExhaustionAt
  return (
    <div className={styles['figure']}>
      <dt>{isOut ? 'Exhausted for' : 'Exhausted in'}</dt>
      <dd className={styles['value']}>
        {at === null || now === null ? (
          <Absent reason="No exhaustion in sight at the rates of the last day and week" />
        ) : (
          <>
            {!isOut && '~'}
            <Duration hours={Math.abs(Date.parse(at) - now) / HOUR_MS} />
          </>
        )}
      </dd>
      <dd className={styles['note']}>
        {at === null ? (
          'not in sight at the present rates'
        ) : (
          <>
            {isOut ? 'since' : 'about'} <Time at={at} form="day-time" />
          </>
        )}
      </dd>
    </div>
  )
}

function Reading({
  reading: { longHours, rate, threshold, severity, holds },
}: Readonly<{ reading: BurnRateReadingOnWire }>) {
  return (
    <li>
      <span className="muted">{windowWords(longHours)}</span>
      <span className={holds ? `${styles['rate']} ${styles['holds']}` : styles['rate']}>
        {rate === null ? <Absent reason="Too few events in this window" /> : `${formatBurnRate(rate)}×`}
      </span>
      <span>{holds ? <StateGlyph state="burning" label="Burning" /> : null}</span>
      <span className="muted">
        {severity} at {formatBurnRate(threshold)}×
      </span>
    </li>
  )
}
