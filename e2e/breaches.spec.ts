import { expect, test } from './fixtures.ts'

const CHARGE = 'payment-gateway.availability.post-charge.prod-eu.2026-11-18-01'

test(
  'somebody finds last night’s breach, reads why, says what users felt, and sees what follows',
  { tag: ['@standalone', '@pglite'] },
  async ({ page, expectNoA11yViolations }) => {
    await page.goto('/organization')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Breaches' }).click()
    const table = page.getByRole('table', { name: 'Breaches' })
    await expect(page.getByText(/breaches of \d+ SLOs led to \d+ alerts/)).toBeVisible()

    await test.step('by cause, each group with its own counts', async () => {
      await page.getByRole('radio', { name: 'Cause' }).click()
      await expect(page).toHaveURL(/group=cause/)
      await expect(table.getByRole('rowheader', { name: /Third party.*together/ })).toBeVisible()
      await page.getByRole('radio', { name: 'Nothing' }).click()
    })

    await test.step('what nobody has reviewed yet, or what users felt otherwise', async () => {
      await page.getByRole('radio', { name: /^Reviewed, [1-9]/ }).click()
      await expect(page).toHaveURL(/review=reviewed/)
      await expect(table.getByRole('link', { name: 'Classify' })).toHaveCount(0)
      await page.getByRole('radio', { name: /^Not yet, [1-9]/ }).click()
      await expect(page).toHaveURL(/review=not-reviewed/)
      await expect(table.getByRole('link', { name: 'Classify' }).first()).toBeVisible()
      await expect(page.getByText(/0 of them are reviewed/)).toBeVisible()
    })

    await page.getByRole('searchbox', { name: 'Find in this list' }).fill('charge prod-eu availability')
    const row = table.getByRole('row', { name: /18.Nov, 01:00/ })
    await expect(row).toContainText('payment-gateway')
    await row.getByRole('link', { name: 'Classify' }).click()

    await test.step('the page says all that an alert would', async () => {
      await expect(page).toHaveURL(new RegExp(`/breaches/${CHARGE}$`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Breach of POST .charge Availability/)
      await expect(page.getByText(/^Broken by/).first()).toBeVisible()
      await expect(page.getByRole('table', { name: 'Dependencies then' })).toContainText('fraud-check')
      await expect(page.getByRole('table', { name: 'Breaches of this SLO before' })).toContainText(
        'Third party',
      )
      await expectNoA11yViolations()
    })

    await test.step('what is missing is said where it is missing', async () => {
      await page.getByRole('button', { name: 'Save the review' }).click()
      await expect(page.getByText('Say what users felt')).toBeVisible()
    })
    await page.getByRole('radio', { name: 'Users were hit too hard before it told anybody' }).click()
    const follows = page.getByRole('group', { name: 'What follows' })
    await expect(follows).toContainText('Tighten the SLO.')
    await expect(follows.getByRole('button', { name: 'Change target' })).toBeVisible()
    await page.getByRole('radio', { name: 'Own bug, no downtime' }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Release 2026.11.18-1 drops the currency')
    await page.getByRole('button', { name: 'Save the review' }).click()

    await expect(page.getByRole('button', { name: 'Change the review' })).toBeVisible()
    const history = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Reviews of this SLO' }) })
    await expect(history).toContainText('Release 2026.11.18-1 drops the currency')
    await expect(history).toContainText(/\d of \d+ reviews say: tighten the SLO/)

    // The mock keeps what is entered as long as its page.
    if (test.info().project.name === 'mock') return
    await page.reload()
    await expect(history).toContainText('Release 2026.11.18-1 drops the currency')
  },
)
