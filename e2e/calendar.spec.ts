import { expect, test } from './fixtures.ts'

test('a coach sees which review waits longest, holds one with its figures, and sets how often', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/calendar')
  await expect(page.getByText(/reviews are overdue, longest the/)).toBeVisible()
  const reviews = page.getByRole('table', { name: 'Reviews' })
  await expect(reviews.getByRole('row').nth(1)).toHaveText(/^Overdue/)

  await page.getByRole('button', { name: 'Of All' }).click()
  await page.getByRole('checkbox', { name: 'Search', exact: true }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/calendar?team=search')
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await expect(page.getByRole('link', { name: /\/api\/calendar\.ics\?team=search$/ })).toBeVisible()
  await page.keyboard.press('Escape')

  // What was listed before stays until the answer is there.
  await expect(reviews.getByRole('button', { name: 'SLO check' })).toHaveCount(1)
  await reviews.getByRole('button', { name: 'SLO check' }).click()
  const dialog = page.getByRole('dialog', { name: 'SLO check, Search' })
  await expect(dialog.getByText('Timetable freshness loosened to what users notice.')).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Error budget depletion' })).toHaveAttribute(
    'href',
    '/indicators/error-budget-depletion?team=search&from=2026-08-10T00%3A00%3A00Z&to=2026-11-02T00%3A00%3A00Z&at=2026-11-18T03%3A00%3A00Z',
  )
  await dialog.getByRole('button', { name: 'Record what came of it' }).click()
  await expect(dialog.getByLabel('Held on')).toHaveValue('2026-11-18')
  await expect(dialog.getByLabel('Held on')).toBeFocused()
  await dialog.getByRole('button', { name: 'Save the outcome' }).click()
  await expect(dialog.getByText('What was decided, if only that all stays')).toBeVisible()
  await dialog.getByLabel('By').fill('Lead of Search and SRE')
  await dialog.getByLabel('Decision').fill('All targets stay as they are')
  await expectNoA11yViolations()
  await dialog.getByRole('button', { name: 'Save the outcome' }).click()
  await expect(dialog.getByText('18 Feb 2027', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Record what came of it' })).toBeFocused()
  await dialog.getByText('Then 18 May 2027 and 2 more within a year').click()
  await expect(dialog.getByText('18 May 2027, 18 Aug 2027, 18 Nov 2027, if each')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/calendar?team=search')

  await page.getByRole('button', { name: 'Cadences' }).click()
  const cadences = page.getByRole('dialog', { name: 'Cadences' })
  await cadences.getByLabel('SLO check').selectOption('every month')
  await cadences.getByRole('button', { name: 'Save the cadences' }).click()
  await expect(cadences).toBeHidden()
  await expect(reviews.getByRole('row', { name: /SLO check/ })).toContainText('18 Dec 2026')
})
