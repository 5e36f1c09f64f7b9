import { expect, test } from './fixtures.ts'

// The connection is cut on purpose.
test.use({ mayBeRefused: true })

test('a server that goes away leaves the last figures standing, and comes back by itself', async ({
  page,
  context,
}) => {
  await page.clock.install()
  await page.goto('/catalog')
  const services = page.getByRole('table', { name: 'Services' })
  await expect(services).toBeVisible()

  await context.setOffline(true)
  // The stream falls silent or the figures are asked for again, whichever comes first, and then once more.
  const notice = page.getByText(/^No answer from the server since/)
  await expect(async () => {
    await page.clock.runFor(31_000)
    await expect(notice).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(services).toBeVisible()

  await context.setOffline(false)
  await expect(async () => {
    await page.clock.runFor(7_000)
    await expect(notice).toBeHidden({ timeout: 500 })
  }).toPass()
})
