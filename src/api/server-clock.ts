import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { organizationQueries } from './organization-queries.ts'

/** The time here, read again every `everyMs`. */
export function useTick(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

const MINUTE_HAND_MS = 15_000

/**
 * The server's present, in milliseconds; null until it has answered once. Ages are counted from it: a device
 * whose clock is wrong must not call fresh data old.
 */
export function useServerNow(): number | null {
  const here = useTick(MINUTE_HAND_MS)
  const { data, dataUpdatedAt } = useQuery(organizationQueries.current())
  if (!data) return null
  return Date.parse(data.now) + Math.max(0, here - dataUpdatedAt)
}
