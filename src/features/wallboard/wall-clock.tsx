import { useServerNow, useTick } from '../../api/server-clock.ts'
import { formatTime, zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import styles from './wallboard.module.css'

const TICK_MS = 5_000

/** Seen across the room, so it must not be the time of a wrong device where the server's is known. */
export function WallClock() {
  const here = useTick(TICK_MS)
  const now = useServerNow() ?? here
  const zone = useTimeZone()
  const [day] = formatTime(now, 'day-time', zone).split(',')
  return (
    <div className={styles['clock']}>
      <b>{formatTime(now, 'time', zone)}</b>
      <span>
        {zoneName(zone)}
        <br />
        {day}
      </span>
    </div>
  )
}
