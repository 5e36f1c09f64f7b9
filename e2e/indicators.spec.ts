import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const rowsOf = (page: Page, name: string) => page.getByRole('table', { name }).locator('[data-row]')
const settings = (page: Page) => page.getByRole('complementary', { name: 'Settings' })

test('what an indicator tells leads to what it is about', async ({ page }) => {
  await test.step('who broke budgets is told in a sentence, and a cell leads to the burn-down of its period', async () => {
    await open(page, '/indicators')
    await page.getByRole('link', { name: 'SLO adherence' }).click()
    await expect(page.getByText(/^\d+ of 211 SLOs broke a budget: /)).toBeVisible()

    const timetable = rowsOf(page, 'SLO adherence').first()
    await expect(timetable).toContainText('timetable')
    await timetable.getByRole('link', { name: /^P1: Broken, −\d+ % left, ran out early$/ }).click()
    await expect(page).toHaveURL(
      /\/slo\/search\/prod-eu\/timetable\/.*from=2025-12-29T00%3A00%3A00Z&to=2026-01-26T00%3A00%3A00Z$/,
    )
  })

  await test.step('graphs show whose budgets run out again and again, and each period leads to its burn-down', async () => {
    await open(page, '/indicators/premature-exhaustion')
    await page.getByRole('radio', { name: 'Graph' }).click()
    await expect(page).toHaveURL(/show=graph$/)
    const worst = page.getByRole('listitem').filter({ hasText: 'periods exhausted early' }).first()
    await expect(worst).toContainText('7 of 12 periods exhausted early')
    await expect(worst.getByRole('link', { name: /^P\d+: Broken/ })).toHaveCount(7)
    await worst.getByRole('link', { name: /^P1: Broken, −\d+ % left/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/slo\/search\/prod-eu\/timetable\//)
  })

  await test.step('the slowest endpoints are known without any SLO, and lead to their service', async () => {
    await open(page, '/indicators')
    await page.getByRole('link', { name: 'Slowest service endpoints' }).click()
    await expect(page.getByText(/was the slowest endpoint: \d+\sms on average/)).toBeVisible()
    await expect(settings(page).getByText('Default SLOs')).toHaveCount(0)

    const slowest = rowsOf(page, 'Slowest endpoints').first()
    await expect(slowest).toContainText(/POST\s\/refunds/)
    await slowest.getByRole('link', { name: 'refunds' }).click()
    await expect(page).toHaveURL(/\/explore\/all\/all\/refunds$/)
  })

  await test.step('columns sort by what a period left over, from the keyboard too', async () => {
    await open(page, '/indicators/slo-adherence?team=search')
    const head = page.getByRole('columnheader', { name: 'P1', exact: true }).getByRole('button')
    await head.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/sort=2026-P01/)
    await expect(rowsOf(page, 'SLO adherence').first()).toContainText('timetable')
  })
})

test('a table is set as its reader wants it', async ({ page }) => {
  await test.step('a choice says what it will show, narrows the rows, and stands in the address', async () => {
    await open(page, '/indicators/premature-exhaustion')
    const payments = settings(page)
      .locator('div', { has: page.getByRole('checkbox', { name: 'Payments' }) })
      .last()
    await expect(payments).toContainText(/\d+$/)
    const promised = Number(/\d+$/.exec((await payments.textContent()) ?? '')?.[0])

    await settings(page).getByRole('button', { name: 'Only Payments' }).click()
    await expect(page).toHaveURL(/\?team=payments$/)
    await expect(page.getByText(new RegExp(`^Rows 1–\\d+ of ${promised}$`))).toBeVisible()
    for (const text of await rowsOf(page, 'Premature SLO error budget exhaustion').allTextContents()) {
      expect(text).toContain('Payments')
    }

    await settings(page).getByRole('button', { name: 'Reset' }).click()
    await expect(page).toHaveURL(/premature-exhaustion$/)

    // What would leave nothing cannot be chosen, and says why, to the eye and to the ear.
    await open(page, '/indicators/slas-by-service')
    const fleet = settings(page).getByRole('checkbox', { name: /^Fleet ?, no row with the other settings$/ })
    await expect(fleet).toBeDisabled()
    await expect(settings(page).getByTitle('Fleet: no row with the other settings')).toContainText('0')
  })

  await test.step('staging is left out until it is asked for', async () => {
    await open(page, '/indicators/slo-adherence')
    await expect(settings(page).getByRole('checkbox', { name: 'staging' })).not.toBeChecked()
    await settings(page).getByRole('button', { name: 'Only staging' }).click()
    await expect(rowsOf(page, 'SLO adherence').first()).toContainText('staging')
  })

  await test.step('calendar months take the place of periods, and say that they are not granted', async () => {
    await open(page, '/indicators/slo-adherence')
    await settings(page).getByRole('radio', { name: 'Calendar month' }).click()
    await expect(page).toHaveURL(/scale=month/)
    await expect(page.getByRole('columnheader', { name: 'Oct 2026' })).toBeAttached()
    await expect(page.getByText('Calendar months, not the granted periods.')).toBeVisible()
  })

  await test.step('a range is typed by its days; what cannot be says why and what can', async () => {
    await open(page, '/indicators/slo-adherence')
    await expect(rowsOf(page, 'SLO adherence').first()).toBeVisible()
    await expect(
      settings(page).getByRole('radio', { name: /^Last 7 days ?Shorter than a period/ }),
    ).toBeDisabled()
    await settings(page).getByRole('radio', { name: 'Custom range' }).click()
    const range = settings(page).getByRole('form', { name: 'Custom range' })
    await range.getByLabel('From').fill('2026-09-20')
    await range.getByLabel('To').fill('2026-08-31')
    await page.keyboard.press('Enter')
    await expect(range.getByRole('alert')).toHaveText(
      'To 2026-08-31 lies before From 2026-09-20. Any day from 2026-09-20 to 2026-11-29 will do.',
    )
    await range.getByLabel('To').fill('2026-10-31')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/from=2026-09-20T00%3A00%3A00Z&to=2026-11-01T00%3A00%3A00Z/)
    await expect(page.getByRole('columnheader', { name: 'P11' })).toBeAttached()
    await expect(page.getByRole('columnheader', { name: 'P12' })).toHaveCount(0)

    await open(page, '/indicators/least-available-endpoints')
    await settings(page).getByRole('radio', { name: 'Last 7 days' }).click()
    await expect(page).toHaveURL(/window=last-7-days$/)
    await expect(
      settings(page).getByRole('radio', { name: /^Period ?Longer than the window/ }),
    ).toBeDisabled()
    await expect(rowsOf(page, 'Least available endpoints').first()).toContainText('Last 7 days')
  })

  await test.step('rows are as tall as the viewer likes them, on every table from then on', async () => {
    await open(page, '/indicators/error-budget-depletion')
    const rows = rowsOf(page, 'SLO error budget depletion')
    const height = async () => (await rows.first().boundingBox())?.height
    for (const [density, px] of [
      ['Roomy', 42],
      ['Dense', 28],
    ] as const) {
      await page.getByRole('button', { name: /^Theme: .*; rows of tables: / }).click()
      await page.getByRole('list', { name: 'Rows of tables' }).getByRole('button', { name: density }).click()
      await expect.poll(height).toBe(px)
    }
    await page.reload()
    await expect.poll(height).toBe(28)

    // What a row has no room for is whole where it has the focus.
    const name = rows.getByRole('link', { name: 'POST /contracts' }).first()
    const cut = await name.boundingBox()
    await name.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(name).toBeFocused()
    expect((await name.boundingBox())?.width).toBeGreaterThan(cut?.width ?? Infinity)
  })
})

test('a table is taken along', async ({ page, context }) => {
  await test.step('a frozen link names the dates that a live one means now', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, '/indicators/error-budget-depletion?team=payments')
    await expect(rowsOf(page, 'SLO error budget depletion').first()).toBeVisible()
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await expect(page.getByText('Frozen link copied')).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toContain('from=2026-11-02T00%3A00%3A00Z&to=2026-11-30T00%3A00%3A00Z')

    await page.goto(link)
    await expect(settings(page).getByText(/fixed by the link/)).toBeVisible()
    await expect(rowsOf(page, 'SLO error budget depletion').first()).toBeVisible()
  })

  await test.step('of a very long table a wiki gets the first thousand rows, and is told so', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, '/indicators/least-available-endpoints?window=previous-year')
    await expect(rowsOf(page, 'Least available endpoints').first()).toBeVisible()
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Markdown' }).click()
    await expect(
      page.getByText(/^The first 1\s000 of [\d\s]+ rows copied as Markdown; the CSV has all of them$/),
    ).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text.trim().split('\n')).toHaveLength(1_002)
  })

  await test.step('all addresses of a team are copied for its wiki', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, '/indicators')
    await page.getByRole('link', { name: 'All links of a team, for a wiki' }).click()
    await page.getByLabel('Team').selectOption('Payments')
    await expect(page).toHaveURL(/links\?team=payments$/)
    await page.getByRole('radio', { name: 'Frozen' }).click()
    const adherence = page.getByRole('link', { name: 'SLO adherence' })
    await expect(adherence).toHaveAttribute('href', /team=payments&from=.*&to=.*&at=2026-11-18/)
    await page.getByRole('button', { name: 'Copy all as Markdown' }).click()
    await expect(page.getByText('Copied as Markdown')).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toMatch(/^# Payments: indicators and graphs\n/)
    expect(text).toMatch(
      /\n- \[ledger, availability, prod-us\]\(http.*\/b\/ledger\/availability\/prod-us\)\n/,
    )
  })
})

test(
  'a table is cut to size, sorted by several columns, shared, and shows the same rows later',
  { tag: ['@standalone', '@postgres'] },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    const name = 'Premature SLO error budget exhaustion'
    const rows = rowsOf(page, name)
    await open(page, '/indicators/premature-exhaustion?team=payments')
    await expect(rows.first()).toBeVisible()

    // Columns: those that name the row stay, the others go and come in their own order.
    await page.getByRole('button', { name: 'Columns' }).click()
    const columns = page.getByRole('group', { name: 'Columns' })
    await expect(columns.getByRole('checkbox', { name: 'SLO', exact: true })).toBeDisabled()
    await columns.getByRole('checkbox', { name: 'Team' }).click()
    await expect(page).toHaveURL(/columns=-team/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Team' })).toHaveCount(0)

    // Sort: by key and menu, with ranks in the head and words below.
    await page.keyboard.press('s')
    await page.getByLabel('Then by').selectOption('Service')
    await expect(page).toHaveURL(/sort=-period,remaining,service/)
    await page.getByRole('button', { name: 'Service one rank up' }).click()
    await expect(page).toHaveURL(/sort=-period,service,remaining/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Service' })).toHaveText(/ascending, rank 2/)
    await expect(page.getByText(/^Sorted by period, newest first, then by service/)).toBeVisible()

    // The words say what was asked for; the rows of before stand there, busy, until the answer is here.
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    const seen = await rows.allTextContents()
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByText('P1–P12 of 2026 as seen now. Shows the same rows later.')).toBeVisible()
    await page.getByRole('button', { name: 'Markdown' }).click()
    await expect(page.getByText(/^All \d+ rows copied as Markdown$/)).toBeVisible()
    const lines = (await copied()).trim().split('\n')
    expect(lines[0]).toBe(
      '| Service | SLO | SLI | Deployment | Period | At the end | Out after | Average | Highest |',
    )
    expect(lines).toHaveLength(seen.length + 2)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const file = await readFile(await (await coming).path(), 'utf8')
    const [header = '', ...written] = file.trim().split('\r\n')
    expect(header).toMatch(/highest speed %\/h$/)
    expect(header).not.toContain('team')
    expect(written).toHaveLength(seen.length)

    await page.getByRole('radio', { name: 'Live link' }).click()
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await expect(page.getByText('Live link copied')).toBeVisible()
    expect(await copied()).not.toContain('from=')
    await page.getByRole('radio', { name: 'Frozen link' }).click()
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await expect(page.getByText('Frozen link copied')).toBeVisible()
    const frozen = await copied()

    // Days later the open period has moved on; under the frozen link it has not.
    await page.clock.setFixedTime(new Date('2026-11-26T12:00:00Z'))
    await page.goto(frozen)
    await expect(page.getByText(/As of 18\sNov,\s03:00.*, fixed by the link/)).toBeVisible()
    await expect(rows).toHaveText(seen)
  },
)
