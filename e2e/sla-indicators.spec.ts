import { expect, test } from './fixtures.ts'

test('legal counsel finds what was promised, whether it was kept, which part broke it, and what that may cost', async ({
  page,
}) => {
  await page.goto('/indicators')
  await page.getByRole('link', { name: 'SLAs by service' }).click()
  await expect(
    page.getByText(/^4 contractual SLAs rest on 8 endpoint-level SLAs of 8 services/),
  ).toBeVisible()
  await expect(page.getByText('Error budget period: 4 weeks')).toBeVisible()
  await expect(page.getByText(/P12, 2–29\sNov, 11\sd\s20\sh left/)).toBeVisible()

  // One customer's contract leaves the endpoints that carry it, and who must defend them.
  const contracts = page.getByRole('table', { name: 'Contractual SLAs' })
  await expect(contracts.locator('[data-row]')).toHaveCount(4)
  await page.getByRole('button', { name: 'Only Timetable for Nordbahn' }).click()
  await expect(page).toHaveURL(/contract=nordbahn-timetable/)
  await expect(contracts.locator('[data-row]')).toHaveCount(1)
  const parts = page.getByRole('table', { name: 'Endpoint-level SLAs' })
  await expect(parts.locator('[data-row]')).toHaveCount(2)
  await expect(parts).toContainText('timetable')

  await contracts.getByRole('link', { name: 'SLA adherence of Timetable for Nordbahn' }).click()
  await expect(page).toHaveURL('/indicators/sla-adherence?contract=nordbahn-timetable')
  await expect(
    page.getByText(
      /Timetable for Nordbahn in prod-eu in 2 periods, last in P6, because GET \/timetable 99\.85\s% of timetable was broken/,
    ),
  ).toBeVisible()
  const causes = page.getByRole('table', { name: 'What broke a contract' }).locator('[data-row]')
  await expect(causes.first()).toContainText('GET /timetable 99.85\u202f% of timetable was broken')
  const verdicts = page.getByRole('table', { name: 'SLA adherence' })
  const broken = verdicts.getByRole('link', {
    name: /^P6: Broken, .* left on average, because GET \/timetable/,
  })
  await broken.click()

  // The cell leads to the curve of its own period, with the releases of the services.
  await expect(page).toHaveURL(
    /\/indicators\/sla-depletion\?.*from=2026-05-18T00%3A00%3A00Z&to=2026-06-15T00%3A00%3A00Z.*contract=nordbahn-timetable/,
  )
  const curves = page.getByRole('region', { name: 'SLA depletion, graphs' })
  await expect(
    curves.getByRole('link', { name: /^P6: \d+\s% left, least −\d+\s% of GET \/timetable .* \d+ releases/ }),
  ).toBeVisible()

  await page.getByRole('radio', { name: 'Table' }).click()
  const rows = page.getByRole('table', { name: 'SLA depletion' }).locator('[data-row]')
  await expect(rows.first()).toContainText('mean of parts')
  await expect(rows.nth(1)).toContainText('Endpoint')
})

test('a contract is no matter of the time before it was signed, and says from when on it holds', async ({
  page,
}) => {
  await page.goto('/indicators/slas-by-service?contract=reseller-checkout')
  await expect(page.getByRole('table', { name: 'Contractual SLAs' })).toContainText('9 Mar 2026')

  await page.goto('/indicators/sla-adherence?contract=reseller-checkout')
  const row = page.getByRole('table', { name: 'SLA adherence' }).locator('[data-row]').first()
  await expect(row.getByText('Not yet signed: it holds from 9 Mar 2026 on')).toHaveCount(2)
  await expect(
    row.getByRole('link', { name: /^P3: Fulfilled, .*, counted from 9 Mar 2026 on$/ }),
  ).toBeVisible()

  await page.goto('/indicators/sla-depletion?contract=reseller-checkout&show=graph')
  const graphs = page.getByRole('region', { name: 'SLA depletion, graphs' })
  const line = graphs.getByRole('listitem').filter({ hasText: 'from 9 Mar 2026 on' }).first()
  await expect(line.getByText('Not yet signed: it holds from 9 Mar 2026 on')).toHaveCount(2)
  await expect(line.getByRole('link', { name: /^P3: .*, counted from 9 Mar 2026 on$/ })).toBeVisible()
})

test('some services of a contract are their mean, and said to be; the cost of outages stands below', async ({
  page,
}) => {
  await page.goto('/indicators/sla-depletion?contract=reseller-checkout&window=previous-period')
  const rows = page.getByRole('table', { name: 'SLA depletion' }).locator('[data-row]')
  await expect(rows.first()).toContainText('4 services')
  const cost = page.getByRole('table', { name: 'Cost of outages' })
  await expect(cost).toContainText('114.16\u00a0EUR')
  await expect(cost).toContainText('begun 30 min')

  await page.getByRole('button', { name: 'Only Booking', exact: true }).click()
  await expect(rows.first()).toContainText('1 of 4 services')
  await expect(rows.first()).toContainText('mean of selected')
  await page.reload()
  await expect(rows.first()).toContainText('mean of selected')
})

test.describe('before anything is promised', () => {
  test.use({ scenario: 'empty' })

  test('each page says whom to talk to and what to write', async ({ page }) => {
    for (const path of ['slas-by-service', 'sla-adherence', 'sla-depletion']) {
      await page.goto(`/indicators/${path}`)
      await expect(page.getByText('No SLA is agreed yet')).toBeVisible()
      await expect(page.getByRole('link', { name: 'and which team owns which service' })).toBeVisible()
    }
  })
})
