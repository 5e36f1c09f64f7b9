import type { Settings } from '../settings/settings.ts'
import { createLog, type Log } from './log.ts'
import { requestFacts } from './request-watch.ts'

/** On standard error: text for whoever sits at a terminal, JSON for whatever collects logs. */
export function processLog({ level, format }: Settings['server']['log'], now: () => number): Log {
  const isText = format === 'auto' ? process.stderr.isTTY : format === 'text'
  return createLog({
    level,
    format: isText ? 'text' : 'json',
    // Written before the call returns, so that the last line of a process that ends is not lost.
    write: (line) => process.stderr.write(line),
    now,
    surroundings: requestFacts,
  })
}
