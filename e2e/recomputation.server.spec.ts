import type { APIRequestContext, Page } from '@playwright/test'

import type { BudgetHistory } from '../src/contract/budget-history.ts'
import { expect, test } from './fixtures.ts'

/**
 * The figures on screen against a second reckoning that shares no code with the product: raw buckets, Date arithmetic and
 * plain loops, straight from the words of numbers.md.
 */
const HOUR_MS = 3_600_000
const WEEK_MS = 168 * HOUR_MS

type Hour = Readonly<{ at: number; bad: number; total: number }>
type Span = Readonly<{ start: number; end: number }>

/** One series with corrections, one with debt, one whose target changed in mid-period, one with a gap. */
const subjects = [
  { sloId: 'payment-gateway.availability.post-charge', team: 'payments', slo: 'post-charge' },
  { sloId: 'search-api.availability.get-search', team: 'search', slo: 'get-search' },
  { sloId: 'sms-relay.availability.post-sms', team: 'messaging', slo: 'post-sms' },
  { sloId: 'profile.availability.get-user', team: 'identity', slo: 'get-user' },
] as const

for (const { sloId, team, slo } of subjects) {
  test(`${sloId}: every period's figures on screen follow from the raw buckets`, async ({
    page,
    request,
  }) => {
    const [service, sli] = sloId.split('.')
    await page.goto(`/slo/${team}/prod-eu/${service}/${sli}/${slo}?window=current-year`)
    const shown = await shownPeriods(page)
    expect(shown.length).toBeGreaterThanOrEqual(12)

    const history: BudgetHistory = await (
      await request.get(`/api/budgets/${sloId}/prod-eu?window=current-year&scale=period`)
    ).json()
    const dataUpTo = Date.parse(history.dataUpTo)
    const first = Date.parse(history.periods[0]?.budget.period.start ?? '')
    const hours = await rawHours(
      request,
      `/api/budgets/${sloId}/prod-eu/buckets`,
      first - 4 * WEEK_MS,
      dataUpTo,
    )
    const excluded = history.corrections
      .filter(({ kind, withdrawnAt }) => kind === 'exclusion' && withdrawnAt === null)
      .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
    const isCounted = ({ at }: Readonly<{ at: number }>) =>
      !excluded.some(({ start, end }) => start <= at && at < end)
    const counted = hours.filter(isCounted)

    const reckoned = history.periods.map(({ budget: { period } }) => {
      const span = { start: Date.parse(period.start), end: Date.parse(period.end) }
      return { name: period.name, ...reckon(counted, span, dataUpTo, allowanceAt(history), isCounted) }
    })
    expect(shown).toEqual(reckoned.toReversed().map(asShown))
  })
}

function reckon(
  hours: readonly Hour[],
  { start, end }: Span,
  dataUpTo: number,
  allowance: (at: number) => number,
  isCounted: (hour: Readonly<{ at: number }>) => boolean,
) {
  const past = hours.filter(({ at }) => start <= at && at < end)
  const bad = past.reduce((sum, hour) => sum + hour.bad, 0)
  let grant = past.reduce((sum, hour) => sum + allowance(hour.at) * hour.total, 0)
  const soFar = past.reduce((sum, hour) => sum + hour.total, 0) / past.length
  for (let at = Math.max(dataUpTo, start); at < end; at += HOUR_MS) {
    // Agreed maintenance that is still to come will not count, and is granted nothing.
    if (!isCounted({ at })) continue
    const sameHours = hours.filter(
      (hour) => hour.at < dataUpTo && hour.at >= dataUpTo - 4 * WEEK_MS && (at - hour.at) % WEEK_MS === 0,
    )
    const expected =
      sameHours.length > 0 ? sameHours.reduce((sum, { total }) => sum + total, 0) / sameHours.length : soFar
    grant += allowance(dataUpTo - HOUR_MS) * expected
  }
  return { bad, grant, remaining: 1 - bad / grant, isOpen: end > dataUpTo }
}

function allowanceAt({ versions }: BudgetHistory) {
  const newestFirst = versions.toReversed()
  return (at: number) => {
    const inForce = newestFirst.find(({ effectiveFrom }) => Date.parse(effectiveFrom) <= at) ?? versions[0]
    return 1 - (inForce?.target ?? Number.NaN)
  }
}

async function rawHours(
  request: APIRequestContext,
  path: string,
  from: number,
  to: number,
): Promise<readonly Hour[]> {
  const query = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`
  const columns: { hour: string[]; good: number[]; total: number[] } = await (
    await request.get(`${path}?${query}`)
  ).json()
  return columns.hour.map((hour, row) => {
    const total = columns.total[row] ?? Number.NaN
    return { at: Date.parse(hour), total, bad: total - (columns.good[row] ?? Number.NaN) }
  })
}

type Shown = Readonly<{ name: string; remaining: string; granted: string; bad: string }>

/** By the names of the columns: the uncorrected figures are shown only where something was corrected. */
async function shownPeriods(page: Page): Promise<readonly Shown[]> {
  const table = page.getByRole('table', { name: 'Periods' })
  const rows = table.getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  const headers = await table.getByRole('columnheader').allInnerTexts()
  const shown: Shown[] = []
  for (const row of (await rows.all()).slice(1)) {
    const cells = await row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts()
    const cell = (header: string) => cells[headers.indexOf(header)] ?? `no column ${header}`
    const figure = (header: string) => cell(header).replaceAll(/\s/g, '')
    shown.push({
      name: cell('Period'),
      remaining: figure('Budget left'),
      granted: figure('Granted'),
      bad: figure('Bad events'),
    })
  }
  return shown
}

function asShown(figures: ReturnType<typeof reckon> & { name: string }): Shown {
  const { name, remaining, grant, bad, isOpen } = figures
  const percent = remaining * 100
  const decimals = Math.abs(percent) < 1 || (percent > 99.5 && percent < 100) ? 1 : 0
  const floored = Math.floor(percent * 10 ** decimals) / 10 ** decimals
  return {
    name,
    remaining: `${floored < 0 ? '−' : ''}${Math.abs(floored).toFixed(decimals)}%`,
    granted: `${isOpen ? '~' : ''}${Math.floor(grant + 1e-6)}`,
    bad: `${bad}`,
  }
}
