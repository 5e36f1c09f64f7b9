import { expect, test } from './fixtures.ts'

// Three nights that the simulated organization tells, each solved by somebody who has never seen the app: what is asked for
// stands on the page that opens, at most one step away.

test('a release burns budget in one region: it is named, with the region where it does not', async ({
  page,
}) => {
  await page.goto('/on-call')
  const sentence = page.getByRole('paragraph').filter({ hasText: /of requests fail/ })
  await expect(sentence).toContainText('after 2026.11.18-1 reached prod-eu')
  await expect(sentence).toContainText('prod-jp since 16:00 without burning')

  const changes = page.getByRole('region', { name: 'Changed in the last 24 hours' })
  await expect(changes.getByRole('listitem').first()).toContainText(
    '2026.11.18-1, prod-eu, as the burn began',
  )
  await expect(page.getByText('5-min steps, UTC')).toBeVisible()
  const breaches = page.getByRole('region', { name: 'Breaches of this period' })
  await expect(breaches.getByRole('link', { name: /18.Nov, 01:00/ })).toHaveAttribute(
    'href',
    /^\/breaches\/./,
  )
  const runbook = page.getByRole('region', { name: 'Runbook, first moves' })
  await expect(runbook.getByRole('listitem').first()).toContainText('ship rollback payment-gateway prod-eu')
  await expect(page.getByRole('link', { name: /^Incident/ })).toHaveAttribute(
    'href',
    /^https:\/\/incidents\.harbourline\.example\//,
  )
})

test('a dependency drags its consumers: from one of them to the release that began it', async ({
  page,
  expectNoA11yViolations,
}) => {
  await page.goto('/on-call?team=payments')
  await page
    .getByRole('region', { name: 'Budgets that need someone' })
    .getByRole('link', { name: /refunds prod-us/ })
    .first()
    .click()
  await expect(page.getByRole('paragraph').filter({ hasText: /of requests fail/ })).toContainText(
    'when ledger, which it calls, began to burn',
  )

  const dependencies = page.getByRole('region', { name: 'Dependencies now' })
  await expect(dependencies.getByRole('listitem').first()).toContainText('ledger 42.5×')
  await dependencies.getByRole('link', { name: 'ledger' }).click()
  await expect(page).toHaveURL(/slo=ledger\.availability\.post-entries&in=prod-us/)
  await expect(page.getByRole('paragraph').filter({ hasText: /of requests fail/ })).toContainText(
    'after 2026.11.18-1 reached prod-us',
  )
  await expect(page.getByRole('region', { name: 'Dependencies now' })).toContainText('refunds')
  await expectNoA11yViolations()
})

test('data stops arriving: the silent series is found, and the feed that should bring it', async ({
  page,
}) => {
  await page.goto('/on-call')
  const list = page.getByRole('region', { name: 'Budgets that need someone' })
  await list.getByRole('button', { name: /No data.*tracking, prod-us/ }).click()
  await list.getByRole('link', { name: /tracking prod-us/ }).click()
  const sentence = page.getByRole('paragraph').filter({ hasText: /No measurement has arrived/ })
  await expect(sentence).toContainText('since Sat 14')
  await expect(sentence).toContainText('its source fleet-metrics does not deliver')
  await expect(sentence).toContainText('no route to host')
  await expect(page.getByText(/nothing is known since Sat 14/)).toBeVisible()
})

test(
  'another hour arrives: rows move, what is selected stays, and so does the focus',
  { tag: '@standalone' },
  async ({ page }) => {
    await page.goto('/on-call')
    const list = page.getByRole('region', { name: 'Budgets that need someone' })
    const upTo = page.getByTitle(/what changes arrives by itself/).filter({ visible: true })
    await expect(upTo).toHaveText(/Data up to 03:00/)
    const ledger = list.getByRole('link', { name: /ledger prod-us/ })
    const rows = list.getByRole('link')
    const before = await rows.allInnerTexts()
    await ledger.click()
    await ledger.focus()
    await page.getByRole('region', { name: 'Breaches of this period' }).scrollIntoViewIfNeeded()

    // The fix of the charge night is out: its budget does not burn as it did.
    await page.clock.setFixedTime(new Date('2026-11-18T06:10:00Z'))
    await expect(page.getByText(/Data up to 06:00/).filter({ visible: true })).toBeVisible()
    await expect.poll(() => rows.allInnerTexts()).not.toEqual(before)
    await expect(ledger).toBeFocused()
    await expect(ledger).toHaveAttribute('aria-current', /./)
    await expect(page).toHaveURL(/slo=ledger/)
  },
)

test('words narrow the list as they are typed, and the choice of a team is remembered', async ({ page }) => {
  await page.goto('/on-call')
  const list = page.getByRole('region', { name: 'Budgets that need someone' })
  await list.getByRole('searchbox').fill('seat-map prod-eu')
  await expect(page).toHaveURL(/q=seat-map/)
  await expect(list.getByRole('link').first()).toContainText('seat-map')
  await expect(list.getByRole('link', { name: /payment-gateway/ })).toHaveCount(0)

  await page.getByLabel('Rotation').selectOption({ label: 'Booking, Europe' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Booking, Europe')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Planning' }).click()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /On call/ })
    .click()
  await expect(page).toHaveURL(/rotation=booking/)
})

test.describe('when a link asks for what no list takes', () => {
  test.use({ mayBeRefused: true })

  test('the list says what is wrong with it, does not count, and opens without it', async ({ page }) => {
    await page.goto(`/on-call?q=${'long'.repeat(60)}`)
    const refusal = page.getByRole('alert').filter({ hasText: 'The list could not be read' })
    await expect(refusal).toContainText('is not allowed for "search". At most 200 characters.')
    await expect(page.getByText(/\d+ budgets in production/)).toBeHidden()
    await expect(page.getByLabel('The worst of each group')).not.toHaveText(/\d/)
    await expect(refusal.getByRole('button')).toHaveCount(0)
    await refusal.getByRole('link', { name: 'Open the page without its settings' }).click()
    await expect(page.getByText(/^211 budgets in production/)).toBeVisible()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the worst of each group is a tap away, runbook and incident stay within reach', async ({
    page,
    expectNoA11yViolations,
  }) => {
    await page.goto('/on-call')
    await expect(page.getByRole('paragraph').filter({ hasText: /of requests fail/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /Runbook/ })).toBeInViewport()
    await page
      .getByRole('navigation', { name: 'The worst of each group' })
      .getByRole('link', { name: /Exhausted/ })
      .click()
    await expect(page.getByText(/Nothing is left/)).toBeVisible()
    await page.getByRole('heading', { name: 'Dependencies now' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('link', { name: /Runbook/ })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectNoA11yViolations()
  })
})
