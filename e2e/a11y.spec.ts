import type { Page } from '@playwright/test'

import type { ScenarioName } from '../mocks/scenarios.ts'
import { type A11yChecks, expect, test } from './fixtures.ts'
import { open } from './open.ts'

/** Without SLOs and breaches these have nothing, or less, to show. */
const ofBudgets = [
  '/on-call',
  '/planning',
  '/organization',
  '/explore/payments',
  '/explore/search/all/timetable/latency/get-timetable',
  '/explore/search?show=graphs',
  '/indicators/slos-by-service',
  '/indicators/slo-adherence',
  '/indicators/premature-exhaustion?show=graph',
  '/indicators/slowest-endpoints',
  '/indicators/kept-budgets',
  '/indicators/sla-depletion?contract=reseller-checkout&show=graph',
  '/indicators/slas-by-service?contract=reseller-checkout',
  '/indicators/sla-adherence?contract=nordbahn-timetable',
  '/slo/payments/prod-eu/payment-gateway/availability/post-charge',
  '/b/payment-gateway/availability/prod-eu',
  '/breaches?group=cause',
  '/rules/messaging',
  '/policies?show=terms',
  '/policies/payments',
  '/transformation/delivery',
  '/calendar',
  '/decisions/chaos-hypothesis?team=booking',
  '/decisions/api-consumption?service=ledger&deployment=prod-us',
  '/decisions/planned-downtime?service=payment-gateway&deployment=prod-us',
  '/wallboard',
  '/corrections',
]

/** These show what they show on a busy day. */
const ofOtherThings = [
  '/organization/reports?report=availability',
  '/explore/all/prod-jp',
  '/indicators',
  '/indicators/links?team=payments',
  '/indicators/on-call-rotations',
  '/indicators/recovery-trend',
  '/decisions/tighter-slo?slo=booking-api.availability.post-bookings&target=0.9997',
  '/indicators/support-tickets?listed=2026-P11',
  '/breaches/payment-gateway.availability.post-charge.prod-eu.2026-11-18-01',
  '/transformation/board',
  '/transformation/maturity',
  '/transformation/hypotheses?open=escalations',
  '/catalog',
  '/decisions',
  '/decisions/records/payments-after-three-releases',
  '/transformation/delivery?part=bottlenecks',
  '/catalog/code',
  '/calendar?by=team&open=slo-check.payments',
  '/catalog/payment-gateway',
  '/catalog/travel-sales',
  '/decisions/audit/payment-gateway',
  '/decisions/set-slo?service=payment-gateway&answers=The+bank~soft~yes~apart~0.999~kept',
  '/wallboard/screens',
  '/status?by=product',
  '/settings/access',
  '/no-such-page',
]

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

type Look = Readonly<{
  colorScheme: 'light' | 'dark'
  viewport: typeof DESK
  checks: A11yChecks
}>

const byDay: Look = { colorScheme: 'light', viewport: DESK, checks: 'everything' }
const byNight: Look = { colorScheme: 'dark', viewport: DESK, checks: 'colours' }
const onPhone: Look = { colorScheme: 'dark', viewport: PHONE, checks: 'places' }
const onPhoneByNight: Look = { colorScheme: 'dark', viewport: PHONE, checks: 'everything' }

/** Where nothing answers, one page stands in the place of all others, and the wallboard's own. */
const withoutAnswers = [
  '/on-call',
  '/transformation/board',
  '/settings/access',
  '/wallboard/screens',
  '/no-such-page',
]

/** With nothing to show, or nothing that answers, a page has little on it: one is looked at by day, the other by night. */
const scenarios: readonly Readonly<{
  scenario: ScenarioName
  mayBeRefused: boolean
  looks: readonly Look[]
  places: readonly string[]
}>[] = [
  {
    scenario: 'busy-day',
    mayBeRefused: false,
    looks: [byDay, byNight, onPhone],
    places: [...ofBudgets, ...ofOtherThings],
  },
  { scenario: 'empty', mayBeRefused: true, looks: [byDay], places: ofBudgets },
  { scenario: 'down', mayBeRefused: true, looks: [onPhoneByNight], places: withoutAnswers },
]

/** Opened one after the other in one browser: making a new one costs as much as looking at a page. */
const ADDRESSES_A_TEST = 18
/** Asking costs little, and a hundred pages would be waited for up to a second each. */
const SOON_MS = [25, 50, 100]
const MOST_MS_AN_ADDRESS = 60_000

/** The page says what it is and nothing on it is still loading; asked at once, for roles are looked up in every element. */
async function expectSettled(page: Page) {
  await expect
    .poll(() => page.evaluate(unsettled), { message: 'what is still loading', intervals: SOON_MS })
    .toEqual([])
}

function unsettled(): string[] {
  const titles = [...document.querySelectorAll('h1')].filter((title) => title.checkVisibility())
  const loading = [...document.querySelectorAll('[role="status"], output')]
    .map(({ textContent }) => textContent.trim())
    .filter((words) => words.startsWith('Loading'))
  const busy = [...document.querySelectorAll('[aria-busy="true"]')]
  return [
    ...(titles.length === 1 ? [] : [`${titles.length} titles`]),
    ...loading,
    ...busy.map(({ outerHTML }) => outerHTML.slice(0, 120)),
  ]
}

/** Asked until it is so: a picture is measured anew a frame or more after the phone was turned. */
async function expectNoSidewaysScroll(page: Page) {
  await expect
    .poll(() => page.evaluate(stickingOut), {
      message: 'what makes the page wider than the phone',
      intervals: SOON_MS,
    })
    .toEqual([])
}

function stickingOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth === clientWidth) return []
  const wide = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .map(({ outerHTML }) => outerHTML.slice(0, 120))
  return [`${scrollWidth - clientWidth} pixels`, ...wide]
}

for (const { looks, places, ...surroundings } of scenarios) {
  test.describe(`during ${surroundings.scenario}`, () => {
    test.use(surroundings)

    for (const walk of walksOf(places)) {
      test(`everyone can use ${walk.join(', ')}`, async ({ page, expectNoA11yViolations }) => {
        test.setTimeout(walk.length * MOST_MS_AN_ADDRESS)
        for (const address of walk) {
          await test.step(address, async () => {
            await open(page, address)
            await expectSettled(page)
            for (const { colorScheme, viewport, checks } of looks) {
              await page.emulateMedia({ colorScheme })
              await page.setViewportSize(viewport)
              await expectSettled(page)
              await test.step(`${colorScheme}, ${viewport.width} px`, () => expectNoA11yViolations(checks))
            }
            await page.setViewportSize(PHONE)
            await expectSettled(page)
            await expectNoSidewaysScroll(page)
          })
        }
      })
    }
  })
}

function walksOf(places: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(places.length / ADDRESSES_A_TEST) }, (_, walk) =>
    places.slice(walk * ADDRESSES_A_TEST, (walk + 1) * ADDRESSES_A_TEST),
  )
}
