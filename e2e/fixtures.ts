import { AxeBuilder } from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test as base } from '@playwright/test'

import type { ScenarioName } from '../mocks/scenarios.ts'
import { ENOUGH, KNOWN, markKnownParts } from './known-parts.ts'
import { quickAxe } from './quick-axe.ts'

/** A Wednesday night in the last third of a period, when the simulated organization has a fire burning. */
const NOW = new Date('2026-11-18T03:10:00Z')

export type Surroundings = {
  /** What the simulated organization is going through. */
  scenario: ScenarioName
  /** Null where a real server has a clock of its own. */
  now: Date | null
  /** Some requests are meant to be refused; the browser reports each of them in the console. */
  mayBeRefused: boolean
  /** The same journey is walked with the same pages somewhere else, and what they are made of is judged there. */
  isLookedAtElsewhere: boolean
}

/** What a page is made of is the same in both themes and all widths; how it looks is not. */
export type A11yChecks = 'everything' | 'colours' | 'places'

type Checks = {
  /** The project's server answers; one that a journey starts for itself it waits for itself. */
  isReady: void
  expectNoA11yViolations: (checks?: A11yChecks) => Promise<void>
}

/** Two years of an organization are written before a store is ready; a page stands in for what does not know the question. */
const READY_WITHIN_MS = 150_000
const REFUSED_REQUEST = 'Failed to load resource'
/** The rules that the width of a window decides. */
const rulesOf = {
  colours: ['color-contrast'],
  places: ['target-size', 'scrollable-region-focusable'],
} as const
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const test = base.extend<Surroundings & Checks>({
  scenario: ['busy-day', { option: true }],
  now: [NOW, { option: true }],
  mayBeRefused: [false, { option: true }],
  isLookedAtElsewhere: [false, { option: true }],

  isReady: [
    async ({ request }, use, { project }) => {
      const { baseURL } = project.use
      await expect
        .poll(() => isReady(request, `${baseURL}/readyz`), {
          message: `${baseURL} is ready`,
          timeout: READY_WITHIN_MS,
        })
        .toBe(true)
      await use()
    },
    { auto: true },
  ],

  page: async ({ page, scenario, now, mayBeRefused }, use, { testId, retry, repeatEachIndex }) => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      if (mayBeRefused && message.text().startsWith(REFUSED_REQUEST)) return
      problems.push(`${message.text()} (${message.location().url})`)
    })
    if (now) await page.clock.setFixedTime(now)
    await tell(page, { journey: `${testId}-${retry}-${repeatEachIndex}` })
    await goThrough(page, scenario)
    await use(page)
    expect(problems, 'errors in the page').toEqual([])
  },

  expectNoA11yViolations: async ({ page, isLookedAtElsewhere }, use) => {
    await use(async (checks = 'everything') => {
      if (!isLookedAtElsewhere) await expectNoViolations(page, checks)
    })
  },
})

/** Not asked by fetch, which refuses some ports. */
async function isReady(request: APIRequestContext, address: string): Promise<boolean> {
  const answer = await request.get(address).catch(() => null)
  return answer?.ok() ?? false
}

/** What the simulated organization goes through from the next page on: the service worker's, and the server's for tests. */
export async function goThrough(page: Page, scenario: ScenarioName) {
  await tell(page, { scenario })
  // Runs at every load after those set before, and so has the last word.
  await page.addInitScript((name) => localStorage.setItem('scenario', name), scenario)
}

/** Who looks at it from the next page on. */
export async function lookAs(page: Page, person: string) {
  await tell(page, { person })
  await page.addInitScript((name) => localStorage.setItem('person', name), person)
}

/** With each request, for the server that simulates. */
function tell(page: Page, words: Readonly<Record<string, string>>) {
  const url = test.info().project.use.baseURL ?? ''
  return page.context().addCookies(Object.entries(words).map(([name, value]) => ({ name, value, url })))
}

/** Sent once a page; without the page it opens to put foreign frames' results together, and a list of all that is well. */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, axeSource: isThere ? ';' : quickAxe })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
}

/** By checks and width: how often each kind of element was judged by this worker. */
const judged = new Map<string, Map<number, number>>()

async function expectNoViolations(page: Page, checks: A11yChecks) {
  const look = `${checks} at ${page.viewportSize()?.width}`
  const times = judged.get(look) ?? new Map<number, number>()
  // Where something stands is new on each page.
  if (checks !== 'places') judged.set(look, times)
  const knownKinds = [...times.keys()].filter((kind) => (times.get(kind) ?? 0) >= ENOUGH)
  const kinds = await page.evaluate(markKnownParts, { attribute: KNOWN, enough: ENOUGH, knownKinds })
  for (const kind of kinds) times.set(kind, (times.get(kind) ?? 0) + 1)
  const builder = await axe(page)
  if (checks === 'everything') builder.withTags(axeTags)
  else builder.withRules([...rulesOf[checks]])
  const { violations } = await builder.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, where: target.join(' '), why: failureSummary })),
  )
  expect.soft(found).toEqual([])
}

export { expect }
