import type { Entry } from '../../server/entry-ports.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { breachEntries } from './breach-entries.ts'
import type { Timeline } from './timeline.ts'

/** What the people of the simulated organization entered before anybody looked, in the order they did. */
export function simulatedEntries(timeline: Timeline, anchorHour: Hour): readonly Entry[] {
  return breachEntries(timeline, anchorHour)
}
