import type { FeedOutcome } from '../stores/sql/feed-rows.ts'

export type OutcomeWriter = Readonly<{
  /** Waits while the store is behind: engines answer faster than hours are stored, and memory is not without end. */
  keep: (outcome: FeedOutcome) => Promise<void>
  /** Resolves when all is stored; rejects with what kept the store from it. */
  finish: () => Promise<void>
  /** Aborted as soon as the store fails: what nobody can keep need not be asked for. */
  failed: AbortSignal
}>

/** Enough for the fixed cost of a transaction to be shared, little enough to be on screen soon. */
const GATHER_MS = 250
/** The embedded store answers nobody while it writes, so it writes little at a time. */
const ROWS_AT_ONCE = 5_000
const MOST_WAITING_ROWS = 100_000

/** Stores outcomes in the order they come, those that gather while the one before is written together. */
export function createOutcomeWriter(
  write: (outcomes: readonly FeedOutcome[]) => Promise<void>,
  gather: (ms: number) => Promise<void>,
): OutcomeWriter {
  const failure = new AbortController()
  let waiting: FeedOutcome[] = []
  let waitingRows = 0
  let writing: Promise<void> | null = null
  let held: (() => void)[] = []

  function release(): void {
    for (const goOn of held) goOn()
    held = []
  }

  function nextBatch(): readonly FeedOutcome[] {
    let rows = 0
    let count = 0
    while (count < waiting.length && rows < ROWS_AT_ONCE) {
      rows += waiting[count]?.rows.length ?? 0
      count += 1
    }
    waitingRows -= rows
    return waiting.splice(0, count)
  }

  async function writeAll(): Promise<void> {
    try {
      while (waiting.length > 0) {
        if (waitingRows < ROWS_AT_ONCE) await gather(GATHER_MS)
        await write(nextBatch())
        release()
      }
    } catch (error) {
      waiting = []
      waitingRows = 0
      failure.abort(error)
    } finally {
      writing = null
      release()
    }
  }

  return {
    async keep(outcome) {
      if (failure.signal.aborted) return
      waiting.push(outcome)
      waitingRows += outcome.rows.length
      writing ??= writeAll()
      while (waitingRows > MOST_WAITING_ROWS) await new Promise<void>((goOn) => held.push(goOn))
    },
    async finish() {
      while (writing !== null) await writing
      failure.signal.throwIfAborted()
    },
    failed: failure.signal,
  }
}
