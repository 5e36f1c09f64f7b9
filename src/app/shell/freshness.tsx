import { useQuery } from '@tanstack/react-query'

import { useBackendHealth } from '../../api/backend-health.ts'
import { useLiveStatus } from '../../api/live-status.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { useServerNow } from '../../api/server-clock.ts'
import { formatDuration } from '../../domain/format.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { formatTime, zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import styles from './freshness.module.css'

const HOUR_MS = 3_600_000

/** How old the data are, on every screen; it also names the zone of all times. */
export function Freshness() {
  const { data } = useQuery(organizationQueries.current())
  const { kind } = useBackendHealth()
  const timeZone = useTimeZone()
  const now = useServerNow()
  const live = useLiveStatus()
  if (!data || now === null) return null

  const upTo = Date.parse(data.dataUpTo)
  const age = `${formatDuration(Math.max(0, (now - upTo) / HOUR_MS))}\u00a0ago`
  const isStale = kind === 'stale'
  const time = formatTime(upTo, isStale ? 'date-time' : 'time', timeZone)
  const arrival = live.kind === 'live' ? 'what changes arrives by itself' : 'asked for once a minute'
  const words = `${isStale ? 'Data stop at' : 'Data up to'} ${time} ${zoneName(timeZone)}, ${age}`
  return (
    <p
      className={isStale ? `${styles['fresh']} ${styles['stale']}` : styles['fresh']}
      title={`${words}; ${arrival}`}
    >
      {isStale ? (
        <StateGlyph state="no-data" />
      ) : (
        <span
          className={live.kind === 'live' ? styles['dot'] : `${styles['dot']} ${styles['polled']}`}
          aria-hidden="true"
        />
      )}
      <span>{words}</span>
    </p>
  )
}
