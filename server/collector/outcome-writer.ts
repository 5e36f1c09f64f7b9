import type { FeedOutcome } from '../stores/sql/feed-rows.ts'

export type OutcomeWriter = Readonly<{
  keep: (outcome: FeedOutcome) => void
  /** Resolves when all is stored; rejects with what kept the store from it. */
  finish: () => Promise<void>
  /** Aborted as soon as the store fails: what nobody can keep need not be asked for. */
  failed: AbortSignal
}>

/** Enough for the fixed cost of a transaction to be shared, little enough to be on screen soon. */
const GATHER_MS = 250
const MOST_ROWS = 20_000

/** Stores outcomes in the order they come, those that gather while the one before is written together. */
export function createOutcomeWriter(
  write: (outcomes: readonly FeedOutcome[]) => Promise<void>,
  gather: (ms: number) => Promise<void>,
): OutcomeWriter {
  const failure = new AbortController()
  let waiting: FeedOutcome[] = []
  let rowCount = 0
  let writing: Promise<void> | null = null

  async function writeAll(): Promise<void> {
    try {
      while (waiting.length > 0) {
        if (rowCount < MOST_ROWS) await gather(GATHER_MS)
        const batch = waiting
        waiting = []
        rowCount = 0
        await write(batch)
      }
    } catch (error) {
      waiting = []
      failure.abort(error)
    } finally {
      writing = null
    }
  }

  return {
    keep(outcome) {
      if (failure.signal.aborted) return
      waiting.push(outcome)
      rowCount += outcome.rows.length
      writing ??= writeAll()
    },
    async finish() {
      while (writing !== null) await writing
      failure.signal.throwIfAborted()
    },
    failed: failure.signal,
  }
}
