import type { Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

const LINK = '/slo/payments/prod-eu/payment-gateway/availability/post-charge?scale=day'

/** Kept until they sign in, which no script that runs at every load may undo. */
async function beNobody(page: Page) {
  await page.goto('/settings/access')
  await page.evaluate(() => localStorage.setItem('person', 'nobody'))
}

test('a token is created by keyboard, shown once, and revoked; the log tells all of it', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/settings/access')
  await expect(page.getByText('There is no API token yet')).toBeVisible()
  await page.getByRole('button', { name: 'Create a token' }).focus()
  await page.keyboard.press('Enter')

  const dialog = page.getByRole('dialog', { name: 'Create an API token' })
  await test.step('what is missing is said where it is missing', async () => {
    await dialog.getByRole('button', { name: 'Create the token' }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Give it a name')).toBeVisible()
    await expect(dialog.getByText('Choose at least one')).toBeVisible()
    await expectNoA11yViolations()
  })
  await dialog.getByRole('textbox', { name: 'Name' }).focus()
  await page.keyboard.type('Nightly run')
  await dialog.getByRole('checkbox', { name: 'Send measurements' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('textbox', { name: 'Name' }).focus()
  await page.keyboard.press('Enter')

  const made = page.getByRole('dialog', { name: '“Nightly run” is ready' })
  const secret = await made.getByRole('textbox', { name: 'The token' }).inputValue()
  expect(secret).toMatch(/^sri_[0-9a-f]{10}_[0-9a-f]{64}$/)
  await expectNoA11yViolations()
  await page.keyboard.press('Escape')
  await expect(made, 'a slip of the finger does not lose it').toBeVisible()
  await made.getByRole('button', { name: 'Done, I have it' }).click()
  await expect(page.locator('body')).not.toContainText(secret)
  await expect(page.getByRole('button', { name: 'Create a token' })).toBeFocused()

  const tokens = page.getByRole('table', { name: 'API tokens' })
  await expect(tokens.getByRole('row', { name: /Nightly run/ })).toContainText('ingest:buckets')
  await tokens.getByRole('button', { name: 'Revoke Nightly run' }).click()
  const question = page.getByRole('dialog', { name: 'Revoke “Nightly run”?' })
  await expect(question).toContainText('It was never used.')
  await expectNoA11yViolations()
  await question.getByRole('button', { name: 'Revoke the token' }).click()
  await expect(tokens.getByRole('row', { name: /Nightly run/ })).toContainText(/revoked 18.Nov/)

  const log = page.getByRole('table', { name: 'Audit log' })
  await expect(log.getByRole('row')).toHaveCount(3)
  await expect(log.getByRole('row').nth(1)).toContainText('Revoked an API token')
  await log.getByRole('button', { name: 'Show before and after of entry 2' }).click()
  const entry = page.getByRole('dialog', { name: 'Revoked an API token' })
  await expect(entry.getByRole('row', { name: /^revokedAt/ })).toContainText(/–.*2026-11-18T03:10:00Z/)
  await expectNoA11yViolations()
})

test('the log is searched, the search is in the address, and the rows can be taken along', async ({
  page,
}) => {
  await page.goto('/settings/access')
  for (const name of ['First', 'Second']) {
    await page.getByRole('button', { name: 'Create a token' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('checkbox', { name: 'Read what a viewer sees' }).click()
    await page.getByRole('button', { name: 'Create the token' }).click()
    await page.getByRole('button', { name: 'Done, I have it' }).click()
  }
  await page.getByRole('button', { name: 'Revoke First' }).click()
  await page.getByRole('button', { name: 'Revoke the token' }).click()
  const log = page.getByRole('table', { name: 'Audit log' })
  await expect(log.getByRole('row')).toHaveCount(4)

  await page.getByRole('searchbox', { name: 'Find a name, action or subject' }).fill('revoke')
  await expect(page).toHaveURL(/\?q=revoke$/)
  await expect(log.getByRole('row')).toHaveCount(2)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('audit-log.csv')

  await page.getByRole('searchbox', { name: 'Find a name, action or subject' }).fill('nothing like it')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(log.getByRole('row')).toHaveCount(4)
})

test.describe('who may not', () => {
  test.use({ mayBeRefused: true })

  test('is told so, and which role could', async ({ page, expectNoA11yViolations }) => {
    await lookAs(page, 'viewer')
    await page.goto('/settings/access')
    await expect(page.getByText('As viewer you may not manage access')).toBeVisible()
    await expect(page.getByText('It needs the role admin.')).toBeVisible()
    await expect(page.getByText('It needs one of the roles: coach, admin.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Create a token' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
    await expectNoA11yViolations()

    await page.getByRole('button', { name: 'You: Demo viewer' }).click()
    await expect(page.getByText('Viewer', { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: /audit log/i })).toBeHidden()
    await expectNoA11yViolations()
  })

  test('a coach reads the log and makes no tokens', async ({ page }) => {
    await lookAs(page, 'coach')
    await page.goto('/on-call')
    await page.getByRole('button', { name: 'You: Demo coach' }).click()
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByText('Nothing was changed yet')).toBeVisible()
    await expect(page.getByText('As coach you may not manage access')).toBeVisible()
  })
})

test.describe('who is not signed in', { tag: '@standalone' }, () => {
  test.use({ mayBeRefused: true })

  test('signs in, and a colleague’s link opens as it was sent', async ({ page, expectNoA11yViolations }) => {
    await beNobody(page)
    await page.goto(LINK)
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await expect(page, 'the address stays').toHaveURL(LINK)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectNoA11yViolations()
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoA11yViolations()

    await page.getByRole('link', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(LINK)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('/charge')
  })

  test('after signing out sees nothing of before, and learns why the provider sent them back', async ({
    page,
    expectNoA11yViolations,
  }) => {
    await page.goto('/on-call')
    await page.getByRole('button', { name: 'You: Demo admin' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL('/sign-in?signed-out=yes')
    await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()

    await page.goto('/sign-in?failure=not-allowed&to=%2Fon-call')
    await expect(page.getByRole('alert')).toContainText('none of your groups may use this app')
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      '/auth/sign-in?to=%2Fon-call',
    )
    await expectNoA11yViolations()
  })
})

test.describe('when a session ends while a page is open', { tag: '@standalone' }, () => {
  test.use({ mayBeRefused: true, now: null })

  test('the page stays, says as of when it holds, and signing in leads back to it', async ({
    page,
    expectNoA11yViolations,
  }) => {
    await page.clock.install({ time: new Date('2026-11-18T03:10:00Z') })
    await page.goto('/catalog?team=payments')
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await page.evaluate(() => localStorage.setItem('person', 'nobody'))
    // Told by events, a page asks again every five minutes.
    await page.clock.fastForward(301_000)
    await expect(page.getByText('Your session has ended')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await expectNoA11yViolations()
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await expect(page).toHaveURL('/catalog?team=payments')
    await expect(page.getByText('Your session has ended')).toBeHidden()
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  })
})
