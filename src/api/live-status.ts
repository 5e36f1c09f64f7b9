import { useSyncExternalStore } from 'react'

/**
 * `off`: not asked for yet, or the backend has no events. `lost`: there was a connection, or none came about. Until it is
 * back figures are asked for once a minute.
 */
export type LiveStatus =
  | Readonly<{ kind: 'off' }>
  | Readonly<{ kind: 'live' }>
  | Readonly<{ kind: 'lost'; since: number }>

let current: LiveStatus = { kind: 'off' }
const listeners = new Set<() => void>()

export function setLiveStatus(next: LiveStatus): void {
  // Lost is lost since the first failure, however often it was tried in between.
  if (next.kind === current.kind) return
  current = next
  for (const listener of listeners) listener()
}

export const isLive = (): boolean => current.kind === 'live'

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(subscribe, () => current)
}
