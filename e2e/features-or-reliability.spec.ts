import { expect, test } from './fixtures.ts'

test('a product owner asks five questions, changes what they name by hand, and passes the list on', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/planning')
  const tray = page.getByRole('complementary', { name: 'Shortlist and decision' })
  const shortlist = tray.getByRole('region', { name: 'Shortlist' })
  const rowsOf = (question: string) => page.getByRole('table', { name: question }).getByRole('row')

  await test.step('six lists, and once each what they name', async () => {
    await expect(shortlist.getByRole('listitem').first()).toContainText('sms-relay POST /receipts')
    await expect(shortlist.getByRole('img', { name: 'Questions 1, 2, 3, 4' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
      'Who breaks budgets in most periods?',
      'Who runs out first?',
      'Who ends deepest below zero?',
      'Who burns fastest?',
      'Which endpoints are least available?',
      'Which endpoints are slowest?',
      'Shortlist',
      'What the list says',
    ])
    await expect(rowsOf('Who ends deepest below zero?').nth(1)).toContainText('mail-out mail sent')
    await expect(rowsOf('Who ends deepest below zero?').nth(1)).toContainText('−87')
    await expect(tray.getByText('The data lean to neither')).toBeVisible()
    await expectNoA11yViolations()
  })

  await test.step('apart, an endpoint stands there once for each deployment', async () => {
    const merged = await shortlist.getByRole('listitem').count()
    await page.getByRole('checkbox', { name: 'Merge deployments' }).click()
    await expect(page).toHaveURL(/merge=no/)
    await expect(shortlist.getByRole('listitem')).not.toHaveCount(merged)
    await page.goBack()
    await expect(shortlist.getByRole('listitem')).toHaveCount(merged)
  })

  await test.step('by keyboard a row leaves the list, and the next one comes on to it; the address says so', async () => {
    const slowest = page.getByRole('table', { name: 'Which endpoints are slowest?' })
    const next = slowest.getByRole('link', { name: /^4th: payment-gateway POST \/charge/ })
    await next.focus()
    await page.keyboard.press('x')
    await expect(page).toHaveURL(/add=slowest_payment-gateway\.post-charge_prod-us/)
    await expect(shortlist.getByRole('link', { name: 'payment-gateway POST /charge' })).toBeVisible()
    await page.keyboard.press('k')
    await expect(slowest.getByRole('link', { name: /refunds/ }).nth(2)).toBeFocused()
    await page.keyboard.press('x')
    await expect(
      slowest.getByRole('checkbox', { name: /prod-us on the shortlist/ }).first(),
    ).not.toBeChecked()
    await expect(tray.getByText('By hand: 1 left out, 1 added.')).toBeVisible()

    await page.reload()
    await expect(tray.getByText('By hand: 1 left out, 1 added.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Slowest 3 picked' })).toBeVisible()
  })

  await test.step('a list leads to the page of its indicator, with the same rows first', async () => {
    const deepest = page.getByRole('table', { name: 'Who ends deepest below zero?' })
    await deepest.getByRole('link', { name: /in Premature exhaustion/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Premature exhaustion' })).toBeVisible()
    const first = page
      .getByRole('table', { name: 'Premature SLO error budget exhaustion' })
      .getByRole('row')
      .nth(1)
    await expect(first).toContainText('mail-out')
    await expect(first).toContainText('−87')
  })
})
