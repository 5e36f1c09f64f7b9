import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

test('a policy is met, followed and compared', async ({ page, expectNoA11yViolations }) => {
  await test.step('a clause is met at night: it is seen on call, acknowledged, worked on, and in the log for the review', async () => {
    await open(page, '/on-call?slo=payment-gateway.availability.post-charge&in=prod-eu')
    const met = page.getByRole('list', { name: 'Clauses of the policy that are met' })
    await expect(met).toContainText('Policy: Sixty percent gone met at 63.1')
    await met.getByRole('link', { name: 'Policy: Sixty percent gone' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Error budget policy of Payments')
    const dialog = page.getByRole('dialog', { name: 'Sixty percent gone' })
    await dialog.getByRole('checkbox', { name: 'Acknowledged' }).click()
    await dialog.getByRole('textbox', { name: 'Note' }).first().fill('Rolling back')
    await dialog.getByRole('combobox', { name: 'State' }).selectOption('In work')
    await expectNoA11yViolations()
    await dialog.getByRole('button', { name: 'Save what was done' }).click()
    await expect(dialog).toBeHidden()

    const log = page.getByRole('region', { name: 'Enactments', exact: true }).last()
    const row = log.getByRole('row').filter({ hasText: '18 Nov, 03:00' })
    await expect(row).toContainText('Consequences under way')
    await expect(row).toContainText('Demo admin')
  })

  await test.step('what no budget tells of is looked at by people, and counts as met from then on', async () => {
    await open(page, '/policies/payments')
    const clause = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'One incident' }) })
    await expect(clause).toContainText('nobody has yet')
    await clause.getByRole('textbox', { name: 'What you saw' }).fill('inc-1 took half of it')
    await clause.getByRole('button', { name: 'It is met' }).click()
    await expect(clause).toContainText('met, inc-1 took half of it')
    await expect(clause).toContainText('Met, not acknowledged')
  })

  await test.step('a feature that is released in spite of a stop leaves one silver bullet less', async () => {
    await open(page, '/policies/payments')
    const agreed = page.getByRole('region', { name: 'What was agreed' })
    await expect(agreed).toContainText('1 used in 2026, 2 left')
    await agreed.getByRole('button', { name: /^Silver bullets/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Silver bullets' })
    await expect(dialog).toContainText('Strong authentication for refunds')
    await dialog.getByRole('button', { name: 'Record one that was used' }).click()
    await dialog.getByLabel('Released on').fill('2026-11-17')
    await dialog.getByLabel('Release', { exact: true }).fill('2026.11.17-2')
    await dialog.getByLabel('Why it could not wait').fill('A contract begins')
    await expectNoA11yViolations()
    await dialog.getByRole('button', { name: 'Save it' }).click()
    await expect(dialog).toContainText('2026.11.17-2: A contract begins')
    await page.keyboard.press('Escape')
    await expect(agreed).toContainText('2 used in 2026, 1 left')
  })

  await test.step('all policies stand side by side, and the address keeps what is compared', async () => {
    // Months before what the log of the policy shows at first, in one budget of many.
    const passed = 'payment-gateway.availability.default-get-charge-id.prod-us.2026-07-17-07'
    await open(page, `/policies/payments?enactment=payments-policy.slow-burn.${passed}`)
    const opened = page.getByRole('dialog', { name: 'Slow burn' })
    await expect(opened).toContainText('17 Jul, 07:00')
    await page.keyboard.press('Escape')
    await expect(opened).toBeHidden()

    await open(page, '/policies')
    const rows = page.getByRole('table', { name: 'Policies' }).getByRole('row')
    await expect(rows).toHaveCount(7)
    await expect(rows.filter({ hasText: 'Search' })).toContainText('Overdue since 1 Oct 2026')
    await page.getByText('What they say').click()
    await expect(page).toHaveURL(/show=terms$/)
    await page.reload()
    await expect(page.getByRole('row', { name: /^Thaw tax/ })).toContainText(
      '1.5 days for each day with a release',
    )
  })
})
