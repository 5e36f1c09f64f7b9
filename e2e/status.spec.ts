import { expect, test } from './fixtures.ts'

test(
  'one sees what is impacted and what people are told, writes the next word, and each audience sees its own',
  { tag: ['@standalone', '@postgres'] },
  async ({ page, expectNoA11yViolations }) => {
    await page.goto('/status')
    await expect(page.getByText(/^\d+ of 24 services (?:is|are) impacted$/)).toBeVisible()
    const incident = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { level: 3, name: /Payment gateway.* in prod-eu/ }),
    })
    await expect(incident).toContainText('Priority 1')
    await expect(incident).toContainText('POST /charge fails in prod-eu')
    await expect(incident).toContainText(/Next update announced for 18.Nov/)
    await expect(page.getByRole('heading', { level: 2, name: 'prod-eu Impacted' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Fraud check' }).first()).toHaveAttribute(
      'href',
      '/explore/payments/prod-eu/fraud-check',
    )

    await incident.getByRole('button', { name: /Write an update/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Write an update' })
    await dialog.getByRole('button', { name: 'Tell people' }).click()
    await expect(dialog.getByText('Write what is known')).toBeVisible()
    await dialog.getByLabel('What people are told').fill('The release is being taken back')
    await dialog.getByRole('radio', { name: 'Stakeholders' }).click()
    await expectNoA11yViolations()
    await dialog.getByRole('button', { name: 'Tell people' }).click()
    await expect(dialog).toBeHidden()
    await expect(incident).toContainText('The release is being taken back')
    await expect(incident).toContainText('for stakeholders')

    await page.getByRole('combobox', { name: 'As seen by' }).selectOption('External')
    await expect(page).toHaveURL('/status?audience=external')
    await expect(incident).toContainText('Some requests to Payment gateway in prod-eu fail')
    await expect(page.getByText('The release is being taken back')).toBeHidden()
    await expect(page.getByText('POST /charge fails in prod-eu')).toBeHidden()
    await expect(page.getByText('Ledger')).toBeHidden()

    await page.getByRole('combobox', { name: 'By', exact: true }).selectOption('Product')
    await expect(page.getByRole('heading', { level: 2, name: 'Payments Impacted' })).toBeVisible()
    const feed = page.getByRole('link', { name: 'Atom feed of this view' })
    await expect(feed).toHaveAttribute('href', '/api/status.atom?audience=external&by=product')
    await page.getByRole('button', { name: 'For feed readers' }).click()
    await expect(page.getByText(/API token with the scope read as its password/)).toBeVisible()
    await page.keyboard.press('Escape')
    const told = await page.evaluate(async () => {
      const response = await fetch('/api/status.atom?audience=external')
      const document = new DOMParser().parseFromString(await response.text(), 'application/xml')
      return {
        type: response.headers.get('content-type'),
        root: document.documentElement.localName,
        namespace: document.documentElement.namespaceURI,
        isBroken: document.querySelector('parsererror') !== null,
        ids: [...document.querySelectorAll('entry > id')].map(({ textContent }) => textContent),
      }
    })
    expect(told).toMatchObject({ root: 'feed', namespace: 'http://www.w3.org/2005/Atom', isBroken: false })
    expect(told.type).toContain('application/atom+xml')
    expect(new Set(told.ids).size).toBe(told.ids.length)
    expect(told.ids.length).toBeGreaterThan(0)

    await test.step('who is shown a service is changed where it is seen', async () => {
      await page.goto('/status?by=product')
      await page.getByRole('button', { name: 'Change for whom Recommendations is listed' }).click()
      const listing = page.getByRole('dialog', { name: 'Listing of Recommendations' })
      await listing.getByRole('radio', { name: 'External' }).click()
      await listing.getByRole('textbox', { name: 'Product' }).fill('Discovery')
      await expectNoA11yViolations()
      await listing.getByRole('button', { name: 'Save the listing' }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Discovery Healthy' })).toBeVisible()
    })
  },
)
