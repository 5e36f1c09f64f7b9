import { expect, test } from './fixtures.ts'

test('the built app runs under a policy that forbids inline scripts', async ({ page }) => {
  const response = await page.goto('/indicators/slos-by-service')
  expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self'(?:;|$)/)

  // Whatever the policy blocks is an error in the console, and that fails the test.
  await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(0)
  await page.goto('/b/payment-gateway/availability/prod-eu')
  await expect(page.getByRole('figure').first()).toBeVisible()
})

test('scripts are sent compressed and may be kept for good', async ({ page }) => {
  const scripts = page.waitForResponse(/\/assets\/index-.+\.js$/)
  await page.goto('/on-call')
  const headers = await (await scripts).allHeaders()
  expect(headers['content-encoding']).toMatch(/^(?:br|gzip)$/)
  expect(headers['cache-control']).toContain('immutable')
})

test('an address that was never linked to still opens the app, and a missing file does not pretend to be one', async ({
  request,
}) => {
  const page = await request.get('/slo/payments/prod-eu/payment-gateway/availability/post-charge')
  expect(page.headers()['content-type']).toContain('text/html')
  const missing = await request.get('/assets/missing-0000.js')
  expect(missing.status()).toBe(404)
})
