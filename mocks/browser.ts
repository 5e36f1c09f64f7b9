import { network } from 'virtual:msw'

import { StoreUnavailableError } from '../server/ports.ts'
import { demoViewer, signInDemo } from './demo-viewer.ts'
import { handlersFor } from './handlers.ts'
import { createOrganization } from './organization/organization.ts'
import { isScenarioName, withScenario } from './scenarios.ts'

/** Longer than the app waits before it says that it waits. */
const SLOW_ANSWER_MS = 5000

const slowAnswer = () => new Promise<void>((resolve) => setTimeout(resolve, SLOW_ANSWER_MS))

/** That a store is down is what a scenario wants; anything else is a bug, and must be loud. */
function reportBug(error: unknown) {
  if (!(error instanceof StoreUnavailableError)) reportError(error)
}

/** The scenario comes from localStorage, so that a test and a person at the console choose it alike, and reloads keep it. */
export async function startMockApi() {
  // The page is about to be left: nothing may be drawn or asked meanwhile.
  if (signInDemo(location, localStorage)) await new Promise<never>(() => undefined)
  const stored = localStorage.getItem('scenario')
  const scenario = isScenarioName(stored) ? stored : 'busy-day'
  const organization = createOrganization({ now: () => Date.now(), report: reportBug })
  network.configure({
    handlers: handlersFor(withScenario(organization, scenario, slowAnswer), demoViewer(localStorage)),
    onUnhandledFrame: 'bypass',
  })
  await network.enable()
}
