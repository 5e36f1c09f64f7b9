import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const charge = /\/slo\/payments\/prod-eu\/payment-gateway\/availability\/post-charge$/

async function openPalette(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or jump' })
  await expect(field).toBeFocused()
  return field
}

test('words and keys lead to an SLO', async ({ page, expectNoA11yViolations }) => {
  await test.step('two words and Enter open an SLO', async () => {
    await open(page, '/catalog')
    const field = await openPalette(page)
    await field.fill('charge eu')
    const first = page.getByRole('group', { name: 'SLOs' }).getByRole('option').first()
    await expect(first).toHaveText(/payment-gateway POST \/charge Availability.*prod-eu/)
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(first.locator('mark')).toHaveText(['charge', 'eu'])
    await expectNoA11yViolations()

    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(charge)
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('Enter that comes before the answer opens what was typed, not what stood there before', async () => {
    // Anew, so that nothing was asked before.
    await page.goto('/catalog')
    const field = await openPalette(page)
    await expect(page.getByRole('group', { name: 'SLOs' }).getByRole('option').first()).toBeVisible()
    let answer = () => {}
    const isAsked = new Promise<void>((resolve) => (answer = resolve))
    await page.route(/\/api\/budgets\?.*search=charge/, async (route) => {
      await isAsked
      await route.continue()
    })
    await field.fill('charge eu')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Looking for it')).toBeVisible()
    answer()
    await expect(page).toHaveURL(charge)
  })

  await test.step('without a word it offers what burns now', async () => {
    await open(page, '/catalog')
    await openPalette(page)
    const slos = page.getByRole('group', { name: 'SLOs' }).getByRole('option')
    await expect(slos.first().getByRole('img', { name: 'Burning' })).toBeVisible()
  })

  await test.step('typed narrowings hold for every hit', async () => {
    await open(page, '/catalog')
    const field = await openPalette(page)
    await field.fill('team:pay in:prod-jp sli:lat')
    const slos = page.getByRole('group', { name: 'SLOs' }).getByRole('option')
    await expect(slos.first()).toContainText('prod-jp')
    for (const text of await slos.allTextContents()) expect(text).toMatch(/Latency.*prod-jp$/)
  })

  await test.step('Escape gives the focus back', async () => {
    await open(page, '/catalog')
    const search = page.getByRole('button', { name: 'Search or jump' })
    await search.click()
    await expect(page.getByRole('combobox', { name: 'Search or jump' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(search).toBeFocused()
  })

  await test.step('a word that names nothing is answered too', async () => {
    await open(page, '/catalog')
    const field = await openPalette(page)
    await field.fill('zzzz')
    await expect(page.getByText('Nothing is named so. Try fewer words.')).toBeVisible()
    await expect(page.getByRole('listbox')).toBeHidden()
  })
})

test('keys reach places, actions and another page', async ({ page, context }) => {
  await test.step('Ctrl Enter opens beside, and this page stays', async () => {
    await open(page, '/catalog')
    const field = await openPalette(page)
    await field.fill('charge eu')
    await expect(page.getByRole('listbox', { name: 'Hits' }).getByRole('option').first()).toContainText(
      '/charge',
    )
    const beside = context.waitForEvent('page')
    await page.keyboard.press('Control+Enter')
    await expect(await beside).toHaveURL(charge)
    await expect(page).toHaveURL(/\/catalog$/)
  })

  await test.step('the arrows reach places and actions', async () => {
    await open(page, '/catalog')
    const field = await openPalette(page)
    await field.fill('dark theme')
    await expect(page.getByRole('option', { name: 'Dark theme' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

    await openPalette(page)
    await field.fill('premature')
    await expect(page.getByRole('option', { name: /^Premature error budget exhaustion/ })).toBeVisible()
    await field.fill('planning')
    await expect(page.getByRole('option', { name: /^Planning/ })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/planning$/)
  })

  await test.step('Back leaves it behind', async () => {
    await openPalette(page)
    await page.goBack()
    await expect(page).toHaveURL(/\/catalog$/)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})
