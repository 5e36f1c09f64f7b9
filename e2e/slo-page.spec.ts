import type { Download, Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const charge = '/slo/payments/prod-eu/payment-gateway/availability/post-charge'
const search = '/slo/search/prod-eu/search-api/availability/get-search'

/** Figures are set with no-break spaces; tests are written with plain ones. */
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ')

function chartOf(page: Page) {
  return page.getByRole('figure', { name: /^Budget left/ })
}

function plotOf(page: Page) {
  return chartOf(page).getByRole('slider')
}

function sectionOf(page: Page, name: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })
}

async function textOf(download: Download): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of await download.createReadStream()) text += decoder.decode(chunk, { stream: true })
  return text
}

/** What the plot reads out at the point it stands at. */
async function readPoint(page: Page): Promise<string> {
  return plain(await plotOf(page).getAttribute('aria-valuetext'))
}

test('a budget is read as it stands: by eye, by keys, over other windows', async ({ page }) => {
  await test.step('on call sees at once who promises what, how it stands and what burns', async () => {
    await open(page, charge)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/POST \/charge Availability 99\.95/)
    await expect(page.getByRole('main').getByText(/^Burning, \d+×$/)).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'On call' })).toHaveAttribute(
      'href',
      '/on-call?slo=payment-gateway.availability.post-charge&in=prod-eu',
    )
    await expect(page.getByText(/Explicit SLO, priority 1, in force since 2.Nov 2024/)).toBeVisible()
    await expect(chartOf(page)).toBeVisible()
    await expect(page.getByRole('table', { name: 'Depletion episodes' })).toContainText('2026.11.18-1')
    await expect(page.getByRole('link', { name: /^P9: Broken/ })).toBeVisible()
  })

  await test.step('the plot is walked by keys: point by point, day by day, to its ends', async () => {
    await open(page, charge)
    await plotOf(page).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await readPoint(page)).toMatch(
      /^Wed 18 Nov, 02:00–03:00: 36 % left, −\d.* points since the point before/,
    )
    await page.keyboard.press('ArrowLeft')
    expect(await readPoint(page)).toMatch(/^Wed 18 Nov, 01:00–02:00: .*release 2026\.11\.18-1.*in breach/)
    await page.keyboard.press('Shift+ArrowLeft')
    expect(await readPoint(page)).toMatch(/^Tue 17 Nov, 01:00–02:00/)
    await page.keyboard.press('Home')
    expect(await readPoint(page)).toMatch(/^Mon 2 Nov, 00:00–01:00: 100 % left/)
  })

  await test.step('a pinned point stays when the pointer leaves, and Escape lets it go', async () => {
    await open(page, charge)
    await plotOf(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    expect(await readPoint(page)).toMatch(/, pinned$/)
    await page.mouse.move(5, 5)
    await expect(chartOf(page).getByText('Pinned. Escape releases.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(chartOf(page).getByText('Pinned. Escape releases.')).toHaveCount(0)
  })

  await test.step('the sliding view says that it is one and gives no verdict', async () => {
    await open(page, charge)
    await page.getByLabel('Sliding 28 days').click()
    const sliding = page.getByRole('figure', { name: /28 days before each hour \(sliding\)/ })
    await expect(sliding).toContainText('Verdicts are given by period, never by this view.')
    await expect(sliding.getByText('At risk')).toHaveCount(0)
  })

  await test.step('a period of the year opens in a frozen window of its own', async () => {
    await open(page, charge)
    await page.getByRole('link', { name: /^P9: Broken/ }).click()
    await expect(page).toHaveURL(/from=2026-08-10T00%3A00%3A00Z&to=2026-09-07T00%3A00%3A00Z/)
    await expect(page.getByRole('figure', { name: 'Budget left in P9, hour by hour' })).toBeVisible()
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('2026-08-10T00:00')
  })

  await test.step('a custom range is checked in words before it is shown', async () => {
    await open(page, `${charge}?from=2026-11-02T00:00:00Z&to=2026-11-05T00:00:00Z`)
    await page.getByLabel('To', { exact: true }).fill('2026-11-01T00:00')
    await page.getByRole('button', { name: 'Show range' }).click()
    await expect(page.getByRole('alert')).toHaveText('To must be later than From.')

    await page.getByLabel('To', { exact: true }).fill('2026-11-09T12:00')
    await page.getByRole('button', { name: 'Show range' }).click()
    await expect(page).toHaveURL(/to=2026-11-09T12%3A00%3A00Z/)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  await test.step('an old address with another team still shows the SLO and offers its own', async () => {
    await open(page, charge.replace('/payments/', '/booking/'))
    await expect(chartOf(page)).toBeVisible()
    await page.getByRole('link', { name: 'Open it at its own address' }).click()
    await expect(page).toHaveURL(new RegExp(`${charge}$`))
  })
})

test('a link reproduces the view, and Back undoes each choice', async ({ page }) => {
  await page.goto(charge)
  await page.getByLabel('Window').selectOption('Last 3 periods')
  await expect(page).toHaveURL(/\?window=last-3-periods$/)
  await page.getByLabel('Scale').selectOption('Week')
  await page.getByLabel('Corrected').click()
  await expect(page).toHaveURL(/window=last-3-periods&scale=week&figures=raw$/)

  const title = 'Budget left in P10 to P12, week by week, before corrections'
  await expect(page.getByRole('figure', { name: title })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('figure', { name: title })).toBeVisible()
  await expect(page.getByLabel('Corrected')).not.toBeChecked()

  await page.goBack()
  await expect(page.getByLabel('Corrected')).toBeChecked()
  await page.goBack()
  await expect(page.getByLabel('Scale')).toHaveValue('day')
  await page.goBack()
  await expect(page).toHaveURL(/post-charge$/)
  await expect(page.getByRole('figure', { name: 'Budget left in P12, hour by hour' })).toBeVisible()
})

test('a period that is over is read as a chart, as a table and as a file', async ({ page }) => {
  await test.step('a budget that is overspent is shown below zero, with when it ran out', async () => {
    await open(page, `${search}?window=previous-period`)
    await expect(chartOf(page)).toContainText('exhausted at 25')
    await expect(chartOf(page)).toContainText('ended at −50')
    await expect(chartOf(page).getByText('7 d 8 h too early')).toBeVisible()
    await plotOf(page).focus()
    await page.keyboard.press('End')
    expect(await readPoint(page)).toContain('−50 % left')
  })

  await test.step('the table has the figures of the chart, and T turns one into the other', async () => {
    await open(page, `${search}?window=previous-period&scale=day`)
    await plotOf(page).focus()
    await page.keyboard.press('End')
    const lastPoint = await readPoint(page)
    await page.keyboard.press('t')
    await expect(page).toHaveURL(/show=table/)

    const rows = page.getByRole('table', { name: /^Budget left/ }).getByRole('row')
    await expect(rows).toHaveCount(29)
    const lastRow = plain(await rows.last().textContent())
    const [time = '', rest = ''] = lastPoint.split(': ')
    expect(lastRow).toContain(time)
    expect(lastRow).toContain(rest.split(' left')[0])
    expect(lastRow).toContain('−50 %')
  })

  await test.step('the download has every hour, raw, so that anyone can recompute the budget', async () => {
    await open(page, `${search}?window=previous-period`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chartOf(page)
        .getByRole('button', { name: /^CSV of/ })
        .click(),
    ])
    expect(download.suggestedFilename()).toBe('search-api.availability.get-search-prod-eu-by-hour.csv')
    const [header, ...rows] = (await textOf(download)).trim().split('\r\n')
    expect(header?.replace('\ufeff', '')).toBe('hour,good,total,remaining,raw_remaining,period')
    expect(rows).toHaveLength(672)

    const columns = rows.map((row) => row.split(','))
    expect(columns[0]?.[0]).toBe('2026-10-05T00:00:00Z')
    const total = columns.reduce((sum, row) => sum + Number(row[2]), 0)
    const bad = columns.reduce((sum, row) => sum + Number(row[2]) - Number(row[1]), 0)
    expect(Number(columns.at(-1)?.[3])).toBeCloseTo(1 - bad / (0.001 * total), 9)
  })
})

test('what is not as one expects is explained where it is seen', async ({ page }) => {
  await test.step('a changed target is marked where it changed, with who changed it and why', async () => {
    await open(
      page,
      '/slo/messaging/prod-eu/sms-relay/availability/post-sms?from=2026-08-10T00:00:00Z&to=2026-09-07T00:00:00Z',
    )
    await expect(chartOf(page).getByText(/^target 99\.5/)).toBeVisible()
    const target = sectionOf(page, 'Target')
    await expect(target).toContainText('The carriers promise no more than 99.5 %')
    await expect(target).toContainText('99.9')
  })

  await test.step('hours that nobody measured are marked, and are not taken for quiet ones', async () => {
    await open(page, '/slo/identity/prod-eu/profile/availability/get-user')
    await expect(chartOf(page).getByText('9 h no data')).toBeVisible()

    await open(page, '/slo/fleet/prod-us/tracking/availability/default-get-position')
    await expect(page.getByText(/92 hours were not measured in P12/)).toBeVisible()
  })

  await test.step('a 100 % target and a service nobody calls are explained, not drawn as a perfect score', async () => {
    await open(page, '/slo/payments/prod-eu/ledger/correctness/balanced-entries')
    await expect(page.getByText('A target of 100 % has no budget to burn')).toBeVisible()

    await open(page, '/slo/payments/prod-jp/refunds/freshness/refund-booked?window=previous-period')
    await expect(page.getByText('Nobody asked in P11')).toBeVisible()
  })

  await test.step('raw figures leave corrections out and say so', async () => {
    await open(page, '/slo/payments/prod-eu/refunds/availability/post-refunds?window=previous-period')
    await expect(sectionOf(page, 'Corrections')).toContainText('given back for ledger')
    await expect(chartOf(page)).toContainText(/Without corrections 3\d.% would be left/)
    await page.getByLabel('Corrected').click()
    await expect(chartOf(page)).toContainText(/The chart shows 3\d.% left, without corrections/)
  })
})

test.describe('when an address is wrong', () => {
  test.use({ mayBeRefused: true })

  test('an SLO that does not exist leads to the nearest ones', async ({ page, expectNoA11yViolations }) => {
    await page.goto(`${charge}s`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such SLO')
    await expectNoA11yViolations()
    await page
      .getByRole('listitem')
      .filter({ hasText: '/charge' })
      .getByRole('link', { name: 'prod-eu' })
      .first()
      .click()
    await expect(page).toHaveURL(new RegExp(`${charge}$`))
  })

  test('a panel that fails names the reason and leaves the page usable', async ({ page }) => {
    await page.goto(`${charge}?window=last-24-hours&scale=week`)
    await expect(page.getByRole('alert')).toContainText('The scale "week" is not offered for this window')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.getByLabel('Scale').selectOption('Hour')
    await expect(chartOf(page)).toBeVisible()
  })
})
