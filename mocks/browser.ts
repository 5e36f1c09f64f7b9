import { network } from 'virtual:msw'

import { handlersFor } from './handlers.ts'
import { createOrganization } from './organization/organization.ts'
import { defaultScenario, isScenarioName, withScenario } from './scenarios.ts'

const SLOW_ANSWER_MS = 2500

const slowAnswer = () => new Promise<void>((resolve) => setTimeout(resolve, SLOW_ANSWER_MS))

/** The scenario comes from localStorage, so that a test and a person at the console choose it alike, and reloads keep it. */
export async function startMockApi() {
  const stored = localStorage.getItem('scenario')
  const scenario = isScenarioName(stored) ? stored : defaultScenario
  const organization = createOrganization({ now: () => Date.now(), report: reportError })
  network.configure({
    handlers: handlersFor(withScenario(organization, scenario, slowAnswer)),
    onUnhandledFrame: 'bypass',
  })
  await network.enable()
}
