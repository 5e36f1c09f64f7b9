import type { StoreChanges } from './ports.ts'

/** Requests that write hours batch by batch, and are acknowledged at their end. */
export type BulkWrites = Readonly<{
  /** Of what was large, what rests on it is made before it is acknowledged: nobody who asks then has to wait for that. */
  during<Value>(work: () => Promise<Value>, isLarge?: (value: Value) => boolean): Promise<Value>
  isUnderWay(): boolean
  /** The numbers without what was not acknowledged yet, so that answers can be held while it is written. */
  steady(changes: () => Promise<StoreChanges>): () => Promise<StoreChanges>
}>

type Numbers = Readonly<{ hours: number; past: number; sinceMs: number }>

/** A sender may keep a request open for good; then others see what came by it some minutes later. */
const LONGEST_MS = 300_000
/** Whoever sends waits no longer for what is made of it. */
const MOST_SETTLING_MS = 15_000

type Surroundings = Readonly<{
  /** Counts milliseconds and is never set back. */
  elapsed: () => number
  /** Makes what rests on hours. */
  settle: (isStopping: () => boolean) => Promise<unknown>
}>

export function createBulkWrites({ elapsed, settle }: Surroundings): BulkWrites {
  let underWay = 0
  let before: Numbers | null = null
  let read: (() => Promise<StoreChanges>) | null = null

  async function note(): Promise<void> {
    if (read === null) return
    const { hours, past } = await read()
    before = { hours, past, sinceMs: elapsed() }
  }

  /** Whether it succeeds or not, what was sent is kept; it is made anew by whoever asks for it. */
  async function settleInTime(): Promise<void> {
    const startedAt = elapsed()
    await settle(() => elapsed() - startedAt > MOST_SETTLING_MS).catch(() => undefined)
  }

  return {
    async during(work, isLarge = () => false) {
      if (underWay === 0) await note()
      underWay += 1
      try {
        const value = await work()
        if (isLarge(value)) await settleInTime()
        return value
      } finally {
        underWay -= 1
        // What others still write is not acknowledged, but this is.
        before = null
      }
    },
    isUnderWay: () => underWay > 0,
    steady(changes) {
      read = changes
      return async () => {
        const told = await changes()
        if (underWay === 0) return told
        if (before === null || elapsed() - before.sinceMs > LONGEST_MS)
          before = { hours: told.hours, past: told.past, sinceMs: elapsed() }
        return { ...told, hours: before.hours, past: before.past }
      }
    },
  }
}
