import type { Page } from '@playwright/test'

import type { ScenarioName } from '../mocks/scenarios.ts'
import { expect, goThrough, test } from './fixtures.ts'

const rowsOf = (page: Page, name: string) => page.getByRole('table', { name }).locator('[data-row]')
/** P1 to P4 of 2026. */
const periods = 'from=2025-12-29T00:00:00Z&to=2026-04-20T00:00:00Z'

test('the pages show the worked figures of the reference', async ({ page }) => {
  const open = async (scenario: ScenarioName, address: string) => {
    await goThrough(page, scenario)
    await page.goto(address)
  }

  await test.step('I-02: fulfilled and broken', async () => {
    await open(
      'worked-adherence',
      '/indicators/slo-adherence?from=2025-12-29T00:00:00Z&to=2026-03-23T00:00:00Z',
    )
    const verdicts = (service: string) =>
      rowsOf(page, 'SLO adherence')
        .filter({ hasText: service })
        .getByRole('link', { name: /^P[123]: / })
    const named = async (service: string) => {
      const names = await verdicts(service).evaluateAll((links) =>
        links.map((cell) => /: (\w)/.exec(cell.getAttribute('aria-label') ?? '')?.[1]),
      )
      return names.join('')
    }
    await expect.poll(() => named('service-1')).toBe('FFB')
    expect([await named('service-2'), await named('service-3')]).toEqual(['BFF', 'FFF'])
  })

  await test.step('I-10: an upward trend of five incidents', async () => {
    await page.goto('/indicators/recovery-trend?from=2025-12-29T00:00:00Z&to=2026-05-18T00:00:00Z')
    await expect(
      page.getByText(/^Time to recovery of 5 incidents: 1\sh\s12\smin on average\. The trend is upward/),
    ).toBeVisible()
  })

  await test.step('I-03: the fastest row first', async () => {
    await open(
      'worked-depletion',
      `/indicators/error-budget-depletion?${periods}&service=service-2,service-3`,
    )
    const rows = rowsOf(page, 'SLO error budget depletion')
    await expect(rows.first()).toContainText('service-2')
    await expect(rows.first()).toContainText(/20\s%/)
    await expect(rows.first()).toContainText('1.1')
    await expect(rows.first()).toContainText('2.3')
  })

  await test.step('I-04: who ran out early, and when', async () => {
    await open('worked-exhaustion', `/indicators/premature-exhaustion?${periods}`)
    const rows = rowsOf(page, 'Premature SLO error budget exhaustion')
    await expect(rows).toHaveCount(4)
    const first = rows.filter({ hasText: 'P1' })
    await expect(first).toContainText(/−70\s%/)
    await expect(first).toContainText(/3\sd/)
  })

  await test.step('I-11: the least available endpoint', async () => {
    await page.goto(`/indicators/least-available-endpoints?${periods}`)
    await expect(rowsOf(page, 'Least available endpoints').first()).toContainText(/GET\s\/user.*88/)
  })

  await test.step('Fig 11.6: two periods drawn, the others hatched', async () => {
    await open('worked-graphs', `/indicators/premature-exhaustion?show=graph&${periods}`)
    const affil = page.getByRole('listitem').filter({ hasText: 'service-2' })
    await expect(affil.getByRole('link', { name: /^P\d: Broken/ })).toHaveCount(2)
    await expect(affil.getByRole('link', { name: /^P1: Broken, −75 % left/ })).toBeVisible()
  })

  await test.step('I-06 and I-07: what was left of promises, and the part that broke one', async () => {
    await open(
      'worked-slas',
      `/indicators/sla-depletion?contract=data-ingested&from=2025-12-29T00:00:00Z&to=2026-01-26T00:00:00Z`,
    )
    const ingested = rowsOf(page, 'SLA depletion').filter({ hasText: 'Contractual' })
    await expect(ingested).toContainText(/30\s%/)
    await expect(ingested).toContainText(/0\.3.*0\.4/)
    await page.goto(`/indicators/sla-adherence?contract=data-roundtrip&${periods}`)
    const roundtrip = rowsOf(page, 'SLA adherence').filter({ hasText: 'Contractual' })
    await expect(
      roundtrip.getByRole('link', { name: /^P3: Broken, .* because GET \/tenant.* of service-1 was broken/ }),
    ).toBeVisible()
  })

  await test.step('I-13: counts of a service by period', async () => {
    await open(
      'worked-overview',
      '/indicators/kept-budgets?from=2025-12-29T00:00:00Z&to=2026-03-23T00:00:00Z',
    )
    const row = rowsOf(page, 'Fulfilled and broken SLOs').filter({ hasText: 'service-1' })
    for (const [period, within, broke] of [
      ['P1', 5, 3],
      ['P2', 6, 2],
      ['P3', 7, 1],
    ] as const)
      await expect(
        row.getByRole('link', { name: `${period}: ${within} within budget, ${broke} broke` }),
      ).toBeVisible()
  })
})

test.describe('in the new year', { tag: '@standalone' }, () => {
  test.use({ now: new Date('2027-01-20T09:30:00Z') })

  test('a year of thirteen periods scrolls sideways beside its first columns', async ({ page }) => {
    await page.goto('/indicators/slo-adherence?window=previous-year')
    const table = page.getByRole('table', { name: 'SLO adherence' })
    const last = table.getByRole('columnheader', { name: 'P13', exact: true })
    const first = table.getByRole('rowheader').first()
    await expect(first).toBeVisible()
    const stands = async () => (await first.boundingBox())?.x
    const before = await stands()
    await page.setViewportSize({ width: 1000, height: 800 })
    await last.scrollIntoViewIfNeeded()
    await expect(last).toBeInViewport()
    await expect(first).toBeInViewport()
    expect(before).toBeDefined()
    for (const period of ['P1', 'P12'])
      await expect(table.getByRole('columnheader', { name: period, exact: true })).toBeAttached()
  })
})
