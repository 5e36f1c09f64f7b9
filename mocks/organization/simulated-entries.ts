import type { Entry } from '../../server/entry-ports.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { breachEntries } from './breach-entries.ts'
import { boardEntries } from './entered/board.ts'
import { bottleneckEntries } from './entered/bottlenecks.ts'
import { decisionEntries } from './entered/decision-entries.ts'
import { expectationEntries } from './entered/expectation-entries.ts'
import { calendarEntries } from './entered/calendar.ts'
import { serviceFactEntries } from './entered/service-facts.ts'
import { maturityEntries } from './entered/maturity.ts'
import { requestEntries } from './entered/requests.ts'
import { policyEntries } from './entered/policy-entries.ts'
import { simulatedListings, simulatedUpdates, type StatusWorld } from './simulated-status.ts'

/** What the people of the simulated organization entered before anybody looked, in the order they did. */
export async function simulatedEntries(world: StatusWorld, anchorHour: Hour): Promise<readonly Entry[]> {
  const decisions = await decisionEntries(world, anchorHour)
  return [
    ...breachEntries(world.timeline, anchorHour),
    ...expectationEntries(world.timeline, anchorHour),
    ...maturityEntries(anchorHour),
    ...policyEntries(world.timeline, anchorHour),
    ...simulatedListings(world),
    ...simulatedUpdates(world),
    ...decisions,
    ...boardEntries(anchorHour),
    ...requestEntries(anchorHour),
    ...bottleneckEntries(anchorHour),
    ...serviceFactEntries(anchorHour),
    ...calendarEntries(anchorHour),
  ].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}
