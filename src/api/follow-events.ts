import { BEAT_MS, EVENTS_PATH, liveChangeSchema, type LiveChange } from '../contract/live.ts'
import { openStream } from './http.ts'
import { createEventParser } from './event-parser.ts'

/** Two heartbeats that did not come: nobody is there, whatever the network says. */
const SILENCE_MS = 2.5 * BEAT_MS
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 30_000

type Told = Readonly<{
  /** What changed: since the last event, or while nobody listened. */
  onChange(change: LiveChange): void
  /** `id` is of the event that was heard last; null where it had none. */
  onLive(id: string | null): void
  /** Tried again by itself. */
  onLost(): void
}>

/**
 * Listens until it is told to stop, to what comes after the event `from`. Resolves early only where the backend has no events
 * at all.
 */
export async function followEvents(told: Told, signal: AbortSignal, from: string | null): Promise<void> {
  let lastEventId = from
  let failures = 0
  while (!signal.aborted) {
    const ended = await listen(lastEventId, signal, (id, change) => {
      lastEventId = id ?? lastEventId
      failures = 0
      told.onLive(lastEventId)
      if (change.topics.length > 0) told.onChange(change)
    })
    if (ended === 'unknown-address' || signal.aborted) return
    // An orderly end lets the server ask again who we are; it is no loss.
    if (ended === 'failed') {
      failures += 1
      told.onLost()
    }
    await wakeful(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1)), signal)
  }
}

type Ended = 'over' | 'failed' | 'unknown-address'

async function listen(
  lastEventId: string | null,
  signal: AbortSignal,
  onEvent: (id: string | null, change: LiveChange) => void,
): Promise<Ended> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  const parse = createEventParser()
  let hasHeard = false
  try {
    const headers = lastEventId === null ? {} : { 'last-event-id': lastEventId }
    const opened = await openStream(EVENTS_PATH, headers, AbortSignal.any([signal, silence.signal]))
    if (opened === 'not-found') return 'unknown-address'
    for await (const text of opened) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
      for (const { id, data } of parse(text)) {
        const change = liveChangeSchema.safeParse(JSON.parse(data))
        if (!change.success) continue
        hasHeard = true
        onEvent(id, change.data)
      }
    }
    return hasHeard ? 'over' : 'failed'
  } catch {
    // Whatever it was, the connection is gone; what the server itself says stands with the figures it cannot give.
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}

/** A device that is woken, or has its network back, does not wait for the end of a pause. */
function wakeful(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      document.removeEventListener('visibilitychange', whenSeen)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const whenSeen = () => document.visibilityState === 'visible' && done()
    const timer = setTimeout(done, ms * (0.8 + 0.4 * Math.random()))
    window.addEventListener('online', done)
    document.addEventListener('visibilitychange', whenSeen)
    signal.addEventListener('abort', done)
  })
}
