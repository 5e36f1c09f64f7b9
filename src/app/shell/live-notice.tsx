import { useEffect, useState } from 'react'

import type { useBackendHealth } from '../../api/backend-health.ts'
import { useLiveStatus } from '../../api/live-status.ts'
import { Time } from '../../ui/time.tsx'
import styles from './backend-notice.module.css'

/** A laptop that wakes up is connected again before anyone has read that it was not. */
const WORTH_TELLING_MS = 5_000

/** That figures are not as new as they are taken to be; where the server itself is the trouble, that is said instead. */
export function LiveNotice({ health }: Readonly<{ health: ReturnType<typeof useBackendHealth> }>) {
  const live = useLiveStatus()
  return (
    <div role="status">{live.kind === 'lost' && health.kind === 'fine' && <Lost since={live.since} />}</div>
  )
}

function Lost({ since }: Readonly<{ since: number }>) {
  const [isWorthTelling, setIsWorthTelling] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsWorthTelling(true), WORTH_TELLING_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isWorthTelling) return null
  return (
    <p className={styles['quiet']}>
      Live updates were lost at <Time at={since} form="time" />. Figures are asked for once a minute until
      they are back.
    </p>
  )
}
