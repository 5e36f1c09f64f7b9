import type { LiveChange } from '../contract/live.ts'

/**
 * Browsers keep six connections to a server over HTTP/1.1, for all tabs together: with a stream each, the seventh tab would
 * never open. So one tab listens and tells the others; when it is closed the next one goes on from the event heard last.
 */
const NAME = 'sre-indicators-live'

export type TabMessage =
  | Readonly<{ kind: 'change'; change: LiveChange }>
  | Readonly<{ kind: 'live'; id: string | null }>
  | Readonly<{ kind: 'lost' | 'anyone' }>

type Listening = (
  tell: (message: TabMessage) => void,
  signal: AbortSignal,
  from: string | null,
) => Promise<void>

/** `listen` runs in one tab only; what it tells reaches `hear` in every tab, its own included. */
export function sharedByTabs(listen: Listening, hear: (message: TabMessage) => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) {
    // Without them (a page that is not secure) each tab listens by itself.
    void listen(hear, signal, null)
    return () => ended.abort()
  }

  const channel = new BroadcastChannel(NAME)
  let last: TabMessage | null = null
  let lastEventId: string | null = null
  const heard = (message: TabMessage) => {
    if (message.kind === 'live') lastEventId = message.id
    hear(message)
  }
  const tell = (message: TabMessage) => {
    if (message.kind !== 'change') last = message
    heard(message)
    if (!signal.aborted) channel.postMessage(message)
  }
  let isListening = false
  channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    // Only tabs of this very app speak here.
    if (data.kind === 'anyone') {
      if (isListening && last !== null) channel.postMessage(last)
    } else heard(data)
  })
  channel.postMessage({ kind: 'anyone' } satisfies TabMessage)
  navigator.locks
    .request(NAME, { signal }, async () => {
      isListening = true
      await listen(tell, signal, lastEventId)
    })
    // It was closed while it waited for its turn.
    .catch(() => undefined)
  return () => {
    ended.abort()
    channel.close()
  }
}
