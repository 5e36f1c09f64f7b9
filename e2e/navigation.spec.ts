import { expect, test } from './fixtures.ts'
import { open } from './open.ts'

const places = [
  { link: 'Planning', path: '/planning', title: 'Features or reliability' },
  { link: 'Organization', path: '/organization', title: 'Organization' },
  { link: 'All budgets', path: '/explore', title: 'All budgets' },
  { link: 'Indicators', path: '/indicators', title: 'Indicators' },
  { link: 'Transformation', path: '/transformation/board', title: 'SRE journey' },
  { link: 'Service catalog', path: '/catalog', title: 'Service catalog' },
] as const

test('one finds the way by the rail, by keys and by the breadcrumb', async ({ page }) => {
  await test.step('every place is one step away, and its title has the focus on arrival', async () => {
    await open(page, '/on-call')
    const rail = page.getByRole('navigation', { name: 'Main', exact: true })
    for (const { link, path, title } of places) {
      await rail.getByRole('link', { name: link, exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`${path}$`))
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
      await expect(page).toHaveTitle(`${title} · SRE Indicators`)
    }
  })

  await test.step('the rail says where one is on pages beside the first of a place', async () => {
    await open(page, '/transformation/delivery')
    const rail = page.getByRole('navigation', { name: 'Main', exact: true })
    await expect(rail.locator('[aria-current]')).toHaveText(['Transformation'])
  })

  await test.step('a keyboard skips the rail', async () => {
    await page.goto('/catalog')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('a step of the breadcrumb opens what stands beside it', async () => {
    await open(page, '/explore/payments/prod-eu')
    await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'))
    await page.getByRole('button', { name: 'Teams' }).click()
    await page.getByRole('list', { name: 'Teams' }).getByRole('link', { name: 'Identity' }).click()
    await expect(page).toHaveURL(/\/explore\/identity\/prod-eu$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Identity')
    await expect(page.locator('body')).toHaveAttribute('data-loaded', 'once')

    await page.getByRole('button', { name: 'Deployments' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Deployments' })).toBeFocused()
  })

  await test.step('the breadcrumb leads from an SLO to its deployment, its service and its team', async () => {
    await open(page, '/slo/payments/prod-eu/payment-gateway/availability/post-charge')
    const trail = page.getByRole('navigation', { name: 'Breadcrumb' })
    await expect(trail.getByRole('listitem')).toHaveText([
      'Harbourline',
      'Payments',
      /prod-eu/i,
      'payment-gateway',
      'Availability',
      /POST \/charge 99\.95/,
    ])
    await trail.getByRole('link', { name: 'payment-gateway' }).click()
    await expect(page).toHaveURL(/\/explore\/payments\/prod-eu\/payment-gateway$/)
    await expect(page.getByRole('grid', { name: 'Budgets of payment-gateway' })).toBeVisible()
  })

  await test.step('every screen says where in the period it stands and how old its data are', async () => {
    await open(page, '/catalog')
    const rail = page.getByRole('navigation', { name: 'Main', exact: true })
    await expect(rail).toContainText('Day 17 of 28')
    await expect(rail).toContainText(/11.d.20.h left/)
    await expect(rail).toContainText(/Data up to 03:00 UTC, 10.min.ago/)
  })

  await test.step('a mistyped address leads on to the nearest page', async () => {
    await open(page, '/organisation')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
    const nearest = page.getByRole('main').getByRole('link').first()
    await nearest.click()
    await expect(page).toHaveURL(/\/organization$/)
  })
})

test.describe('far from UTC', () => {
  test.use({ timezoneId: 'Asia/Tokyo' })

  test('times are the viewer’s own, and the zone is named', async ({ page }) => {
    await page.goto('/catalog')
    await expect(page.getByRole('navigation', { name: 'Main', exact: true })).toContainText(
      'Data up to 12:00 Tokyo time',
    )
  })
})

test('what was chosen is kept, and what was seen can be shown', async ({ page, context }) => {
  await test.step('a link can be copied that shows the same period for good', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, '/explore/payments?state=at-risk')
    await expect(page.getByRole('grid')).toBeVisible()
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await expect(page.getByText('Frozen link copied')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('/explore/payments?state=at-risk&period=2026-P12')
  })

  await test.step('theme and time zone stay as they were chosen', async () => {
    await open(page, '/on-call')
    await page.getByRole('button', { name: 'Theme: as the system' }).click()
    await page.getByRole('button', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.getByRole('button', { name: /^Time zone/ }).click()
    await page.getByRole('button', { name: 'UTC, as stored' }).click()

    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.getByRole('button', { name: 'Time zone: UTC' })).toBeVisible()
  })
})

test.describe('with single keys', () => {
  test('J and K walk the rows, Enter opens one, F goes to the filters', async ({ page }) => {
    await open(page, '/on-call')
    const rows = page.locator('[data-row]')
    await expect(rows.first()).toBeVisible()
    await page.keyboard.press('j')
    await expect(rows.nth(0)).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect(rows.nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/on-call\?slo=/)
    await expect(rows.nth(1)).toHaveAttribute('aria-current', /./)
    await page.keyboard.press('f')
    await expect(page.getByRole('button', { name: 'Team All' })).toBeFocused()

    await open(page, '/breaches')
    await expect(page.getByRole('table', { name: 'Breaches' })).toBeVisible()
    await page.keyboard.press('f')
    await expect(page.getByRole('radio', { name: 'Current period' })).toBeFocused()

    await open(page, '/catalog')
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await page.keyboard.press('f')
    await expect(page.getByRole('button', { name: 'Team All' })).toBeFocused()
  })

  test('they are listed, and can be switched off', async ({ page }) => {
    await page.goto('/catalog')
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByLabel('Single keys act').click()
    await page.keyboard.press('Escape')
    await expect(help).toBeHidden()

    await page.keyboard.press('?')
    await page.keyboard.press('f')
    await expect(help).toBeHidden()
    await expect(page.getByRole('button', { name: 'Team All' })).not.toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('four places are within thumb reach, the others behind the menu', async ({ page }) => {
    await page.goto('/on-call')
    await page
      .getByRole('navigation', { name: 'Main places' })
      .getByRole('link', { name: 'Indicators' })
      .tap()
    await expect(page).toHaveURL(/\/indicators$/)
    await page.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('link', { name: 'Service catalog' }).tap()
    await expect(page).toHaveURL(/\/catalog$/)
    await expect(page.getByRole('contentinfo')).toContainText('Day 17 of 28')
  })

  for (const address of ['/status', '/explore/payments?show=list', '/policies/payments', '/calendar']) {
    test(`a finger hits what it is meant for on ${address}`, async ({ page }) => {
      await page.goto(address)
      await expect(page.locator('main :is(a, button)').nth(LINKS_OF_A_FULL_PAGE)).toBeAttached()
      await expect.poll(() => page.evaluate(smallTargets)).toEqual([])
    })
  }
})

const LINKS_OF_A_FULL_PAGE = 24

/** What is hit 11 px above and below its middle is something else: WCAG 2.5.8 asks for 24 px. */
function smallTargets(): string[] {
  const targets = [...document.querySelectorAll('main :is(a, button, summary)')]
  return targets
    .filter((target) => target.checkVisibility({ opacityProperty: true }))
    .filter((target) => {
      target.scrollIntoView({ block: 'center', inline: 'center' })
      const { left, top, width, height } = target.getBoundingClientRect()
      const isHit = (below: number) => {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2 + below)
        return hit !== null && target.contains(hit)
      }
      // What stays beneath a column that sticks cannot be hit at all, and is scrolled to first.
      return isHit(0) && !(isHit(-11) && isHit(11))
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120))
}
