import { expect, test } from './fixtures.ts'

const charge = '/slo/payments/prod-eu/payment-gateway/availability/post-charge'

/** Figures are set with no-break spaces; tests are written with plain ones. */
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ')

test('a team sees what another target would do before it agrees on it, and takes the patch along', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto(charge)
  await page.getByRole('button', { name: 'Change target' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change target' })
  await expect(dialog).toContainText('POST /charge')

  await dialog.getByLabel('New target, %').fill('99.9')
  await dialog.getByLabel('Reason').fill('Bank holidays count too')
  const table = dialog.getByRole('table', { name: /^Budget by deployment/ })
  await expect(table.getByRole('rowheader')).toHaveText(['prod-eu', 'prod-us', 'prod-jp', 'staging'], {
    timeout: 30_000,
  })
  const effect = plain(
    await dialog
      .getByRole('heading', { name: /^Effect on P12/ })
      .locator('..')
      .textContent(),
  )
  expect(effect).toContain('At 99.9 % everything may fail for 40 min of the period, at 99.95 % for 20 min.')
  expect(effect).toContain('would count from 18 Nov, 03:00 on')

  await expect(dialog).toContainText('would be as tight as the SLO, or tighter')

  const patch = dialog.getByRole('region', { name: 'The SLO as OpenSLO' })
  await expect(patch).toContainText('- target: 0.999 # Bank holidays count too')
  await expect(patch).toContainText('name: payment-gateway.availability.post-charge')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  expect((await downloading).suggestedFilename()).toBe('payment-gateway.availability.post-charge.yaml')

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await test.step(colorScheme, () => expectNoA11yViolations())
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await test.step('phone', () => expectNoA11yViolations())

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('a target that cannot be is told so while it is typed', async ({ page }) => {
  await page.goto(charge)
  await page.getByRole('button', { name: 'Change target' }).click()
  const field = page.getByLabel('New target, %')
  await field.fill('101')
  await expect(page.getByRole('alert')).toHaveText('A target is above 0 % and at most 100 %')
  await field.fill('100')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /^Effect on P12/ })).toBeVisible({ timeout: 30_000 })
})
