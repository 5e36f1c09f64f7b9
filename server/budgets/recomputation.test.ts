import { expect, test } from 'vitest'

import type { PeriodBudgetOnWire } from '../../src/contract/budget.ts'
import type { ResponseOf } from '../../src/contract/operations.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW_HOUR } from '../testing/tiny-organization.ts'

/*
 * An independent reckoning from nothing but what anyone can read from the API: buckets and versions of targets.
 * Written straight from the definition of the numbers, without a function of the domain.
 */
const { read } = harbourline
const HOUR_MS = 3_600_000

type Slo = ResponseOf<'readSlo'>
type Row = Readonly<{ hour: number; good: number; total: number }>

const allSeries = (await read('listBudgets', { limit: 500 })).items.map(({ sloId, deployment }) => ({
  slo: sloId,
  deployment,
}))

test('the list holds every series once', () => {
  expect(allSeries.length).toBeGreaterThan(100)
})

const periods = ['current', '2026-P11', '2026-P07']

/** Each series in one of the periods. */
test.each([...periods.entries()])('raw budgets agree with the buckets: %i, %s', async (nth, period) => {
  const { items } = await read('listBudgets', { period, sort: 'slo', limit: 500 })
  const own = items.filter((_, place) => place % periods.length === nth)
  expect(own.length).toBeGreaterThan(30)
  for (const { sloId, deployment, budget } of own) {
    const slo = await read('readSlo', {}, { slo: sloId })
    const rows = await readRows({ slo: sloId, deployment }, budget)
    const inPeriod = rows.filter(({ hour }) => hour >= hourOf(budget.period.start))
    const grant = ownGrant(rows, slo, budget)
    const bad = inPeriod.reduce((sum, { good, total }) => sum + total - good, 0)
    const label = `${sloId}@${deployment}`
    if (!budget.isCorrected) {
      expect(budget.bad, label).toBe(bad)
      expect(budget.total, label).toBe(inPeriod.reduce((sum, { total }) => sum + total, 0))
      expect(budget.grant, label).toBeCloseTo(grant, 3)
    }
    if (grant === 0 || budget.rawRemaining === null) continue
    expect(budget.rawRemaining, label).toBeCloseTo(1 - bad / grant, 6)
    if (!budget.period.isOpen && !budget.isCorrected)
      expect(budget.state, label).toBe(bad <= grant ? 'fulfilled' : 'broken')
  }
})

test('the burn-down of the current period agrees with the buckets at every hour', async () => {
  for (const params of allSeries.slice(0, 40)) {
    const history = await read('readBudgetHistory', { scale: 'hour' }, params)
    const current = history.periods.at(-1)
    if (current === undefined) throw new Error('No current period')
    const rows = await readRows(params, current.budget)
    const grant = ownGrant(rows, await read('readSlo', {}, { slo: params.slo }), current.budget)
    const own = rows.filter(({ hour }) => hour >= hourOf(current.budget.period.start))
    let bad = 0
    const expected = own.map(({ good, total }) => 1 - (bad += total - good) / grant)
    if (history.corrections.length === 0)
      expect(current.columns.hour.map(hourOf)).toEqual(own.map(({ hour }) => hour))
    if (grant === 0 || history.corrections.length > 0) continue
    const raw = current.columns.rawRemaining
    const wrong = expected.flatMap((value, row) =>
      Math.abs((raw[row] ?? 0) - value) < 5e-7 ? [] : [{ row, raw: raw[row], value }],
    )
    expect(wrong, params.slo).toEqual([])
  }
})

async function readRows(
  params: Readonly<{ slo: string; deployment: string }>,
  { period }: PeriodBudgetOnWire,
): Promise<readonly Row[]> {
  const from = period.isOpen ? Math.min(hourOf(period.start), NOW_HOUR - 672) : hourOf(period.start)
  const columns = await read('readBuckets', { from: isoOf(from), to: period.end }, params)
  return columns.hour.map((hour, row) => ({
    hour: hourOf(hour),
    good: columns.good[row] ?? 0,
    total: columns.total[row] ?? 0,
  }))
}

/** Past hours by the target in force; hours to come by the mean of the same hour of the week in the last 28 days. */
function ownGrant(rows: readonly Row[], slo: Slo, { period }: PeriodBudgetOnWire): number {
  const own = rows.filter(({ hour }) => hour >= hourOf(period.start))
  const past = own.reduce((sum, { hour, total }) => sum + allowancePpb(slo, hour) * total, 0)
  if (!period.isOpen) return past / 1e9
  const mean = (chosen: readonly Row[]) => chosen.reduce((sum, { total }) => sum + total, 0) / chosen.length
  let expected = 0
  for (let hour = NOW_HOUR; hour < hourOf(period.end); hour += 1) {
    const alike = rows.filter((row) => row.hour >= NOW_HOUR - 672 && (hour - row.hour) % 168 === 0)
    expected += alike.length > 0 ? mean(alike) : own.length > 0 ? mean(own) : 0
  }
  return (past + allowancePpb(slo, NOW_HOUR) * expected) / 1e9
}

function allowancePpb({ versions }: Slo, hour: number): number {
  const inForce = versions.findLast(({ effectiveFrom }) => hourOf(effectiveFrom) <= hour) ?? versions[0]
  return Math.round((1 - (inForce?.target ?? 1)) * 1e9)
}

function hourOf(iso: string): number {
  return Math.floor(Date.parse(iso) / HOUR_MS)
}

function isoOf(hour: number): string {
  return new Date(hour * HOUR_MS).toISOString()
}
