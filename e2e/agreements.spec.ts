import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const leaning = (page: Page) => page.getByRole('region', { name: 'What the data lean to' })
const question = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function record(page: Page, role: string) {
  await page.getByRole('textbox', { name: 'Role of decider 1' }).fill(role)
  await page.getByLabel('Look at the effect on').fill('2027-02-18')
  const button = page.getByRole('button', { name: 'Record decision' })
  await expect(button).toBeEnabled()
  await button.click()
}

test('an SLO is set by its dependencies, an SLA is left as it is, and a team with three signs of need gets help', async ({
  page,
}) => {
  await open(page, '/decisions')
  await page.getByRole('link', { name: 'Setting an SLO' }).click()
  await expect(page.getByText('No service is chosen')).toBeVisible()
  await page.getByRole('combobox', { name: 'Service' }).selectOption('booking-api')
  await expect(leaning(page)).toContainText('99\u202f% to begin with')
  const roles = page.getByRole('table', { name: 'How each dependency holds the service up' })
  await expect(roles.getByRole('row')).toHaveCount(4)
  await roles.getByRole('combobox', { name: 'Strength of mail-out' }).selectOption('Soft')
  await expect(page).toHaveURL(/mail-out%7Esoft%7Eno%7Eapart/)
  await roles.getByRole('checkbox', { name: 'Adaptive capacity for mail-out is in place' }).click()
  await expect(leaning(page)).toContainText('99.5\u202f% to begin with')

  const outside = page.getByRole('form', { name: 'External dependency' })
  await outside.getByRole('textbox', { name: 'External dependency' }).fill('The bank')
  await outside.getByRole('textbox', { name: 'SLA of its contract, %' }).fill('99.9')
  await outside.getByRole('combobox', { name: 'Published adherence' }).selectOption('Kept')
  await outside.getByRole('button', { name: 'Add dependency' }).click()
  await expect(roles.getByRole('row', { name: /^The bank/ })).toContainText('99.9')
  await page.getByRole('textbox', { name: 'Target to look at, %' }).fill('99.99')
  await expect(page.getByText(/^99\.99\s% is mathematically out of reach/)).toBeVisible()
  await question(page, 'What can be reached with them?').getByLabel('Your answer').fill('Not yet')
  await record(page, 'product owner')
  await expect(page.getByRole('heading', { level: 1, name: 'SLO of booking-api in prod-eu' })).toBeVisible()
  await expect(page.getByText('Not yet')).toBeVisible()

  await open(page, '/decisions/set-sla?contract=nordbahn-timetable')
  await expect(leaning(page)).toContainText('No support for a tighter SLA')
  await expect(leaning(page)).toContainText('Against it: Search in step 1')
  const recovery = page.getByRole('table', { name: 'Recovery of each team' })
  await expect(recovery.getByRole('row', { name: /^Search/ })).toContainText('Negative')
  await expect(page.getByText('agree to minimal penalties only')).toBeVisible()
  await page.getByRole('link', { name: 'SLA adherence' }).click()
  await expect(page).toHaveURL('/indicators/sla-adherence?contract=nordbahn-timetable')

  await open(page, '/decisions/sre-capacity')
  await expect(page.getByText('Search shows 3 of 4 signs.')).toBeVisible()
  await expect(leaning(page)).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Option' }).selectOption('Assign a dedicated SRE')
  await expect(page.getByRole('textbox', { name: 'Decision' })).toHaveValue('Search gets a dedicated SRE.')
  await record(page, 'operations manager')
  await expect(page.getByRole('heading', { level: 1, name: 'SRE capacity for Search' })).toBeVisible()
  await expect(page.getByText('Search shows fewer than 3 of the four signs.')).toBeVisible()
})
