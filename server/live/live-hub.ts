import { BEAT_MS, type LiveChange, type LiveTopic } from '../../src/contract/live.ts'
import type { ApiDeps } from '../ports.ts'
import { dataUpTo, eventId, readStanding, topicsSince, type Standing } from './standing.ts'

/** Everyone who watches shares one look at the store, and nobody looks while nobody watches. */
const LOOK_MS = 2_000
/** Then the client comes again, through the gate: who lost their session learns it within five minutes. */
const BEATS_PER_STREAM = 20
/** A client that does not read must not fill the memory; it comes again and is told what it missed. */
const MOST_WAITING = 64
const MOST_STREAMS = 2_000

/** Calls `act` after `ms`; the answer takes it back. */
type Delay = (ms: number, act: () => void) => () => void

export type LiveHub = Readonly<{
  /** Null when there are too many, or the server stops. */
  open(lastEventId: string | null): ReadableStream<Uint8Array> | null
  /** Ends every stream; nobody is let in any more. */
  close(): void
  figures(): Readonly<{ streams: number; opened: number; events: number }>
}>

type Stream = {
  readonly controller: ReadableStreamDefaultController<Uint8Array>
  beats: number
}

const realDelay: Delay = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

const encoder = new TextEncoder()

export function createLiveHub(deps: ApiDeps, delay: Delay = realDelay): LiveHub {
  const streams = new Set<Stream>()
  let isClosed = false
  let last: Standing | null = null
  let looking: Promise<Standing> | null = null
  let stopWatching: (() => void) | null = null
  let opened = 0
  let events = 0

  function end(stream: Stream): void {
    if (!streams.delete(stream)) return
    if (streams.size === 0) rest()
    try {
      stream.controller.close()
    } catch {
      // The client was faster and has cancelled it.
    }
  }

  function rest(): void {
    stopWatching?.()
    stopWatching = null
    // What changes while nobody watches is found out when somebody does.
    last = null
  }

  function send(stream: Stream, text: string): void {
    const { desiredSize } = stream.controller
    if (desiredSize === null || desiredSize < -MOST_WAITING) return end(stream)
    stream.controller.enqueue(encoder.encode(text))
  }

  function tell(stream: Stream, name: string, topics: LiveTopic[], standing: Standing): void {
    const change: LiveChange = {
      topics,
      dataUpTo: dataUpTo(standing),
      now: new Date(deps.now()).toISOString(),
    }
    events += 1
    send(stream, `id: ${eventId(standing)}\nevent: ${name}\ndata: ${JSON.stringify(change)}\n\n`)
  }

  /** One look at a time, and all that changed since the one before is told to everybody. */
  function look(): Promise<Standing> {
    looking ??= readStanding(deps)
      .then((standing) => {
        const topics = last === null ? [] : topicsSince(eventId(last), standing)
        last = standing
        if (topics.length > 0) for (const stream of streams) tell(stream, 'changed', topics, standing)
        return standing
      })
      .finally(() => {
        looking = null
      })
    return looking
  }

  function watch(): void {
    const stops = [
      repeat(delay, LOOK_MS, () => {
        // The store does not answer: whoever asks for figures is told so, and the next look may succeed.
        look().catch(() => undefined)
      }),
      repeat(delay, BEAT_MS, beat),
    ]
    stopWatching = () => {
      for (const stop of stops) stop()
    }
  }

  function beat(): void {
    for (const stream of streams) {
      stream.beats += 1
      if (stream.beats >= BEATS_PER_STREAM) end(stream)
      else send(stream, ': beat\n\n')
    }
  }

  async function greet(stream: Stream, lastEventId: string | null): Promise<void> {
    try {
      const standing = await look()
      if (!streams.has(stream)) return
      tell(stream, 'standing', lastEventId === null ? [] : topicsSince(lastEventId, standing), standing)
    } catch {
      end(stream)
    }
  }

  return {
    open(lastEventId) {
      if (isClosed || streams.size >= MOST_STREAMS) return null
      let mine: Stream | null = null
      return new ReadableStream({
        start(controller) {
          mine = { controller, beats: 0 }
          streams.add(mine)
          opened += 1
          if (stopWatching === null) watch()
          // At once, so that the client knows it was heard before the store has answered.
          send(mine, 'retry: 3000\n\n')
          void greet(mine, lastEventId)
        },
        cancel() {
          if (mine !== null) end(mine)
        },
      })
    },
    close() {
      isClosed = true
      for (const stream of streams) end(stream)
    },
    figures: () => ({ streams: streams.size, opened, events }),
  }
}

function repeat(delay: Delay, ms: number, act: () => void): () => void {
  let cancel = delay(ms, again)
  function again(): void {
    cancel = delay(ms, again)
    act()
  }
  return () => cancel()
}
