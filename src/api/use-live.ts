import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { followEvents } from './follow-events.ts'
import { setLiveStatus } from './live-status.ts'
import { createCatchUp, createRefresher } from './live-refresher.ts'
import { organizationQueries } from './organization-queries.ts'
import { sharedByTabs } from './shared-by-tabs.ts'

/** A page that is drawn more often than once a second is no easier to read. */
const PAUSE_MS = 1_000

/** Keeps what is on the page as new as the server's data, from when `isWanted` on. */
export function useLive(isWanted: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isWanted) return
    const refresh = createRefresher(client, () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)))
    const { queryKey } = organizationQueries.current()
    const catchUp = createCatchUp(client.getQueryData(queryKey)?.standing, refresh)
    const stop = sharedByTabs(
      (tell, signal, from) =>
        followEvents(
          {
            onChange: (change) => tell({ kind: 'change', change }),
            onLive: (id) => tell({ kind: 'live', id }),
            onLost: () => tell({ kind: 'lost' }),
          },
          signal,
          from,
        ),
      (message) => {
        if (message.kind === 'change') refresh(message.change)
        if (message.kind === 'live') {
          setLiveStatus({ kind: 'live' })
          catchUp(message.id)
        }
        if (message.kind === 'lost') setLiveStatus({ kind: 'lost', since: Date.now() })
      },
    )
    return () => {
      stop()
      setLiveStatus({ kind: 'off' })
    }
  }, [client, isWanted])
}
