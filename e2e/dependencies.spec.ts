import { expect, test } from './fixtures.ts'

test('whoever wants to call a service sees how it was kept, finds an SLO too loose, and records what to ask its team for', async ({
  page,
}) => {
  await page.goto('/decisions')
  await page.getByRole('link', { name: 'Consuming an API' }).click()
  await page.getByRole('combobox', { name: 'Service' }).selectOption('ledger')
  const leaning = page.getByRole('region', { name: 'What the data lean to' })
  await page.getByRole('combobox', { name: 'Deployment' }).selectOption('prod-us')
  await expect(page).toHaveURL(/service=ledger&deployment=prod-us$/)
  await expect(leaning).toContainText('Solid investment in adaptive capacity')
  await expect(leaning).toContainText('POST /entries, Availability: broken at least once')
  const kept = page.getByRole('table', { name: 'How the SLOs were kept' })
  await expect(kept.getByRole('row', { name: /\/entries/ })).toContainText('12 of 13')
  await expect(kept.getByRole('row', { name: /\/entries/ }).getByRole('img', { name: 'Broken' })).toHaveCount(
    1,
  )

  const defined = page.getByRole('table', { name: 'SLOs of the service' })
  await defined
    .getByRole('row', { name: /\/entries/ })
    .getByRole('link', { name: 'Ask for more' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tighter SLO of a dependency' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'How its periods ended' }).getByRole('row')).toHaveCount(14)
  await expect(leaning).toContainText('Ask for a tighter SLO')

  const target = page.getByRole('textbox', { name: 'Target that you need, %' })
  await target.fill('99.9')
  await expect(page.getByText(/^Above 99\.95.% and below 100$/)).toBeVisible()
  await target.fill('99.98')
  await expect(page).toHaveURL(/target=0\.9998$/)
  await expect(leaning).toContainText(/At the 99\.98.% that is needed it would have been/)
  await page
    .getByRole('region', { name: 'What is it needed for?' })
    .getByRole('textbox', { name: 'Your answer' })
    .fill('Payouts within the hour')
  const form = page.getByRole('form', { name: 'Your decision' })
  await expect(form.getByRole('textbox', { name: 'Decision' })).toHaveValue(
    /^Ask Payments for 99\.98.% of ledger POST \/entries, Availability instead of 99\.95.%/,
  )
  const record = form.getByRole('button', { name: 'Record decision' })
  await expect(record).toBeEnabled()
  await form.getByRole('textbox', { name: 'Role of decider 1' }).fill('architect')
  await record.click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Tighter SLO of ledger POST /entries, Availability' }),
  ).toBeVisible()
  await expect(page.getByText('Payouts within the hour')).toBeVisible()
})
