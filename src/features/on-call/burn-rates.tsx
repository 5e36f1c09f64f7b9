import type { BurnRateReadingOnWire } from '../../contract/budget-history.ts'
import { formatBurnRate } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { windowWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './burn-rates.module.css'

/** Rates range from one to several hundred: a decade takes the same room as the next. */
const HIGHEST = 1_000
const WIDTH = 100

function place(rate: number): number {
  return (Math.log10(1 + Math.min(Math.max(rate, 0), HIGHEST)) / Math.log10(1 + HIGHEST)) * WIDTH
}

/** Each rule's window with its threshold as a mark: what reaches beyond it wakes somebody. */
export function BurnRates({ readings }: Readonly<{ readings: readonly BurnRateReadingOnWire[] }>) {
  if (readings.length === 0) return <Absent reason="Without a budget nothing can burn" />
  return (
    <ul className={styles['rates']}>
      {readings.map((reading) => (
        <Reading key={reading.ruleId} reading={reading} />
      ))}
    </ul>
  )
}

function Reading({
  reading: { longHours, rate, threshold, severity, holds },
}: Readonly<{ reading: BurnRateReadingOnWire }>) {
  return (
    <li className={holds ? styles['holds'] : undefined}>
      <span className={styles['window']}>{windowWords(longHours)}</span>
      <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles['track']} x="0" y="4" width={WIDTH} height="2" />
        {rate !== null && <rect className={styles['bar']} x="0" y="3" width={place(rate)} height="4" />}
        <rect className={styles['threshold']} x={place(threshold)} y="0" width="1" height="10" />
      </svg>
      <span className={styles['rate']}>
        {rate === null ? <Absent reason="Too few events in this window" /> : `${formatBurnRate(rate)}×`}
      </span>
      <span className={styles['mark']}>{holds && <StateGlyph state="burning" label="Burning" />}</span>
      <span className={styles['rule']}>
        <VisuallyHidden>, </VisuallyHidden>
        {severity} at {formatBurnRate(threshold)}
      </span>
    </li>
  )
}
