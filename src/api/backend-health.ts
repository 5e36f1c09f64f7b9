import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { organizationQueries } from './organization-queries.ts'
import { RECOVERY_MS } from './query-client.ts'
import { isOfNobody } from './session-watch.ts'
import { useServerNow } from './server-clock.ts'

export type BackendHealth =
  | Readonly<{ kind: 'fine' }>
  /** Asked, and no answer yet for longer than an answer should take. */
  | Readonly<{ kind: 'slow' }>
  /** It failed, or said that it cannot. `lastAnswerAt` is null where it never answered. */
  | Readonly<{ kind: 'down'; lastAnswerAt: number | null; nextTryAt: number | null; reason: string }>
  /** It answers, but not to somebody it does not know. `signInAt` is null where signing in happens elsewhere. */
  | Readonly<{
      kind: 'unknown-person'
      lastAnswerAt: number | null
      signInAt: string | null
      hint: string | undefined
    }>
  /** It answers, but measurements do not reach it. */
  | Readonly<{ kind: 'stale'; dataUpTo: string }>

const SLOW_AFTER_MS = 3_000
const STALE_AFTER_MS = 2 * 3_600_000

/** How the backend is, read off the one query that every screen needs: nothing about it is kept twice. */
export function useBackendHealth(): BackendHealth & Readonly<{ retry: () => void }> {
  const { data, error, failureReason, dataUpdatedAt, errorUpdatedAt, errorUpdateCount, isFetching, refetch } =
    useQuery(organizationQueries.current())
  const isSlow = useLasting(isFetching, SLOW_AFTER_MS)
  const now = useServerNow()
  const retry = () => void refetch()

  const cause = error ?? failureReason
  if (isOfNobody(cause)) {
    const { signInAt = null, hint } = cause.problem
    return {
      kind: 'unknown-person',
      lastAnswerAt: dataUpdatedAt === 0 ? null : dataUpdatedAt,
      signInAt,
      hint,
      retry,
    }
  }
  // Without data a new try clears the error; the count still tells that the last one failed.
  const hasFailed = error !== null || (data === undefined && errorUpdateCount > 0)
  if (hasFailed) {
    return {
      kind: 'down',
      lastAnswerAt: dataUpdatedAt === 0 ? null : dataUpdatedAt,
      nextTryAt: isFetching ? null : errorUpdatedAt + RECOVERY_MS,
      reason: cause?.message ?? 'The server does not answer',
      retry,
    }
  }
  if (isSlow) return { kind: 'slow', retry }
  if (data && now !== null && now - Date.parse(data.dataUpTo) > STALE_AFTER_MS) {
    return { kind: 'stale', dataUpTo: data.dataUpTo, retry }
  }
  return { kind: 'fine', retry }
}

/** True once `isSo` has held without a break for that long. */
function useLasting(isSo: boolean, ms: number): boolean {
  const [hasLasted, setHasLasted] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setHasLasted(true), ms)
    return () => {
      clearTimeout(timer)
      setHasLasted(false)
    }
  }, [isSo, ms])
  return isSo && hasLasted
}
