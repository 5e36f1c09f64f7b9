import { expect, test } from './fixtures.ts'

test('sales learn what may be promised of a service, and its team says what was missing', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/catalog')
  await expect(page.getByText(/^31 services, among them 2 planned and 5 made of others/)).toBeVisible()
  const services = page.getByRole('table', { name: 'Services' })

  // By what is missing, from the figure that says how many lack it.
  await page.getByRole('button', { name: 'Fleet: 4 without hosting' }).click()
  await expect(page).toHaveURL('/catalog?team=fleet&missing=hosting')
  await expect(services.getByRole('rowheader')).toHaveText([
    'edge-gateway',
    'media',
    'partner-api',
    'tracking',
  ])
  await page.goBack()

  // By what is old.
  await page.getByLabel('Not confirmed for 6 months').check()
  await expect(services.getByRole('rowheader')).toHaveText(['mail-out', 'push', 'sms-relay', 'travel-sales'])
  await page.getByLabel('Not confirmed for 6 months').uncheck()

  // A planned service has no figures, and that is no error.
  await services.getByRole('link', { name: 'loyalty', exact: true }).click()
  await expect(page.getByText('to be live 1 Feb 2027')).toBeVisible()
  await expect(page.getByText('That is no error')).toBeVisible()
  await page.goBack()

  // Down from what customers know to what runs.
  await services.getByRole('link', { name: 'checkout', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'checkout' })).toBeVisible()
  await page.getByRole('table', { name: 'Attributes' }).getByRole('link', { name: 'payment-gateway' }).click()
  await expect(page.getByText('99.9 % of charges within each four weeks')).toBeVisible()
  await expect(page.getByRole('region', { name: 'payment-gateway.yaml' })).toContainText(
    '# product: "The product it is a part of"',
  )

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'What people know of payment-gateway' })
  await dialog.getByLabel('Kept up to date by').fill('Architect of Payments')
  await dialog.getByRole('combobox', { name: /^Operating model/ }).selectOption('You build it, SRE run it')
  await expectNoA11yViolations()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Architect of Payments', { exact: true })).toBeVisible()
  await page.getByText('3 versions').click()
  await expect(page.getByText('You build it, SRE run it, kept by Architect of Payments')).toBeVisible()
  await page.getByRole('button', { name: 'Confirm that all this is right' }).click()
  await expect(page.getByText('4 versions')).toBeVisible()
})
