import { expect, test } from './fixtures.ts'

test('a product owner asks five questions, changes what they name by hand, and records how the period is shared', async ({
  page,
}) => {
  await page.goto('/planning?team=booking,payments')
  const tray = page.getByRole('complementary', { name: 'Shortlist and decision' })
  const shortlist = tray.getByRole('region', { name: 'Shortlist' }).getByRole('listitem')
  const form = tray.getByRole('form', { name: 'Your decision' })

  await test.step('six lists, once each what they name, and what the length of that says', async () => {
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
      'Who breaks budgets in most periods?',
      'Who runs out first?',
      'Who ends deepest below zero?',
      'Who burns fastest?',
      'Which endpoints are least available?',
      'Which endpoints are slowest?',
      'Shortlist',
      'What the list says',
      'Your decision for P13',
    ])
    await expect(shortlist.first()).toContainText('refunds POST /refunds')
    await expect(shortlist.first().getByRole('img', { name: 'Questions 1, 5' })).toBeVisible()
    await expect(shortlist).toHaveCount(14)
    await expect(tray.getByText('The data lean to reliability.')).toBeVisible()
    await expect(form.getByRole('button', { name: 'Record decision' })).toBeEnabled()
  })

  await test.step('apart, an endpoint stands there once for each deployment', async () => {
    await page.getByRole('checkbox', { name: 'Merge deployments' }).click()
    await expect(page).toHaveURL(/merge=no/)
    await expect(shortlist).toHaveCount(16)
    await page.goBack()
    await expect(shortlist).toHaveCount(14)
  })

  await test.step('by keyboard a row leaves the list, and the next one comes on to it; the address says so', async () => {
    const slowest = page.getByRole('table', { name: 'Which endpoints are slowest?' })
    await slowest.getByRole('link', { name: /^4th: payment-gateway POST \/charge/ }).focus()
    await page.keyboard.press('x')
    await expect(page).toHaveURL(/add=slowest_payment-gateway\.post-charge_prod-us/)
    await expect(tray.getByText('By hand: 0 left out, 1 added.')).toBeVisible()
    await page.keyboard.press('k')
    await expect(slowest.getByRole('link', { name: /refunds/ }).nth(2)).toBeFocused()
    await page.keyboard.press('x')
    await expect(tray.getByText('By hand: 1 left out, 1 added.')).toBeVisible()
    await page.reload()
    await expect(
      slowest.getByRole('checkbox', { name: /prod-us on the shortlist/ }).first(),
    ).not.toBeChecked()
    await expect(page.getByRole('button', { name: 'Slowest 3 picked' })).toBeVisible()
  })

  await test.step('a list leads to the page of its indicator, with the same rows first', async () => {
    const deepest = page.getByRole('table', { name: 'Who ends deepest below zero?' })
    await deepest.getByRole('link', { name: 'Premature error budget exhaustion' }).click()
    const table = page.getByRole('table', { name: 'Premature SLO error budget exhaustion' })
    await expect(table.getByRole('row').nth(1)).toContainText('holds')
    await expect(table.getByRole('row').nth(1)).toContainText('−32')
    await page.goBack()
  })

  await test.step('the split is set by keys; against what the data lean to it asks why', async () => {
    const features = tray.getByRole('slider', { name: 'Capacity for features in P13' })
    await expect(form.getByRole('button', { name: 'Record decision' })).toBeEnabled()
    await features.press('ArrowRight')
    await expect(form.getByLabel('Reason for deciding otherwise')).toBeVisible()
    for (const _press of [1, 2, 3]) await features.press('ArrowLeft')
    await expect(features).toHaveAttribute('aria-valuetext', '40 % features, 60 % reliability')
    await expect(form.getByLabel('Reason for deciding otherwise')).toBeHidden()
    await form.getByLabel('Reasons').fill('Refunds first, the seat upgrade waits')
    await form.getByLabel('Role of decider 1').fill('product owner')
    await form.getByRole('button', { name: 'Record decision' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Features or reliability in P13: Booking and Payments' }),
    ).toBeVisible()
    await expect(page.getByText(/60.% of the capacity goes to reliability/)).toBeVisible()
  })

  await test.step('for the same teams and period the record stands in its place', async () => {
    await page.goBack()
    await expect(tray.getByText('0 of 1 signed')).toBeVisible()
    await expect(tray.getByText(/Review on 4 Jan/)).toBeVisible()
    await expect(form).toBeHidden()
    await tray.getByRole('link', { name: 'Features or reliability in P13: Booking and Payments' }).click()
    await expect(page).toHaveURL(/\/decisions\/records\//)
  })
})
