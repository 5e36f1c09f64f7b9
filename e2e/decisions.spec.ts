import type { Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const signatures = (page: Page) => page.getByRole('table', { name: 'Deciders and signatures' })

/** What everybody says of themselves: in which role they decide. */
async function recordAndSign(page: Page, role: string) {
  await page.getByRole('textbox', { name: 'Role of decider 1' }).fill(role)
  await page.getByRole('button', { name: 'Record decision' }).click()
  const sign = page.getByRole('button', { name: `Sign as ${role}` })
  await expect(sign).toBeEnabled()
  await sign.click()
  await expect(page.getByText('1 of 1 signed')).toBeVisible()
  await expect(signatures(page).getByRole('row').nth(1)).toContainText('Signed Wed 18 Nov 2026, 03:10 UTC')
}

test('a decision is recorded, signed, superseded by another, and holds again when that is withdrawn', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/decisions')
  await expect(page.getByText('6 decisions are in effect. 1 waits for signatures.')).toBeVisible()
  const list = page.getByRole('table', { name: 'Decisions' })
  await expect(list.getByRole('row', { name: /SLO of sending text messages, as/ })).toContainText(
    'to be looked at',
  )
  await page.getByRole('link', { name: 'Another decision' }).click()
  await page.getByRole('combobox', { name: 'Of' }).selectOption('Payments')
  const record = page.getByRole('button', { name: 'Record decision' })
  await expect(record).toBeEnabled()
  await record.click()
  await expect(page.getByText('Say what is decided')).toBeVisible()
  await page.getByRole('textbox', { name: 'Title' }).fill('Charges before refunds')
  await page.getByRole('textbox', { name: 'Decision' }).fill('Charges are put right first.')
  await expectNoA11yViolations()
  await recordAndSign(page, 'product owner')
  await expect(heading(page, 'Charges before refunds')).toBeVisible()
  await expect(page.getByText('In effect')).toBeVisible()
  const first = page.url()

  await page.getByRole('link', { name: 'Supersede' }).click()
  await expect(page.getByText('Takes the place of “Charges before refunds”')).toBeVisible()
  await page.getByRole('textbox', { name: 'Title' }).fill('Refunds as well')
  await page.getByRole('textbox', { name: 'Decision' }).fill('Charges and refunds are put right.')
  await recordAndSign(page, 'product owner')
  await page.getByRole('link', { name: 'Charges before refunds' }).click()
  await expect(page.getByText('Superseded', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Refunds as well' }).click()
  await expect(heading(page, 'Refunds as well')).toBeVisible()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  const asked = page.getByRole('form', { name: 'Withdraw the decision?' })
  await asked.getByRole('textbox', { name: 'Why it is withdrawn' }).fill('It was meant for later')
  await asked.getByRole('button', { name: 'Withdraw the decision' }).click()
  await expect(page.getByText('It was meant for later')).toBeVisible()

  await lookAs(page, 'viewer')
  await page.goto(first)
  await expect(page.getByText('In effect', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Needs the role .*to change it\.$/)).toBeVisible()
  const refused = await page.request.put('/api/decisions/of-a-viewer', { data: {} })
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ type: '/problems/forbidden', field: 'role', value: 'viewer' })
})
