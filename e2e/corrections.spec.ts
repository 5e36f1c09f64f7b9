import type { Page } from '@playwright/test'

import { expect, lookAs, test } from './fixtures.ts'

const SLO = '/slo/messaging/prod-us/push/availability/post-push'
const PHONE = { width: 390, height: 844 }

// Some of what is asked for is meant to be refused.
test.use({ mayBeRefused: true })

function dialogOf(page: Page) {
  return page.getByRole('dialog', { name: 'Correct the budget' })
}

test(
  'hours are left out with their effect seen before, are told everywhere, and are taken back',
  { tag: ['@standalone', '@pglite'] },
  async ({ page, expectNoA11yViolations }) => {
    await page.goto(SLO)
    const correct = page.getByRole('button', { name: 'Correct the budget' })
    // Until it is known who looks nobody may, and a disabled button takes no focus.
    await expect(correct).toBeEnabled()
    await correct.press('Enter')
    const dialog = dialogOf(page)
    await dialog.getByLabel('From, UTC').fill('2026-11-01T22:00')
    await dialog.getByLabel('To, UTC').fill('2026-11-02T02:00')
    await expect(dialog.getByRole('alert')).toContainText('It reaches over the end of P11')
    await expect(dialog.getByRole('alert')).toContainText('2026-11-02T00:00:00Z to 2026-11-02T02:00:00Z')
    await expectNoA11yViolations()

    await dialog.getByLabel('From, UTC').fill('2026-11-03T00:00')
    await dialog.getByLabel('To, UTC').fill('2026-11-17T00:00')
    const effect = dialog.getByRole('table', { name: 'Budgets as they are and as they would be' })
    await expect(effect.getByRole('row')).toHaveCount(2)
    await expect(effect.getByRole('row').nth(1)).toContainText('P12')
    await dialog.getByRole('button', { name: 'Record the correction' }).click()
    await expect(dialog.getByText('Say why, for whoever looks later')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The probe of the journey was broken')
    await dialog.getByLabel('Because of').selectOption('Bad measurement')
    await expectNoA11yViolations()
    await page.keyboard.press('Escape')
    await expect(dialog, 'nothing is recorded by looking').toBeHidden()
    await expect(page.getByText('None in this window: raw and corrected figures are the same.')).toBeVisible()

    await page.getByRole('button', { name: 'Correct the budget' }).click()
    await dialog.getByLabel('From, UTC').fill('2026-11-03T00:00')
    await dialog.getByLabel('To, UTC').fill('2026-11-17T00:00')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The probe of the journey was broken')
    await dialog.getByRole('button', { name: 'Record the correction' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('The probe of the journey was broken')).toBeVisible()
    await expect(
      page.getByRole('table', { name: 'Periods' }).getByRole('columnheader', { name: 'Uncorrected' }),
    ).toBeVisible()

    await page.getByRole('link', { name: 'All corrections of push' }).click()
    const row = page
      .getByRole('table', { name: 'Corrections' })
      .getByRole('row', { name: /The probe of the journey/ })
    await expect(row.first()).toContainText('In force')
    await row
      .first()
      .getByRole('button', { name: /Withdraw/ })
      .click()
    const question = page.getByRole('dialog', { name: 'Withdraw the correction?' })
    await question.getByRole('textbox', { name: 'Why' }).fill('It was not')
    await expectNoA11yViolations()
    await question.getByRole('button', { name: 'Withdraw the correction' }).click()
    await expect(question).toBeHidden()
    await expect(row.first()).toContainText('It was not')

    await page.goBack()
    await expect(page.getByText(/Withdrawn 18.Nov by .*: It was not/)).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Uncorrected' })).toBeHidden()
  },
)

test('what recurs is told as one, on a phone too, and what is listed can be filtered and taken along', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.setViewportSize(PHONE)
  await page.goto(SLO)
  await page.getByRole('button', { name: 'Correct the budget' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Happens').selectOption('By an RRULE')
  await dialog.getByLabel('Rule, by the clock of UTC').fill('FREQ=HOURLY;COUNT=2')
  await expect(dialog.getByRole('alert')).toContainText('FREQ=DAILY; FREQ=WEEKLY; FREQ=MONTHLY')
  await dialog.getByLabel('Happens').selectOption('Every week')
  await expect(dialog.getByText(/Every week, 12 times: .*; and 9 more/)).toBeVisible()
  await expectNoA11yViolations()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.goto('/corrections?category=agreed-maintenance&q=carriers')
  const table = page.getByRole('table', { name: 'Corrections' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table.getByRole('row').nth(1)).toContainText('every week on Sunday, 16 times')
  await expect(table.getByRole('row').nth(1)).toContainText('sms-relay')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('corrections.csv')
  await page.getByRole('searchbox').fill('no such words')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/corrections')
  await expect(table.getByRole('row', { name: /Identity, product owner/ })).toContainText('Withdrawn')

  await page.goto('/corrections?category=agreed-maintenance&q=carriers')
  // One Sunday the carriers put their window off.
  await table.getByRole('button', { name: /^Withdraw: The carriers/ }).click()
  const question = page.getByRole('dialog', { name: 'Withdraw the correction?' })
  await question.getByRole('radio', { name: 'One time' }).click()
  await question
    .getByRole('combobox', { name: /^Time/ })
    .selectOption({ label: 'Sun 15\u00a0Nov, 01:00–03:00 UTC' })
  const effect = question.getByRole('table', { name: 'Budgets as they are and as they would be' })
  await expect(effect.getByRole('row').nth(1)).toContainText('P12')
  await question.getByRole('textbox', { name: 'Why' }).fill('Put off by a week')
  await expectNoA11yViolations()
  await question.getByRole('button', { name: 'Withdraw the correction' }).click()
  await expect(question).toBeHidden()
  await expect(table.getByRole('row').nth(1)).toContainText('Withdrawn in part')
  await expect(table.getByRole('row').nth(1)).toContainText('1 withdrawn')
  await expect(table.getByRole('row').nth(1)).toContainText('Put off by a week')
})

test('who may not correct is told which role could', async ({ page }) => {
  await lookAs(page, 'viewer')
  await page.goto(SLO)
  const button = page.getByRole('button', { name: 'Correct the budget' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(/team editor of messaging, or coach, or admin/)
})

test.describe('seen from New York', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('a Sunday that was agreed by the clocks of Berlin is not taken for a Saturday', async ({ page }) => {
    await page.goto('/corrections?category=agreed-maintenance&q=carriers')
    const table = page.getByRole('table', { name: 'Corrections' })
    await expect(table.getByRole('columnheader', { name: 'Hours, New York time' })).toBeVisible()
    const row = table.getByRole('row').nth(1)
    await expect(row).toContainText(/Sat 12.Sep, 20:00–22:00/)
    await expect(row).toContainText(
      /Sun 13.Sep, 02:00–04:00 Berlin time; every week on Sunday, 16 times, Berlin time/,
    )
  })
})
