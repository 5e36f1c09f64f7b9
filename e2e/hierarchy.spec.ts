import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const cellOf = (page: Page, name: string | RegExp) => page.getByRole('grid').getByRole('link', { name })

test('is it only Japan? By mouse and by keyboard it takes three steps to know', async ({ page }) => {
  await test.step('is it only Japan? Two clicks from the on-call page tell, and a third shows which answers are slow', async () => {
    await open(page, '/on-call')
    const rail = page.getByRole('navigation', { name: 'Main', exact: true })
    await rail.getByRole('link', { name: /^Search/ }).click()
    const grid = page.getByRole('grid', { name: 'Budgets of search' })
    await expect(cellOf(page, /^GET \/search Latency, prod-jp; At risk/)).toBeVisible()
    await expect(cellOf(page, /^GET \/search Latency, prod-eu; Healthy/)).toBeVisible()

    await grid.getByRole('link', { name: /^prod-jp: 3 at risk/ }).click()
    await expect(page).toHaveURL(/\/explore\/search\/prod-jp$/)
    await expect(page.getByRole('main')).toContainText(
      'Only prod-jp: 3 SLOs are in trouble there and in no other deployment.',
    )

    await cellOf(page, /^GET \/timetable Latency, prod-jp; At risk/).click()
    await expect(page).toHaveURL(/\/slo\/search\/prod-jp\/timetable\/latency\/get-timetable$/)

    // The same question of this one SLO, and the way back through its siblings. The page before had a link of this name, too.
    await expect(page.getByRole('heading', { level: 1 })).toContainText('GET /timetable')
    await page.getByRole('main').getByRole('link', { name: 'all deployments' }).click()
    await expect(page).toHaveURL(/\/explore\/search\/all\/timetable\/latency\/get-timetable$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('timetable, Latency, GET /timetable')
    await expect(page.getByText('Only prod-jp: in trouble in none of its other deployments.')).toBeVisible()
    await expect(cellOf(page, /^GET \/timetable Latency, prod-eu; Healthy/)).toBeVisible()
    await page.getByRole('button', { name: 'Deployments' }).click()
    await page.getByRole('list', { name: 'Deployments' }).getByRole('link', { name: 'prod-eu' }).click()
    await expect(page).toHaveURL(/\/slo\/search\/prod-eu\/timetable\/latency\/get-timetable$/)
  })

  await test.step('the same by keyboard: to Japan by its name, along the cells, and into the worst', async () => {
    await open(page, '/on-call')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search or jump' })).toBeFocused()
    await page.keyboard.type('japan')
    // Hits of SLOs that no longer match go when the server has answered.
    const palette = page.getByRole('dialog', { name: 'Search or jump' })
    await expect(palette.getByRole('group', { name: 'SLOs' })).toHaveCount(0)
    await expect(palette.getByRole('option').first()).toContainText('prod-jp')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/explore\/all\/prod-jp$/)
    await expect(page.getByText(/^Only prod-jp/)).toBeVisible()

    const grid = page.getByRole('grid', { name: 'Budgets of all services' })
    const first = cellOf(page, /^search-api, prod-jp/)
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await expect(cellOf(page, /^search-api, prod-eu/)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(cellOf(page, /^timetable, prod-eu/)).toBeFocused()
    await page.keyboard.press('Home')
    await expect(grid.getByRole('link', { name: /^timetable/ }).first()).toBeFocused()
    await page.keyboard.press('Control+End')
    await expect(grid.getByRole('row').last().getByRole('link').last()).toBeFocused()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(first).toBeFocused()

    // One stop of the Tab key for the whole grid: the next one leaves it, and the way back finds the same cell.
    await page.keyboard.press('Tab')
    expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false)
    await page.keyboard.press('Shift+Tab')
    await expect(first).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/explore\/search\/prod-jp\/search-api$/)
  })
})

test('any level stands by any other, cut to what is looked for', async ({ page }) => {
  await test.step('any level by any other: what is chosen stands in the address, and siblings keep it', async () => {
    await open(page, '/explore/all/prod-jp')
    await page.getByLabel('Columns').selectOption('SLIs')
    await expect(page).toHaveURL(/across=sli/)
    await page
      .getByRole('grid')
      .getByRole('link', { name: /^Latency: / })
      .click()
    await expect(page).toHaveURL(/\/explore\/all\/prod-jp\/all\/latency/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All services, Latency in prod-jp')
    await expect(page.getByRole('grid').getByRole('rowheader', { name: /Availability/ })).toHaveCount(0)

    await page.getByLabel('Order').selectOption('Fastest burning first')
    await page.getByRole('radio', { name: 'Graphs' }).click()
    await expect(
      page.getByRole('list', { name: 'Budgets of all services' }).getByRole('listitem').first(),
    ).toContainText('At risk')
    await page.getByRole('button', { name: 'Deployments' }).click()
    await page.getByRole('list', { name: 'Deployments' }).getByRole('link', { name: 'prod-us' }).click()
    await expect(page).toHaveURL(/\/explore\/all\/prod-us\/all\/latency\?show=graphs&order=burn-rate$/)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All services, Latency in prod-jp')
    await page.goBack()
    await expect(page.getByRole('grid')).toBeVisible()
  })

  await test.step('counts by state narrow to what they count, and their rows stay whole', async () => {
    await open(page, '/explore/payments')
    await page
      .getByRole('main')
      .getByRole('link', { name: /^\d+ at risk$/ })
      .click()
    await expect(page).toHaveURL(/\?state=at-risk$/)
    // Kept whole: the same SLO where it is well stands beside.
    await expect(cellOf(page, /^POST \/charge Availability, prod-eu; At risk/)).toBeVisible()
    await expect(cellOf(page, /^POST \/charge Availability, prod-us; Healthy/)).toBeVisible()
    await expect(cellOf(page, /^POST \/refunds Latency/)).toHaveCount(0)
    await page.keyboard.press('g')
    await expect(page).toHaveURL(/group=sli/)
  })

  await test.step('the own team is one key away, from wherever one is', async () => {
    await open(page, '/explore/fleet')
    const mine = page.getByRole('button', { name: /My team/ })
    await mine.click()
    await expect(mine).toHaveAttribute('aria-pressed', 'true')
    await open(page, '/catalog')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('o')
    await expect(page).toHaveURL(/\/explore\/fleet$/)
  })
})
