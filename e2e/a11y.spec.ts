import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

const addresses = [
  '/on-call',
  '/planning',
  '/organization',
  '/organization/reports?report=availability',
  '/explore/payments',
  '/explore/all/prod-jp',
  '/explore/search?show=graphs',
  '/indicators',
  '/indicators/links?team=payments',
  '/indicators/slos-by-service',
  '/indicators/slo-adherence',
  '/indicators/premature-exhaustion?show=graph',
  '/indicators/slowest-endpoints',
  '/indicators/on-call-rotations',
  '/indicators/recovery-trend',
  '/indicators/kept-budgets',
  '/indicators/slas-by-service?contract=reseller-checkout',
  '/indicators/sla-adherence?contract=nordbahn-timetable',
  '/indicators/sla-depletion?contract=reseller-checkout&window=previous-period',
  '/indicators/sla-depletion?contract=reseller-checkout&show=graph',
  '/indicators/support-tickets?listed=2026-P11',
  '/slo/payments/prod-eu/payment-gateway/availability/post-charge',
  '/b/payment-gateway/availability/prod-eu',
  '/breaches?group=cause',
  '/rules/messaging',
  '/breaches/payment-gateway.availability.post-charge.prod-eu.2026-11-18-01',
  '/transformation/board',
  '/transformation/maturity',
  '/transformation/hypotheses?open=escalations',
  '/catalog',
  '/wallboard',
  '/wallboard/screens',
  '/corrections',
  '/status?by=product',
  '/settings/access',
  '/no-such-page',
]

const scenarios = [
  { scenario: 'busy-day', mayBeRefused: false },
  { scenario: 'empty', mayBeRefused: true },
  { scenario: 'down', mayBeRefused: true },
] as const

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** Opened one after the other in one browser: making a new one costs as much as looking at a page. */
const ADDRESSES_A_TEST = 5
const MOST_MS_AN_ADDRESS = 60_000

/** The page says what it is and nothing on it is still loading. */
async function expectSettled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Asked until it is so: a picture is measured anew a frame or more after the phone was turned. */
async function expectNoSidewaysScroll(page: Page) {
  await expect
    .poll(() => page.evaluate(stickingOut), { message: 'what makes the page wider than the phone' })
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

/** The mock's worker goes with the last page it serves; another page keeps it while this one goes from address to address. */
async function keepWorker(page: Page) {
  await page.goto('/')
  await expectSettled(page)
  const company = await page.context().newPage()
  await company.goto('/favicon.svg')
}

for (const surroundings of scenarios) {
  test.describe(`during ${surroundings.scenario}`, () => {
    test.use(surroundings)

    for (const walk of walks()) {
      test(`everyone can use ${walk.join(', ')}, by day, by night and on a phone`, async ({
        page,
        expectNoA11yViolations,
        expectNoColourViolations,
      }) => {
        test.setTimeout(walk.length * MOST_MS_AN_ADDRESS)
        await keepWorker(page)
        for (const address of walk) {
          await test.step(address, async () => {
            await page.emulateMedia({ colorScheme: 'light' })
            await page.setViewportSize(DESK)
            await page.goto(address)
            await expectSettled(page)
            await test.step('light', expectNoA11yViolations)

            await page.emulateMedia({ colorScheme: 'dark' })
            // With little on the page the phone shows by night what a wide screen does.
            if (!surroundings.mayBeRefused) await test.step('dark', expectNoColourViolations)

            await page.setViewportSize(PHONE)
            await expectSettled(page)
            await test.step('phone, dark', expectNoA11yViolations)
            await expectNoSidewaysScroll(page)
          })
        }
      })
    }
  })
}

function walks(): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(addresses.length / ADDRESSES_A_TEST) }, (_, walk) =>
    addresses.slice(walk * ADDRESSES_A_TEST, (walk + 1) * ADDRESSES_A_TEST),
  )
}
