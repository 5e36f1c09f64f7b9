import type { Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

// A change that comes too late is refused, and the browser notes it.
test.use({ mayBeRefused: true })

const PAGE = '/transformation/delivery'

const rowOf = (page: Page, table: string, name: RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row', { name })

/** As a colleague would whose page was opened before. */
function decideElsewhere(page: Page, bottleneck: string): Promise<number> {
  return page.evaluate(async (id) => {
    const evidence = [{ kind: 'other', isFound: false, says: 'Looked at it elsewhere', link: null }]
    const response = await fetch(`/api/bottlenecks/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seenVersion: 0, entered: { evidence, decision: null } }),
    })
    return response.status
  }, bottleneck)
}

test('a coach finds what slows delivery, looks at what it is made of, and decides with evidence', async ({
  page,
  expectNoA11yViolations,
}) => {
  await lookAs(page, 'coach')
  await page.goto(PAGE)
  const components = 'Five indicators, ten components'
  await expect(rowOf(page, components, /Build lead time/)).toContainText('builds')
  await expect(page.getByText('Indicators describe the process, never people.')).toBeVisible()
  await expect(rowOf(page, 'By team', /Identity/)).toContainText('6.6')

  await page.getByRole('button', { name: 'Build lead time' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('figure', { name: 'Build lead time, period by period' })).toBeVisible()
  await rowOf(page, 'By team', /Fleet/).getByRole('link', { name: 'Fleet' }).click()
  await expect(rowOf(page, 'By service', /edge.gateway/i)).toBeVisible()
  await page.getByRole('radio', { name: 'Builds' }).click()
  await page.getByRole('radio', { name: 'Failed' }).click()
  await expect(rowOf(page, 'Builds', /mainline/).first()).toContainText('failed')
  await expect(page, 'every choice is in the address').toHaveURL(
    /team=fleet.*group=service.*component=build-lead-time.*events=builds.*result=failed/,
  )

  await page.getByRole('radio', { name: 'Bottlenecks' }).click()
  await page.getByRole('button', { name: 'Build lead time' }).click()
  const dialog = page.getByRole('dialog', { name: 'Build lead time, Fleet' })
  await dialog.getByRole('button', { name: 'Enter evidence or a decision' }).click()
  await dialog.getByRole('button', { name: 'Save evidence and decision' }).click()
  await expect(dialog.getByText('Add evidence, or decide.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add evidence' }).click()
  await dialog.getByLabel('What it says').fill('Fixes wait an hour for the mainline')
  await dialog.getByRole('combobox', { name: 'Decision' }).selectOption('Prioritise')
  await dialog.getByLabel('Reason').fill('Every repair waits for it')
  await dialog.getByLabel('Owner').fill('Fleet, product owner')
  await dialog.getByLabel('By', { exact: true }).fill('2026-12-18')
  await expectNoA11yViolations()
  expect(await decideElsewhere(page, 'cd.build-lead-time.fleet')).toBe(200)
  await dialog.getByRole('button', { name: 'Save evidence and decision' }).click()
  await expect(dialog.getByText(/changed it while you did/), 'nothing is overwritten').toBeVisible()
  await expect(dialog.getByText(/Looked at it elsewhere.*Yours:.*Fixes wait an hour/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(dialog.getByText('The evidence leans to prioritise; people decide.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, 'Bottlenecks of delivery', /Build lead time/)).toContainText('Prioritise')
  await page.getByRole('button', { name: 'Decision All' }).click()
  await page.getByRole('checkbox', { name: /^Not decided/ }).click()
  await expect(rowOf(page, 'Bottlenecks of delivery', /Build lead time/)).toHaveCount(0)
  await expect(rowOf(page, 'Bottlenecks of delivery', /Build recovery time/)).toBeVisible()
})

test('whoever may not decide sees what was decided, and why they may not', async ({ page }) => {
  await lookAs(page, 'viewer')
  await page.goto(`${PAGE}?part=bottlenecks&open=cd.deployment-recovery.payments`)
  const dialog = page.getByRole('dialog', { name: 'Deployment recovery time, Payments' })
  await expect(dialog.getByText(/Support counted eleven tickets/)).toBeVisible()
  await expect(dialog.getByText(/Needs the role .* to decide on it/)).toBeVisible()
})
