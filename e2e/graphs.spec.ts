import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const chart = (page: Page, name: string | RegExp) => page.getByRole('figure', { name })

async function saved(page: Page, kind: 'PNG' | 'SVG'): Promise<Readonly<{ name: string; bytes: Buffer }>> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: kind, exact: true }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('a graph is zoomed into, and saved as it stands', async ({ page }) => {
  await test.step('dragging over a burn-down zooms into its hours, and one click goes back', async () => {
    await open(page, '/slo/payments/prod-eu/payment-gateway/availability/post-charge')
    const plot = page.getByRole('slider', { name: /^Budget left in P12/ })
    // The year above the chart moves it down as it comes.
    await expect(page.getByRole('link', { name: /^P9: Broken/ })).toBeVisible()
    const box = await plot.boundingBox()
    if (box === null) throw new Error('The chart is not on the page')
    const y = box.y + box.height / 3
    await page.mouse.move(box.x + box.width * 0.3, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 })
    await page.mouse.up()
    await expect(page).toHaveURL(/from=2026-11-\d\dT\d\d%3A00%3A00Z&to=2026-11-\d\dT\d\d%3A00%3A00Z/)
    await expect(page.getByText('Pinned. Escape releases.')).toHaveCount(0)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect(page).not.toHaveURL(/from=/)

    await test.step('by keys', async () => {
      await plot.focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('z')
      for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowRight')
      await expect(plot).toHaveAttribute('aria-valuetext', /^Zoom to 2\u00a0Nov, 00:00 to 5\u00a0Nov/)
      await page.keyboard.press('Escape')
      await expect(plot).toHaveAttribute('aria-valuetext', /left/)
      await page.keyboard.press('z')
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/from=2026-11-02T00%3A00%3A00Z&to=2026-11-05T01%3A00%3A00Z/)
    })
  })

  await test.step('graphs over periods zoom to whole periods, by dragging and by keys', async () => {
    await open(page, '/indicators/kept-budgets')
    const shares = page.getByRole('group', { name: 'Services within budget, by period' })
    await shares.getByRole('link', { name: /^P3:/ }).focus()
    await page.keyboard.press('z')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/from=2026-02-23T00%3A00%3A00Z&to=2026-04-20T00%3A00%3A00Z/)
    await expect(shares.getByRole('link')).toHaveCount(2)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect(page).toHaveURL(/kept-budgets$/)

    await open(page, '/indicators/premature-exhaustion?show=graph')
    const worst = page.getByRole('listitem').filter({ hasText: '7 of 12 periods exhausted early' }).first()
    const first = worst.getByRole('link', { name: /^P1: / })
    // What may have bent a curve is said where it is drawn.
    await expect(first).toHaveAccessibleName(/, \d+ deployments/)
    await page.getByRole('button', { name: 'Share' }).click()
    const image = await saved(page, 'SVG')
    expect(image.name).toBe('budget-curves.svg')
    expect(image.bytes.toString()).toContain('Premature SLO error budget exhaustion')
    await page.keyboard.press('Escape')
    await first.hover()
    await page.mouse.down()
    await worst.getByRole('link', { name: /^P2: / }).hover()
    await page.mouse.up()
    await expect(page).toHaveURL(/show=graph/)
    await expect(page).toHaveURL(/from=2025-12-29T00%3A00%3A00Z&to=2026-02-23T00%3A00%3A00Z/)
  })

  await test.step('a chart is saved as it stands, with what it is of, for slides and for print', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open(page, '/slo/payments/prod-eu/payment-gateway/availability/post-charge')
    const lines = chart(page, /^Budget left in P12/).locator('path.recharts-curve')
    await expect(lines.first()).toBeVisible()
    const drawn = await lines.first().getAttribute('d')
    await page.getByRole('button', { name: /^Image of Budget left in P12/ }).click()

    const onWhite = await saved(page, 'SVG')
    expect(onWhite.name).toBe('payment-gateway.availability.post-charge-prod-eu-by-hour.svg')
    const svg = onWhite.bytes.toString('utf8')
    expect(svg).toContain(drawn)
    expect(svg).toContain('>Budget left in P12, hour by hour</text>')
    expect(svg).toMatch(/payment-gateway in prod-eu; availability of POST \/charge 99\.95\s%/)
    expect(svg).toContain('Data up to Wed 18\u00a0Nov 2026, 03:00 UTC')
    expect(svg).toContain('@font-face')
    expect(svg).toMatch(/<rect width="100%" height="100%" fill="#ffffff"/)
    expect(svg).not.toMatch(/ class=|oklch|var\(/)

    await page.getByRole('radio', { name: 'As on screen' }).check()
    expect((await saved(page, 'SVG')).bytes.toString('utf8')).toMatch(
      /<rect width="100%" height="100%" fill="#1\w{5}"/,
    )
    const png = await saved(page, 'PNG')
    const width = Number(/<svg [^>]*width="(\d+)"/.exec(svg)?.[1])
    // The width stands in the head of the file: twice that of the drawing.
    expect(png.bytes.readUInt32BE(16)).toBe(2 * width)
  })
})
