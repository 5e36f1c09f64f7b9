import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

const NIGHT = new Date('2026-11-18T03:10:00Z')
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const mapOf = (page: Page) => page.getByRole('region', { name: /^Services by team/ })

/** Pixels of the smallest text, of services' names and of figures. */
async function sizesOf(page: Page) {
  return page.getByRole('main').evaluate((main) => {
    const sizes = [...main.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().width > 1)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const of = (selector: string) =>
      [...main.querySelectorAll(selector)].map((element) =>
        Number.parseFloat(getComputedStyle(element).fontSize),
      )
    return { all: Math.min(...sizes), names: Math.min(...of('tbody th')), figures: Math.min(...of('td b')) }
  })
}

test(
  'a television is pointed at a link: it goes round by itself, dims at night, and is read from five metres',
  { tag: '@standalone' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto('/wallboard')
    await page.getByLabel('Each for').selectOption('60 seconds')
    await page.getByLabel('Times in the zone').selectOption('UTC')
    await page.getByRole('button', { name: /^Teams/ }).click()
    await page.getByRole('checkbox', { name: 'Payments' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByText('5 screens, one round in')).toBeVisible()
    const link = page.getByRole('link', { name: 'Start the wallboard' })
    await expect(link).toHaveAttribute('href', /\/wallboard\/screens\?team=payments&seconds=60&zone=UTC$/)
    await link.click()

    // 03:10 is the 28,933rd minute of its cycle: the screens follow from the clock alone.
    const shown = ['Harbourline production', /^prod-eu/, /^prod-us/, /^prod-jp/, 'Payments']
    const first = Math.floor(NIGHT.getTime() / 60_000) % shown.length
    for (let step = 0; step < shown.length; step += 1) {
      await page.clock.setFixedTime(NIGHT.getTime() + step * 60_000)
      await expect(title(page)).toHaveText(shown[(first + step) % shown.length] ?? '')
      await expect(mapOf(page).getByRole('row').first()).toBeVisible()
      const { all, names, figures } = await sizesOf(page)
      expect(all).toBeGreaterThanOrEqual(17)
      expect(names).toBeGreaterThanOrEqual(21)
      expect(figures).toBeGreaterThanOrEqual(25)
      const overflow = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
      expect(overflow, 'pixels below the screen').toBeLessThanOrEqual(0)
    }

    // By night it is dark and dim; by day as its address says.
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.getByRole('main')).toHaveCSS('filter', /brightness/)
    await page.clock.setFixedTime(new Date('2026-11-18T09:10:00Z'))
    await expect(page.getByRole('main')).toHaveCSS('filter', 'none')
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./)
  },
)

test(
  'a wall left alone for days is where its clock is, and loads itself anew when there is a new build',
  { tag: '@standalone' },
  async ({ page }) => {
    await page.clock.install({ time: NIGHT })
    await page.goto('/wallboard/screens?screens=organization,teams&team=payments&zone=UTC')
    await expect(mapOf(page)).toBeVisible()
    await page.clock.fastForward('03:00:00')
    await expect(page.getByRole('main')).toContainText('06:10')

    // As after a deployment: the page in the browser is of another build than the one the server has.
    await page.evaluate(() => {
      document.querySelector('script[type="module"]')?.setAttribute('src', '/assets/index-of-yesterday.js')
      document.body.dataset['since'] = 'yesterday'
    })
    // It looks every five minutes; one look may be lost, as on any network.
    await expect(async () => {
      await page.clock.fastForward('00:06:00')
      await expect(page.locator('body')).not.toHaveAttribute('data-since', 'yesterday', { timeout: 2_000 })
    }).toPass()
    await expect(mapOf(page)).toBeVisible()
  },
)

test.describe('when the server goes away', { tag: '@standalone' }, () => {
  test.use({ mayBeRefused: true })

  test('the last figures stay, with their age', async ({ page, context }) => {
    await page.clock.install({ time: NIGHT })
    await page.goto('/wallboard/screens?screens=organization&zone=UTC')
    await expect(mapOf(page)).toContainText('payment-gateway')
    await expect(page.getByRole('main')).toContainText('Data up to 03:00')

    // The simulated server reads which scenario it plays when a page loads; this one is cut off as a cable would.
    await page.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('cut off'))
    })
    await page.clock.fastForward('00:20:00')
    await expect(page.getByRole('main')).toContainText(/Figures are 20.min old/)
    await expect(mapOf(page)).toContainText('payment-gateway')
    expect(context.pages()).toHaveLength(1)
  })
})
