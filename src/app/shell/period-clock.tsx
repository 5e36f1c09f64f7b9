import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { useServerNow } from '../../api/server-clock.ts'
import { formatDays, formatTimeLeft } from '../../ui/time-format.ts'
import styles from './period-clock.module.css'

const DAY_MS = 86_400_000
/** A quarter has too many days for this width; it is drawn in weeks. */
const MOST_TICKS = 40

/** Where in the accounting period we stand: budgets are granted for it and replenished at its end. */
export function PeriodClock() {
  const now = useServerNow()
  const period = useQuery(organizationQueries.current()).data?.currentPeriod
  if (!period || now === null) return null

  const start = Date.parse(period.start)
  const end = Date.parse(period.end)
  const days = Math.round((end - start) / DAY_MS)
  const day = Math.min(days, Math.floor((now - start) / DAY_MS) + 1)
  return (
    <div
      className={styles['clock']}
      title="Error budgets are granted for this period and replenished at its end. Periods begin at 00:00 UTC."
    >
      <p className={styles['line']}>
        <b>{period.name}</b>
        <span>{formatDays(start, end, 'UTC')}</span>
      </p>
      <Ticks days={days} day={day} />
      <p className={styles['line']}>
        <span>
          Day {day} of {days}
        </span>
        <span>{formatTimeLeft(end, now)} left</span>
      </p>
      <p className={styles['short']} aria-hidden="true">
        <b>{period.name}</b>
        {day}/{days}
      </p>
    </div>
  )
}

function Ticks({ days, day }: Readonly<{ days: number; day: number }>) {
  const perTick = days > MOST_TICKS ? 7 : 1
  const today = Math.ceil(day / perTick)
  return (
    <div className={styles['ticks']} aria-hidden="true">
      {Array.from({ length: Math.ceil(days / perTick) }, (_, index) => {
        const tick = index + 1
        const time = tick < today ? styles['past'] : tick === today ? styles['today'] : ''
        const week = perTick === 1 && index > 0 && index % 7 === 0 ? styles['week'] : ''
        return <i key={tick} className={`${time} ${week}`} />
      })}
    </div>
  )
}
