import { HOURS_PER_DAY, HOURS_PER_WEEK } from '../domain/hours.ts'
import type { Span } from '../domain/span.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { weekWords } from '../domain/week-words.ts'
import styles from './week-strip.module.css'

type WeekStripProps = Readonly<{
  /** Hours of the week in UTC, from Monday 00:00. */
  covered: readonly Span[]
  /** The hour that is marked. */
  hourOfWeek: number
}>

const PX_PER_HOUR = 1.4
const WIDTH = HOURS_PER_WEEK * PX_PER_HOUR
const HEIGHT = 16
const days = [0, 1, 2, 3, 4, 5, 6]

/** The 168 hours of a week: filled where somebody is there, hatched where nobody is. */
export function WeekStrip({ covered, hourOfWeek }: WeekStripProps) {
  const words = weekWords(covered)
  return (
    <span className={styles['strip']} title={`${words}, UTC`}>
      <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
        <rect className={styles['gap']} x="0" y="3" width={WIDTH} height={HEIGHT - 6} />
        {covered.map(({ from, to }) => (
          <rect
            key={from}
            className={styles['covered']}
            x={from * PX_PER_HOUR}
            y="3"
            width={(to - from) * PX_PER_HOUR}
            height={HEIGHT - 6}
          />
        ))}
        {days.map((day) => (
          <line
            key={day}
            className={styles['day']}
            x1={day * HOURS_PER_DAY * PX_PER_HOUR + 0.5}
            x2={day * HOURS_PER_DAY * PX_PER_HOUR + 0.5}
            y1="1"
            y2={HEIGHT - 1}
          />
        ))}
        <line
          className={styles['now']}
          x1={(hourOfWeek + 0.5) * PX_PER_HOUR}
          x2={(hourOfWeek + 0.5) * PX_PER_HOUR}
          y1="0"
          y2={HEIGHT}
        />
      </svg>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
