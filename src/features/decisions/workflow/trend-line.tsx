import type { DurationTrendOnWire } from '../../../contract/recovery-trend.ts'
import { formatDuration } from '../../../domain/format.ts'
import styles from './because.module.css'

type TrendLineProps = Readonly<{ line: NonNullable<DurationTrendOnWire['line']> }>

/** What the line says at the first and at the last incident; it may end below nothing, which no incident can. */
export function TrendLine({ line: { startMinutes, endMinutes } }: TrendLineProps) {
  return (
    <span className={styles['line']}>
      {hours(startMinutes)} → {hours(endMinutes)}
    </span>
  )
}

function hours(minutes: number): string {
  return formatDuration(Math.max(0, minutes) / 60)
}
