import { describe, expect, test } from 'vitest'

import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

const PERIOD_HOURS = 672
const isBadHour = (hour: number) =>
  [1, 2].some((periodsAgo) => {
    const hourOfPeriod = hour - (PERIOD_START - periodsAgo * PERIOD_HOURS)
    return hourOfPeriod >= 10 && hourOfPeriod < 20
  })
/** Fulfilled, then broken in P10 and P11; open since. */
const broken = apiClient(
  tinyOrganization({
    series: {
      'cart.availability.get-cart@north': {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (isBadHour(hour) ? 90 : 0), 100),
      },
    },
  }),
)
const get = { slo: 'cart.availability.get-cart', deployment: 'north' }

describe('SLO adherence', () => {
  test('says of every period what became of the SLO, and sums it up', async () => {
    const { periods, items } = await broken.read('listAdherence', get)
    expect(periods.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      ['2026-P09', false],
      ['2026-P10', false],
      ['2026-P11', false],
      ['2026-P12', true],
    ])
    expect(items).toMatchObject([
      {
        cells: [
          { adherence: 'fulfilled', remaining: 1 },
          { adherence: 'broken' },
          { adherence: 'broken' },
          { adherence: 'open', state: 'healthy' },
        ],
        fulfilledCount: 1,
        brokenCount: 2,
        fulfilmentRate: 1 / 3,
        streak: { verdict: 'broken', periods: 2 },
      },
    ])
  })

  test('agrees with the verdicts of each SLO', async () => {
    const { items, periods } = await harbourline.read('listAdherence', { team: 'payments', limit: 12 })
    expect(periods).toHaveLength(12)
    for (const { sloId, deployment, cells } of items) {
      const verdicts = await harbourline.read('listVerdicts', {}, { slo: sloId, deployment })
      const byPeriod = new Map(verdicts.items.map((budget) => [budget.period.id, budget]))
      for (const [at, { id }] of periods.entries()) {
        const { state = null, remaining = null } = byPeriod.get(id) ?? {}
        expect(cells[at]).toMatchObject({ state, remaining })
      }
    }
  })

  test('sorts by what a period left over, what is absent last in both directions', async () => {
    const remainings = async (sort: string, column: string) => {
      const items = await allItems((page) =>
        harbourline.read('listAdherence', {
          team: 'fleet',
          window: 'previous-year',
          sort,
          ...page,
          limit: 40,
        }),
      )
      const { periods } = await harbourline.read('listAdherence', { window: 'previous-year', limit: 1 })
      const at = periods.findIndex(({ id }) => id === column)
      return items.map(({ cells }) => cells[at]?.remaining ?? null)
    }
    const up = await remainings('2025-P13', '2025-P13')
    expect(up).toEqual(up.toSorted((a, b) => compareAbsentLast(a, b)))
    const down = await remainings('-2025-P13', '2025-P13')
    expect(down).toEqual(down.toSorted((a, b) => compareAbsentLast(a, b, 'descending')))
  })

  test('a period that is not shown sorts nothing and is refused', async () => {
    expect(await broken.refused('listAdherence', { sort: '2026-P01' })).toMatchObject({
      status: 400,
      field: 'sort',
      allowed: ['2026-P09', '2026-P10', '2026-P11', '2026-P12'],
    })
    expect(await broken.refused('listAdherence', { sort: 'borken' })).toMatchObject({
      field: 'sort',
      hint: expect.stringContaining('broken') as string,
    })
  })

  test('by calendar month it holds whole months, with grants of their own', async () => {
    const { periods, items, scale } = await broken.read('listAdherence', { ...get, scale: 'month' })
    expect(scale).toBe('month')
    expect(periods.map(({ id }) => id)).toEqual(['2026-09', '2026-10', '2026-11'])
    // 900 bad ones of the 720 that thirty days of 100 an hour may hold; a period of 28 days holds 672.
    expect(items[0]?.cells[0]?.remaining).toBeCloseTo(1 - 900 / 720, 9)
    const { items: byPeriod } = await broken.read('listAdherence', get)
    expect(byPeriod[0]?.cells[1]?.remaining).toBeCloseTo(1 - 900 / 672, 9)
  })
})

describe('budget depletion', () => {
  test('a row for every period of every SLO, worst end first', async () => {
    const { items } = await broken.read('listDepletion', get)
    expect(items.map(({ budget }) => budget.period.id)).toEqual([
      '2026-P11',
      '2026-P10',
      '2026-P12',
      '2026-P09',
    ])
    expect(items[0]).toMatchObject({ budget: { state: 'broken', isPremature: true } })
  })

  test('its speeds are those of the burn-down', async () => {
    const { items } = await harbourline.read('listDepletion', {
      service: 'payment-gateway',
      window: 'last-3-periods',
      limit: 30,
    })
    for (const { sloId, deployment, budget, averageSpeed, highestSpeed } of items.slice(0, 12)) {
      const history = await harbourline.read(
        'readBudgetHistory',
        { window: 'last-3-periods' },
        { slo: sloId, deployment },
      )
      const period = history.periods.find((one) => one.budget.period.id === budget.period.id)
      expect([averageSpeed, highestSpeed]).toEqual([period?.averageSpeed, period?.highestSpeed])
      expect(budget).toEqual(period?.budget)
    }
  })

  test('sorted by speed, pages go on where the last one ended', async () => {
    const asked = { team: 'payments', window: 'last-3-periods', sort: '-highest-speed' }
    const whole = await harbourline.read('listDepletion', { ...asked, limit: 500 })
    const paged = await allItems((page) =>
      harbourline.read('listDepletion', { ...asked, ...page, limit: 17 }),
    )
    expect(paged).toEqual(whole.items)
    const speeds = whole.items.map(({ highestSpeed }) => highestSpeed)
    expect(speeds).toEqual(speeds.toSorted((a, b) => compareAbsentLast(a, b, 'descending')))
  })

  test('only premature ones are those that ran out before their period ended', async () => {
    const year = { window: 'current-year', limit: 500 }
    const every = await allItems((page) => harbourline.read('listDepletion', { ...year, ...page }))
    const early = await allItems((page) =>
      harbourline.read('listDepletion', { ...year, ...page, premature: 'only' }),
    )
    expect(early.length).toBeGreaterThan(0)
    expect(early).toEqual(every.filter(({ budget }) => budget.isPremature))
  })
})

describe('what stands above the table', () => {
  test('the answer speaks of every row, not only of the page', async () => {
    const asked = { window: 'current-year', premature: 'only' }
    const { answer } = await harbourline.read('listDepletion', { ...asked, limit: 1 })
    expect(answer).toBe((await harbourline.read('listDepletion', { ...asked, limit: 500 })).answer)
    expect(answer).toMatch(
      /^\d+ of 24 services exhausted a budget early|^No service exhausted a budget early/,
    )
  })

  test('a choice says how many rows it would show', async () => {
    const { facets } = await harbourline.read('listAdherence', { sli: 'latency', team: 'payments', limit: 1 })
    for (const facet of ['team', 'sli', 'deployment'] as const) {
      for (const { slug, count } of facets[facet]) {
        const { totalCount } = await harbourline.read('listAdherence', {
          sli: 'latency',
          team: 'payments',
          [facet]: slug,
          limit: 1,
        })
        expect([facet, slug, totalCount]).toEqual([facet, slug, count])
      }
    }
  })
})

describe('budget curves', () => {
  test('an SLO stands with the days of every period, and ends where its budget does', async () => {
    const { items, periods } = await harbourline.read('listBudgetCurves', { team: 'search', limit: 8 })
    for (const { curves, sloId, deployment } of items) {
      expect(curves).toHaveLength(periods.length)
      for (const [at, curve] of curves.entries()) {
        if (curve === null || curve.remaining === null || periods[at]?.isOpen) continue
        expect([sloId, deployment, at, curve.daily?.at(-1)]).toEqual([sloId, deployment, at, curve.remaining])
        expect(curve.daily).toHaveLength(28)
      }
    }
  })

  test('what may have bent a curve is marked where it is drawn, as on the page of the SLO', async () => {
    const { items, periods } = await harbourline.read('listBudgetCurves', { limit: 500 })
    const marked = items.filter(({ marks }) => marks.targetChanges.length + marks.corrections.length > 0)
    expect(new Set(items.flatMap(({ marks }) => marks.corrections.map(({ kind }) => kind)))).toEqual(
      new Set(['exclusion', 'top-up']),
    )
    expect(items.some(({ marks }) => marks.targetChanges.length > 0)).toBe(true)
    const range = { from: periods[0]?.start ?? '', to: periods.at(-1)?.end ?? '' }
    for (const { sloId, deployment, marks } of marked.slice(0, 6)) {
      const history = await harbourline.read('readBudgetHistory', range, { slo: sloId, deployment })
      const inForce = history.corrections.filter(({ withdrawnAt }) => withdrawnAt === null)
      expect(marks.corrections).toEqual(
        inForce
          .toSorted((a, b) => (a.start < b.start ? -1 : 1))
          .map(({ kind, start, end }) => ({ kind, start, end })),
      )
      expect(marks.releases).toHaveLength(history.releases.length)
    }
  })

  test('only premature ones draw nothing else, and who ran out most often is first', async () => {
    const { items, totalCount } = await harbourline.read('listBudgetCurves', {
      premature: 'only',
      limit: 500,
    })
    expect(items).toHaveLength(totalCount)
    for (const { curves, prematureCount } of items) {
      expect(curves.filter((curve) => curve?.isPremature)).toHaveLength(prematureCount)
      for (const curve of curves) expect(curve?.daily != null).toBe(curve?.isPremature ?? false)
    }
    const counts = items.map(({ prematureCount }) => prematureCount)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const table = await harbourline.read('listDepletion', {
      premature: 'only',
      window: 'current-year',
      limit: 1,
    })
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(table.totalCount)
  })
})
