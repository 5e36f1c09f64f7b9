import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

const addresses = [
  '/on-call',
  '/planning',
  '/organization',
  '/explore/payments',
  '/indicators',
  '/indicators/slos-by-service',
  '/indicators/slo-adherence',
  '/indicators/premature-exhaustion?show=graph',
  '/indicators/slowest-endpoints',
  '/indicators/on-call-rotations',
  '/indicators/recovery-trend',
  '/indicators/kept-budgets',
  '/indicators/slas-by-service',
  '/indicators/sla-adherence',
  '/indicators/sla-depletion',
  '/indicators/sla-depletion?show=graph',
  '/indicators/support-tickets?listed=2026-P11',
  '/slo/payments/prod-eu/payment-gateway/availability/post-charge',
  '/b/payment-gateway/availability/prod-eu',
  '/transformation/board',
  '/transformation/maturity',
  '/catalog',
  '/corrections',
  '/settings/access',
  '/no-such-page',
]

const scenarios = [
  { scenario: 'busy-day', mayBeRefused: false },
  { scenario: 'empty', mayBeRefused: true },
  { scenario: 'down', mayBeRefused: true },
] as const

const PHONE = { width: 390, height: 844 }

/** The page says what it is and nothing on it is still loading. */
async function expectSettled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow, 'pixels the page is wider than the phone').toBe(0)
}

for (const surroundings of scenarios) {
  test.describe(`during ${surroundings.scenario}`, () => {
    test.use(surroundings)

    for (const address of addresses) {
      test(`everyone can use ${address}, by day, by night and on a phone`, async ({
        page,
        expectNoA11yViolations,
      }) => {
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(address)
        await expectSettled(page)
        await test.step('light', expectNoA11yViolations)

        await page.emulateMedia({ colorScheme: 'dark' })
        // With little on the page the phone shows by night what a wide screen does.
        if (!surroundings.mayBeRefused) await test.step('dark', expectNoA11yViolations)

        await page.setViewportSize(PHONE)
        await expectSettled(page)
        await test.step('phone, dark', expectNoA11yViolations)
        await expectNoSidewaysScroll(page)
      })
    }
  })
}
