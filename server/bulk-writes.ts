import type { StoreChanges } from './ports.ts'

/** Requests that write hours batch by batch, and are acknowledged at their end. */
export type BulkWrites = Readonly<{
  during<Value>(work: () => Promise<Value>): Promise<Value>
  isUnderWay(): boolean
  /** The numbers without what was not acknowledged yet, so that answers can be held while it is written. */
  steady(changes: () => Promise<StoreChanges>): () => Promise<StoreChanges>
}>

type Numbers = Readonly<{ hours: number; past: number; sinceMs: number }>

/** A sender may keep a request open for good; then others see what came by it a minute later. */
const LONGEST_MS = 60_000

/** `elapsed` counts milliseconds and is never set back. */
export function createBulkWrites(elapsed: () => number): BulkWrites {
  let underWay = 0
  let before: Numbers | null = null
  let read: (() => Promise<StoreChanges>) | null = null

  async function note(): Promise<void> {
    if (read === null) return
    const { hours, past } = await read()
    before = { hours, past, sinceMs: elapsed() }
  }

  return {
    async during(work) {
      if (underWay === 0) await note()
      underWay += 1
      try {
        return await work()
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
