import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const rowsOf = (page: Page, name: string) => page.getByRole('table', { name }).locator('[data-row]')
const settings = (page: Page) => page.getByRole('complementary', { name: 'Settings' })

test('tickets are counted, walked, filtered and opened', async ({ page }) => {
  await test.step('a point of the ticket trend opens exactly the tickets that it counts', async () => {
    await open(page, '/indicators')
    await page.getByRole('link', { name: 'Customer support ticket trend' }).click()
    await expect(page.getByText(/^Tickets grew for /)).toBeVisible()

    const point = page.getByRole('link', { name: /^P11: \d+ tickets/ })
    const counted = /: (\d+)/.exec((await point.getAttribute('aria-label')) ?? '')?.[1]
    await point.click()
    await expect(page).toHaveURL(/listed=2026-P11/)
    await expect(page.getByText(new RegExp(`^Rows 1–\\d+ of ${counted}$`))).toBeVisible()

    await page.getByRole('link', { name: 'Close the list' }).click()
    await expect(page.getByRole('heading', { name: 'Tickets of P11' })).toHaveCount(0)
  })

  await test.step('the points of the graph are walked with the arrow keys, and its figures are a table', async () => {
    await open(page, '/indicators/support-tickets')
    const points = page.getByRole('group', { name: 'Tickets about reliability, by period' })
    await points.getByRole('link', { name: /^P1:/ }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(points.getByRole('link', { name: /^P2:/ })).toBeFocused()
    await page.keyboard.press('End')
    await expect(points.getByRole('link', { name: /^P12: .*so far/ })).toBeFocused()

    await page.keyboard.press('t')
    await expect(page).toHaveURL(/figures=table/)
    await expect(page.getByRole('row', { name: /^P12 2–29.*so far/ })).toBeVisible()
  })

  await test.step('services are filtered by how their tickets grow, and the filter stands in the address', async () => {
    await open(page, '/indicators/support-tickets')
    await settings(page).getByLabel('Comparison of growth').selectOption('<')
    await expect(page).toHaveURL(/growth=below(?::|%3A)30/)
    await settings(page).getByLabel('Growth in percent').fill('10')
    await expect(page).toHaveURL(/growth=below(?::|%3A)10/)
    const growth = rowsOf(page, 'Ticket growth by service').locator('td:nth-child(2)')
    await expect(growth.first()).toBeVisible()
    // Until the answer is there the rows of before stand, dimmed.
    await expect(async () => {
      for (const text of await growth.allTextContents()) {
        expect(Number(text.replace('−', '-').replace(/[^\d.-]/g, ''))).toBeLessThanOrEqual(10)
      }
    }).toPass()
  })

  await test.step('all tickets are more than those about reliability, and a service leads to its own graph', async () => {
    await open(page, '/indicators/support-tickets')
    const ticketsIn = async (title: string) => {
      const point = page.getByRole('group', { name: title }).getByRole('link', { name: /^P11:/ })
      return Number(/: (\d+)/.exec((await point.getAttribute('aria-label')) ?? '')?.[1])
    }
    const reliability = await ticketsIn('Tickets about reliability, by period')
    await settings(page).getByRole('radio', { name: 'All' }).click()
    await expect.poll(() => ticketsIn('Tickets by period')).toBeGreaterThan(reliability)
    const all = await ticketsIn('Tickets by period')

    await rowsOf(page, 'Ticket growth by service').getByRole('link', { name: 'booking-api' }).click()
    await expect(page).toHaveURL(/service=booking-api/)
    await expect.poll(() => ticketsIn('Tickets by period')).toBeLessThan(all)
  })
})

test('who would come is told, for a team and for a service', async ({ page }) => {
  await test.step('who is on call for a team right now, and when nobody would come', async () => {
    await open(page, '/indicators')
    await page.getByRole('link', { name: 'On-call rotations by team' }).click()
    await expect(page.getByText(/^No rotation at all: Fleet\. /)).toBeVisible()

    const teams = page.getByRole('table', { name: 'Who is on duty, by team' })
    await expect(teams.getByRole('row', { name: /^Payments Payments around the clock/ })).toBeVisible()
    await expect(teams.getByRole('row', { name: /^Fleet no rotation at all/ })).toBeVisible()

    await settings(page).getByRole('button', { name: 'Only Search' }).click()
    await expect(page).toHaveURL(/\?team=search$/)
    const rotations = rowsOf(page, 'On-call rotations')
    await expect(rotations).toHaveCount(2)
    await expect(rotations.nth(0)).toContainText('Mon–Fri 07:00–19:00')
    await expect(rotations.nth(1)).toContainText('1 alone')
  })

  await test.step('a service shows the hours without cover, apart where deployments differ', async () => {
    await open(page, '/indicators/on-call-rotations?service=search-api')
    const cover = rowsOf(page, 'Cover by service')
    await expect(cover).toHaveCount(2)
    await expect(cover.filter({ hasText: 'prod-jp' })).toContainText('Sat–Sun 00:00–24:00')
    await expect(cover.filter({ hasText: 'prod-eu' })).toContainText('Search by night')
  })
})

test('incidents tell whether they end sooner and who saw them first', async ({ page }) => {
  await test.step('whether recovery gets faster, with the downtime beside the mean and open incidents apart', async () => {
    await open(page, '/indicators')
    await page.getByRole('link', { name: 'Incident time to recovery trend' }).click()
    await expect(page.getByText(/^\d+ incidents took .* on average; the trend is /)).toBeVisible()
    const figures = page.getByRole('figure', { name: /^Time to recovery/ })
    await expect(figures.getByText(/The trend is /)).toBeVisible()

    const periods = page.getByRole('table', { name: 'Incidents and downtime by period' })
    await expect(periods.getByRole('row')).toHaveCount(13)
    await expect(rowsOf(page, 'Open incidents').first()).toBeVisible()

    const counted = Number(/of (\d+) incidents/.exec((await figures.textContent()) ?? '')?.[1])
    await expect(page.getByRole('group', { name: /^Time to recovery/ }).getByRole('button')).toHaveCount(
      counted,
    )
  })

  await test.step('time to detection says who saw incidents first, and stands in the address', async () => {
    await open(page, '/indicators/recovery-trend?team=payments')
    await page.getByRole('radio', { name: 'Detection' }).click()
    await expect(page).toHaveURL(/measure=detection/)
    await expect(page.getByText(/Own SLOs and monitoring saw \d+\s% first/)).toBeVisible()

    await page.getByRole('table', { name: 'By service' }).getByRole('link', { name: 'ledger' }).click()
    await expect(page).toHaveURL(/service=ledger/)
    await expect(
      page.getByRole('table', { name: 'By service' }).getByRole('row', { name: /^ledger/ }),
    ).toBeVisible()
  })
})
