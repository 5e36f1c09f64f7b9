import { setTimeout as after } from 'node:timers/promises'

import type { Job } from './job.ts'
import type { Log } from './log.ts'

type Repeated = Readonly<{
  name: string
  everyMs: number
  /** One round; a long one looks now and then whether it shall stop. */
  round: (isStopping: () => boolean) => Promise<void>
  log: Log
}>

/** A round that fails is told and tried again: nobody restarts a server for one of them. */
export function repeatedJob({ name, everyMs, round, log }: Repeated): Job {
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  let running: Promise<void> = Promise.resolve()

  async function repeat(): Promise<void> {
    while (!isStopping()) {
      await round(isStopping).catch((error: unknown) => log.error('job', `${name} failed`, { error }))
      await after(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    name,
    start() {
      running = repeat()
    },
    stop() {
      stopping.abort()
      return running
    },
  }
}
