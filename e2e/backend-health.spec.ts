import { expect, test } from './fixtures.ts'

test.describe('when the server has never answered', { tag: '@standalone' }, () => {
  test.use({ scenario: 'down', mayBeRefused: true })

  test('the page says so and can be asked to try again', async ({ page, expectNoA11yViolations }) => {
    await page.goto('/on-call')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The server does not answer')
    await expect(page.getByRole('alert')).toContainText('It is tried again by itself')
    await expect(page.getByRole('button', { name: 'Try again now' })).toBeVisible()
    await expectNoA11yViolations()
  })
})

test.describe('when the server is slow', () => {
  test.use({ scenario: 'slow' })

  test('a quiet line says that it is waited for, and goes when the answer is here', async ({ page }) => {
    await page.goto('/catalog')
    await expect(page.getByText('Still waiting for the server')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText('Still waiting for the server')).toBeHidden()
  })
})

test.describe('when measurements have stopped', { tag: '@standalone' }, () => {
  test.use({ scenario: 'stale' })

  test('every screen says until when its figures hold', async ({ page, expectNoA11yViolations }) => {
    await page.goto('/catalog')
    await expect(page.getByText(/Measurements stop at 17.Nov, 22:00/)).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main', exact: true })).toContainText(
      /Data stop at 17.Nov, 22:00 UTC/,
    )
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await expectNoA11yViolations()
  })
})
