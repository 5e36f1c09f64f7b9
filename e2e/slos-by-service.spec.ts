import type { Download, Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const address = '/indicators/slos-by-service'

/** Figures are set with no-break spaces; tests are written with plain ones. */
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ')

function tableOf(page: Page) {
  return page.getByRole('table', { name: 'SLOs by service' })
}

function rowsOf(page: Page) {
  return tableOf(page).locator('[data-row]')
}

function headOf(page: Page, name: string) {
  return tableOf(page).getByRole('columnheader', { name }).getByRole('button')
}

async function totalOf(page: Page): Promise<number> {
  const footer = page.getByText(/^Rows [\d\s]+–[\d\s]+ of [\d\s]+$/)
  return Number(/of (\d+)$/.exec(plain(await footer.textContent()))?.[1])
}

async function textOf(download: Download): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of await download.createReadStream()) text += decoder.decode(chunk, { stream: true })
  return text
}

test('an SLO is found by its team and opened', { tag: '@everywhere' }, async ({ page }) => {
  await page.goto(address)
  await expect(rowsOf(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Only Payments' }).click()
  await expect(page).toHaveURL(/\?team=payments$/)
  await expect(page.getByRole('checkbox', { name: 'Payments' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Booking' })).not.toBeChecked()
  await page.getByRole('searchbox', { name: 'Find in this list' }).fill('charge prod-eu')
  await expect(page).toHaveURL(/\?team=payments&q=charge\+prod-eu$/)

  const row = rowsOf(page).filter({ hasText: '99.95' }).filter({ hasText: 'prod-eu' })
  await row.getByRole('link', { name: 'POST /charge' }).click()
  await expect(page).toHaveURL(/\/slo\/payments\/prod-eu\/payment-gateway\/availability\/post-charge$/)
})

test('the list is sorted, and a link shows it again', async ({ page }) => {
  await test.step('a link shows the same list again, and Back undoes the last choice', async () => {
    await open(page, `${address}?team=payments&sli=latency&sort=-remaining`)
    await expect(page.getByRole('checkbox', { name: 'Payments' })).toBeChecked()
    await expect(page.getByRole('columnheader', { name: 'Budget left' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    for (const text of await rowsOf(page).allTextContents()) expect(text).toContain('Latency')

    await page.getByLabel('Default SLOs').click()
    await expect(page).toHaveURL(/defaults=hide/)
    await page.goBack()
    await expect(page).not.toHaveURL(/defaults=hide/)
    await expect(page.getByLabel('Default SLOs')).toBeChecked()
  })

  await test.step('several columns sort at once, by mouse and by keyboard', async () => {
    await open(page, address)
    await headOf(page, 'State').click()
    await expect(page).toHaveURL(/\?sort=state$/)
    await headOf(page, 'Budget left').click({ modifiers: ['Shift'] })
    await expect(page).toHaveURL(/\?sort=state,remaining$/)
    await expect(
      page.getByText('Sorted by state, worst first, then by budget left, least first.'),
    ).toBeVisible()

    await headOf(page, 'Deployment').focus()
    await page.keyboard.press('Shift+Enter')
    await expect(page).toHaveURL(/\?sort=state,remaining,deployment$/)
    await expect(page.getByRole('columnheader', { name: 'State' })).toHaveAttribute('aria-sort', 'ascending')
  })

  await test.step('what has no figure comes last, whichever way it is sorted', async () => {
    for (const sort of ['remaining', '-remaining']) {
      await open(page, `${address}?team=payments&sort=${sort}`)
      await expect(rowsOf(page).first()).toContainText('%')
      await expect(rowsOf(page)).toHaveCount(59)
      // A budget of 100 % that nobody asked anything of is a dash like one that is none.
      const absent = rowsOf(page).filter({
        hasText: /The target is 100 %: there is no budget|Nobody asked in this period/,
      })
      const count = await absent.count()
      expect(count).toBeGreaterThan(1)
      const texts = await rowsOf(page).allTextContents()
      for (const text of texts.slice(-count)) expect(text).toMatch(/there is no budget|Nobody asked/)
    }
  })
})

test('the list is narrowed to what is looked for', async ({ page }) => {
  await test.step('default SLOs are marked, and can be hidden', async () => {
    await open(page, address)
    await expect(rowsOf(page).getByText('default', { exact: true }).first()).toBeVisible()
    const all = await totalOf(page)
    await page.getByLabel('Default SLOs').click()
    await expect(page.getByText('default', { exact: true })).toHaveCount(0)
    expect(await totalOf(page)).toBeLessThan(all)
  })

  await test.step('what is chosen narrows the other choices, and those that would show nothing say so', async () => {
    await open(page, address)
    await page.getByRole('button', { name: 'Service All' }).click()
    const finder = page.getByRole('searchbox', { name: 'Find in service' })
    await finder.fill('Booking API')
    await expect(page.getByRole('checkbox', { name: 'booking-api' })).toBeVisible()
    await finder.fill('ledger')
    await page.getByRole('checkbox', { name: 'ledger' }).click()
    await expect(page).toHaveURL(/\?service=ledger$/)
    await page.keyboard.press('Escape')
    await expect(
      page.getByRole('checkbox', { name: /^Booking.*no row with the other settings$/ }),
    ).toBeDisabled()
    for (const text of await rowsOf(page).allTextContents()) expect(text).toContain('ledger')
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect(page).toHaveURL(/slos-by-service$/)
  })

  await test.step('an earlier period can be looked up', async () => {
    await open(page, address)
    await page.getByRole('radio', { name: 'Previous period' }).click()
    await expect(page).toHaveURL(/\?period=2026-P11$/)
    await page.getByRole('combobox', { name: /^Earlier/ }).selectOption('P10, 2026')
    await expect(page).toHaveURL(/\?period=2026-P10$/)
    await expect(rowsOf(page).first()).toContainText(/Fulfilled|Broken/)
    await expect(page.getByRole('main')).not.toContainText('figures are estimates')
  })

  await test.step('nothing left by the filters is told apart from nothing defined', async () => {
    await open(page, `${address}?state=broken&q=nosuchendpoint`)
    await expect(page.getByText('No row has “nosuchendpoint” in it')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await expect(page).toHaveURL(/\?state=broken$/)
    await expect(page.getByText('These settings leave no row')).toBeVisible()
    await page.getByRole('button', { name: 'Reset the settings' }).click()
    await expect(rowsOf(page).first()).toBeVisible()
  })

  await test.step('a link that means nothing any more falls back to the whole list', async () => {
    await open(page, `${address}?sort=colour&state=melted&team=No%20Team`)
    await expect(rowsOf(page).first()).toBeVisible()
  })

  await test.step('the verdicts of an SLO lead to all of its periods, and of no other', async () => {
    await open(page, `${address}?team=payments`)
    const first = rowsOf(page).first()
    await first.getByRole('link', { name: /^SLO adherence, three periods before: / }).click()
    await expect(page).toHaveURL(/slo-adherence\?.*slo=[a-z.-]+/)
    await expect(page.getByRole('table', { name: 'SLO adherence' }).locator('[data-row]')).toHaveCount(1)
  })
})

test('the list is all there, on the page and in the file', async ({ page }) => {
  await test.step('a long list is all there, though only what is in sight is drawn', async () => {
    await open(page, address)
    await expect(rowsOf(page).first()).toBeVisible()
    const total = await totalOf(page)
    expect(await rowsOf(page).count()).toBeLessThan(total)
    const region = page.getByRole('region', { name: 'SLOs by service' })
    await expect(async () => {
      await region.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await expect(tableOf(page).locator(`[aria-rowindex="${total + 1}"]`)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    // Where the table comes to rest, its rows have all their columns, also those that are scrolled to sideways.
    const last = tableOf(page).locator(`[aria-rowindex="${total + 1}"]`)
    const columnCount = await tableOf(page).getByRole('columnheader').count()
    await expect(last.locator('th, td')).toHaveCount(columnCount)
  })

  await test.step('a list of little more than a page is all there, every row of it drawn', async () => {
    await open(page, `${address}?deployment=prod-eu`)
    await expect(rowsOf(page)).toHaveCount(80)
  })

  await test.step('the file holds every row of the list, not only those in sight', async () => {
    await open(page, `${address}?defaults=hide&sort=-remaining`)
    await expect(rowsOf(page).first()).toBeVisible()
    const total = await totalOf(page)
    await page.getByRole('button', { name: 'Share' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const lines = (await textOf(await download)).trim().split('\r\n')
    expect(lines).toHaveLength(total + 1)
    expect(lines[0]).toContain('service,team,sli,endpoint,target')
    expect(lines.join('\n')).not.toContain(',default,')
  })
})

test.describe('before any SLO is agreed', () => {
  test.use({ scenario: 'empty' })

  test('the page says so and names the next step', async ({ page }) => {
    await page.goto(address)
    await expect(page.getByText('No SLO is defined yet')).toBeVisible()
    await page.getByRole('link', { name: 'See which team owns which service' }).click()
    await expect(page).toHaveURL(/\/catalog$/)
  })
})
