import type { BudgetHistory } from '../../contract/budget.ts'
import { depletionBetween } from '../../domain/budget-pace.ts'
import { formatBurnRate, formatDuration, formatRemaining } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { windowWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './detail-sections.module.css'

const HOUR_MS = 3_600_000
const MOST_BREACHES = 5

/** Of the current period, newest first, each with what it took. */
export function BreachesSection({ history }: Readonly<{ history: BudgetHistory }>) {
  const period = history.periods.at(-1)
  if (!period) return null
  const { start } = period.budget.period
  const all = history.breaches
    .filter((breach) => (breach.end ?? history.dataUpTo) > start)
    .toSorted((a, b) => b.start.localeCompare(a.start))
  const shown = all.slice(0, MOST_BREACHES)
  return (
    <section aria-label="Breaches of this period">
      <h3 className={styles['head']}>
        Breaches in {period.budget.period.name} <span>{all.length}</span>
      </h3>
      {all.length === 0 && <p className={styles['none']}>No alert rule has held in this period.</p>}
      <ul>
        {shown.map((breach) => {
          const end = breach.end ?? history.dataUpTo
          const share = depletionBetween(period.columns, period.budget.grant, breach.start, end)
          const span = formatDuration((Date.parse(end) - Date.parse(breach.start)) / HOUR_MS)
          return (
            <li key={breach.start} className={styles['item']}>
              {breach.end === null ? <StateGlyph state="burning" label="Burning" /> : <i />}
              <b>
                <Time at={breach.start} form="day-time" />
              </b>
              <span className={breach.end === null ? `${styles['end']} ${styles['hot']}` : styles['end']}>
                {share !== null && (
                  <>
                    {formatRemaining(share)}
                    {NARROW_SPACE}% {breach.end === null ? 'so far' : 'of budget'}
                  </>
                )}
              </span>
              <span className={styles['sub']}>
                {breach.end === null ? `open for ${span}` : span}, peak {formatBurnRate(breach.peakRate)}×,{' '}
                {breach.severity} {windowWords(breach.peakLongHours)}
              </span>
            </li>
          )
        })}
      </ul>
      {all.length > shown.length && (
        <p className={styles['none']}>and {all.length - shown.length} earlier ones</p>
      )}
    </section>
  )
}
