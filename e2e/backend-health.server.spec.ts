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
  // A minute later the figures are asked for again, and once more after the first failure.
  await page.clock.runFor(62_000)
  await expect(page.getByText(/^No answer from the server since/)).toBeVisible()
  await expect(services).toBeVisible()

  await context.setOffline(false)
  await page.clock.runFor(7_000)
  await expect(page.getByText(/^No answer from the server since/)).toBeHidden()
})
