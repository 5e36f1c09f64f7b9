import type { Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

const PAGE = '/transformation/hypotheses'

const table = (page: Page) => page.getByRole('table', { name: 'Expectations' })
const row = (page: Page, name: string) => table(page).getByRole('row', { name: new RegExp(name) })

test('a coach records what is expected, enters a value, and the state follows', async ({
  page,
  expectNoA11yViolations,
}) => {
  await lookAs(page, 'coach')
  await page.goto(PAGE)
  await expect(page.getByText('5 of 7 expectations that were due are met.')).toBeVisible()
  await expect(row(page, 'Support escalations halved')).toContainText('Not met')

  await page.getByRole('button', { name: 'Record an expectation' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Record an expectation' })
  await form.getByRole('button', { name: 'Save the expectation' }).click()
  await expect(form.getByText('Say what will be better, and for whom')).toHaveCount(1)
  await form.getByLabel('Begin with').selectOption('More than half of the services within budget')
  await expect(form.getByLabel('Figure')).toHaveValue('services-within-budget')
  await form.getByRole('textbox', { name: 'Expectation' }).fill('Nine of ten services within budget')
  await form.getByRole('textbox', { name: 'Value', exact: true }).fill('90')
  await expectNoA11yViolations()
  await form.getByRole('button', { name: 'Save the expectation' }).click()
  await expect(form).toBeHidden()
  await expect(row(page, 'Nine of ten')).toContainText('Not due')
  await expect(row(page, 'Nine of ten')).toContainText('More than 90')

  await page.getByRole('button', { name: 'Reliability work is taken up' }).click()
  const one = page.getByRole('dialog', { name: 'Reliability work is taken up a quarter sooner' })
  await one.getByRole('button', { name: 'Enter a value' }).click()
  await one.getByLabel('Month').fill('2026-10')
  await one.getByLabel('Value, days').fill('23')
  await one.getByRole('textbox', { name: 'Note' }).fill('Two teams had no time for it')
  await one.getByRole('button', { name: 'Save the value' }).click()
  await expect(one.getByText('Two teams had no time for it')).toBeVisible()
  await one.getByRole('button', { name: 'Close' }).click()
  await expect(row(page, 'Reliability work is taken up')).toContainText('Not due')
  await expect(page.getByText('5 are open, 1 of them on track.')).toBeVisible()

  await page.getByRole('button', { name: 'Nine of ten services within budget' }).click()
  const recorded = page.getByRole('dialog', { name: 'Nine of ten services within budget' })
  await recorded.getByRole('button', { name: 'Withdraw' }).click()
  await recorded.getByRole('button', { name: 'Withdraw the expectation' }).click()
  await expect(recorded.getByText('version 2')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row(page, 'Nine of ten')).toHaveCount(0)

  await page.getByRole('button', { name: 'State All' }).click()
  await page.getByRole('checkbox', { name: /^Not met/ }).click()
  await expect(table(page).getByRole('row')).toHaveCount(3)
  await page.reload()
  await expect(table(page).getByRole('row'), 'the choice is in the address').toHaveCount(3)
})

test('whoever may not record sees why, and reads the survey beside the data', async ({ page }) => {
  await lookAs(page, 'viewer')
  await page.goto(`${PAGE}?open=escalations`)
  await expect(
    page.getByRole('dialog').getByText('Needs the role coach, or admin to change it.'),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Record an expectation' })).toBeDisabled()
  const users = page
    .getByRole('table', { name: 'How it is seen' })
    .getByRole('row', { name: /Users.*Sep 2026/ })
  await expect(users).toContainText('+26')
  await expect(users).toContainText('in P9')
})
