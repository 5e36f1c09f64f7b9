import { workerData } from 'node:worker_threads'

import { Ledger } from './ledger.ts'
import { NONE, type Watched } from './watched.ts'

const LOOK_EVERY_MS = 200
/** Of the processor, not of the clock: a busy machine makes no mutant endless. The slowest test needs a fraction. */
const MOST_PROCESSOR_MICROSECONDS = 10_000_000

/**
 * A mutant that makes a loop endless blocks the thread it runs in, so another one notes it and ends the process; the
 * driver then begins again after it.
 */
function watch({ ledgerFile, awake, begun }: Watched): void {
  let lastBegun = -1
  let usedThen = 0
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    const used = user + system
    const now = Atomics.load(begun, 0)
    if (now !== lastBegun) {
      lastBegun = now
      usedThen = used
      return
    }
    const mutant = Atomics.load(awake, 0)
    if (mutant === NONE || used - usedThen < MOST_PROCESSOR_MICROSECONDS) return
    new Ledger(ledgerFile).add('endless', String(mutant))
    process.kill(process.pid, 'SIGKILL')
  }, LOOK_EVERY_MS)
}

watch(workerData as Watched)
