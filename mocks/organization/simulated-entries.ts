import type { Entry } from '../../server/entry-ports.ts'

/** What the people of the simulated organization entered before anybody looked, in the order they did. */
export function simulatedEntries(): readonly Entry[] {
  return []
}
