import { expect, test } from './fixtures.ts'

const charge = '/slo/payments/prod-eu/payment-gateway/availability/post-charge'
const search = '/slo/search/prod-eu/search-api/availability/get-search'

test.describe('when measurements of a series do not come', () => {
  test.use({ scenario: 'unfed' })

  test('its page says since when and why, and others up to when they were fed', async ({
    page,
    expectNoA11yViolations,
  }) => {
    await page.goto(charge)
    const banner = page.getByRole('heading', { level: 1 }).locator('xpath=ancestor::header[1]')
    await expect(banner).toContainText(
      /Not fed since 18.Nov, 01:00: connect ECONNREFUSED 10\.0\.0\.7:9090 \(payments\)\. Next try 03:25/,
    )
    await expectNoA11yViolations()
    await page.goto(search)
    await expect(banner).toContainText(/Last fed 18.Nov, 03:00, from main/)
  })
})

test('figures that are computed are not said to be fed', async ({ page }) => {
  const answering = page.waitForResponse((response) => response.url().includes('/api/feeds'))
  await page.goto(charge)
  const answer = await answering
  expect((await answer.json()).items).toMatchObject([{ state: 'computed' }])
  await expect(page.getByText(/^(?:Last|Not|Never) fed/)).toHaveCount(0)
})
