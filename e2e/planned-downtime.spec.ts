import { expect, test } from './fixtures.ts'

/** Figures are set with no-break spaces; tests are written with plain ones. */
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ')

test('before a deployment one sees what its downtime would cost, when it would cost least, and records what is decided', async ({
  page,
}) => {
  await page.goto('/decisions/planned-downtime')
  await page.getByRole('combobox', { name: 'Service' }).selectOption('payment-gateway')
  await page.getByRole('combobox', { name: 'Deployment' }).selectOption('prod-us')
  const leaning = page.getByRole('region', { name: 'What the data lean to' })
  await expect(leaning).toContainText('Another time of this period')
  const costs = page.getByRole('table', { name: 'What the downtime would take of each budget' })
  await expect(costs.getByRole('row')).toHaveCount(6)
  const charge = costs.getByRole('row', { name: /\/charge Availability/ }).first()
  await expect(charge).toContainText('it would')

  await page.getByRole('textbox', { name: 'Down for, minutes' }).fill('1')
  await expect(page).toHaveURL(/minutes=1$/)
  await expect(leaning).toContainText('As planned')
  await page.getByRole('textbox', { name: 'Down for, minutes' }).fill('2000')
  await expect(page.getByText('A whole number from 1 to 1440')).toBeVisible()
  await page.getByRole('textbox', { name: 'Down for, minutes' }).fill('30')
  await expect(leaning).toContainText('Another time of this period')

  const best = page.getByRole('listitem').filter({ hasText: 'Most room in P12' })
  const kept = /keep is (.+ %)\./.exec(plain(await best.textContent()))?.[1] ?? 'none'
  await best.getByRole('button', { name: 'Plan it then' }).click()
  await expect(page).toHaveURL(/from=2026-11-/)
  await expect(leaning).toContainText('As planned')
  expect(plain(await leaning.textContent())).toContain(`would keep the least, ${kept}.`)

  const form = page.getByRole('form', { name: 'Your decision' })
  await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue(
    /^30 min down: payment-gateway in prod-us/,
  )
})
