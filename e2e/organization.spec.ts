import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

/** Follows the link that has the focus once Tab has come to it. */
async function tabTo(page: Page, name: string | RegExp) {
  const link = page.getByRole('main').getByRole('link', { name })
  await page.getByRole('heading', { level: 1 }).focus()
  const isThere = async () => {
    await page.keyboard.press('Tab')
    return link.first().evaluate((element) => element === document.activeElement)
  }
  await expect.poll(isThere, { intervals: [0] }).toBe(true)
}

test('an executive finds on one page whether it gets better, what it costs and what needs attention', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/organization')
  const main = page.getByRole('main')

  // Are we reliable, getting better?
  await expect(main.getByText(/services kept every budget in P11: 73\s%/)).toBeVisible()
  await expect(main.getByText(/The share has been above 50\s% since P3/)).toBeVisible()
  // Does recovery get faster, and how long did it hurt?
  await expect(main.getByText(/Trend over \d+ incidents: .*downward\. Downtime/)).toBeVisible()
  // Do customers escalate less? Held against what the coach entered, or against another figure in a link.
  await expect(main.getByText(/88\s% below the 9 a period before SRE/)).toBeVisible()
  await page.getByRole('button', { name: /Before SRE/ }).click()
  await expect(main.getByText(/Entered by SRE coach/)).toBeVisible()
  await page.getByRole('textbox', { name: /Another figure, in this link only/ }).fill('8')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/before-sre=8/)
  await expect(main.getByText(/87\s% below the 8 a period before SRE\. The goal .* is reached/)).toBeVisible()
  // Which area barely keeps its budgets?
  await expect(
    main.getByRole('table', { name: 'Teams' }).getByRole('row', { name: /^Messaging/ }),
  ).toContainText('1 of 4')
  // How far has each team come on its way to SRE?
  await expect(
    main.getByRole('link', { name: /^Messaging: Phase 4 of 9: Answering breaches/ }),
  ).toHaveAttribute('href', '/transformation/board?card=messaging')
  // What do outages cost, and where does a contract not say?
  const contracts = main.getByRole('table', { name: 'Contracts' })
  await expect(contracts.getByRole('row', { name: /^Resellers/ })).toContainText(/Held.*EUR/)
  await expect(contracts.getByRole('row', { name: /^Timetable for Nordbahn/ })).toContainText('not named')
  // What needs attention now?
  await expect(main.getByRole('listitem').filter({ hasText: /budgets are burning right now/ })).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
    .toBeLessThanOrEqual(0)

  await tabTo(page, 'Incidents')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Incident time to recovery/ })).toBeVisible()
  await page.goBack()
  await tabTo(page, /ran out early/)
  const early = (await page.locator(':focus').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: /exhaustion/i }).locator('[data-row]')).toHaveCount(
    Number.parseInt(early, 10),
  )
  await page.goBack()

  await page.getByRole('combobox', { name: /^As of/ }).selectOption('2026-P10')
  await expect(page).toHaveURL(/as-of=2026-P10/)
  await expect(main.getByText(/services kept every budget in P10: 78\s%/)).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Slide' }).click()
  expect((await saved).suggestedFilename()).toBe('organization.png')
})

test('a report is written of a period, and its links show the same rows later', async ({ page }) => {
  await page.goto('/organization')
  await page.getByRole('main').getByRole('link', { name: 'Reports' }).click()
  const report = page.getByRole('article', { name: 'Harbourline: reliability in P11 of 2026' })
  await expect(report.getByText(/17 of 23 services kept every budget in P11/)).toBeVisible()
  await page
    .getByRole('combobox', { name: 'Report', exact: true })
    .selectOption({ label: 'Availability newsletter' })
  const letter = page.getByRole('article', { name: 'Availability of Harbourline in P11 of 2026' })
  const first = letter.getByRole('table').first().getByRole('row').nth(1)
  const [service, , deployment] = await first.getByRole('cell').allTextContents()

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'HTML' }).click()
  expect((await saved).suggestedFilename()).toBe('availability-newsletter.html')
  await page.getByText('Markdown', { exact: true }).first().click()
  await expect(page.getByRole('region', { name: 'Report as Markdown' })).toContainText(
    '## Least available endpoints',
  )
  await page.goBack()

  await first.getByRole('link').click()
  await expect(page).toHaveURL(/least-available-endpoints\?from=2026-10-05.*&at=2026-11-18T03/)
  const least = page
    .getByRole('table', { name: /endpoints/i })
    .locator('[data-row]')
    .first()
  await expect(least).toContainText(service ?? '')
  await expect(least).toContainText(deployment ?? '')
})
