import { describe, expect, test } from 'vitest'

import type { Matrix, MatrixRow } from '../../src/contract/hierarchy.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

/** In the current period cart is slow beyond its budget in the north, and most of what it may fail is gone there. */
const tiny = apiClient(
  tinyOrganization({
    series: {
      'cart.availability.get-cart@north': {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) =>
          hour >= PERIOD_START + 100 && hour < PERIOD_START + 150 ? 1 : 0,
        ),
      },
      'cart.latency.get-cart@north': {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) =>
          hour >= PERIOD_START + 50 && hour < PERIOD_START + 150 ? 9 : 0,
        ),
      },
    },
  }),
)

type Query = Readonly<Record<string, string | number>>

/** Page after page, as a table scrolls. */
async function everyRow(query: Query, limit = 7): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Matrix = await harbourline.read('readMatrix', {
      ...query,
      limit,
      ...(cursor !== '' && { cursor }),
    })
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

const severityOf = (row: MatrixRow) =>
  Math.min(
    ...row.cells.map((cell) => (cell === null ? 99 : statesBySeverity.indexOf(cell.worst.budget.state))),
  )

describe('the matrix', () => {
  test('has a row an SLO and a column a deployment, and says where an SLO is not deployed', async () => {
    const { columns, items, earlierPeriods } = await tiny.read('readMatrix', { team: 'buying', sort: 'name' })
    expect(columns.map(({ slug, seriesCount }) => [slug, seriesCount])).toEqual([
      ['north', 2],
      ['lab', 1],
    ])
    expect(
      items.map(({ key, cells }) => [key, cells.map((cell) => cell?.worst.budget.state ?? null)]),
    ).toEqual([
      ['cart.availability.get-cart', ['at-risk', 'healthy']],
      ['cart.latency.get-cart', ['exhausted', null]],
    ])
    expect(earlierPeriods.map(({ id }) => id)).toEqual(['2026-P09', '2026-P10', '2026-P11'])
    expect(items[0]?.cells[0]?.earlier).toEqual(
      Array.from({ length: 3 }, () => ({ state: 'fulfilled', broken: 0, counted: 1 })),
    )
  })

  test('sums a service up by counts, its worst series and its smallest budget', async () => {
    const { items } = await tiny.read('readMatrix', { rows: 'service' })
    expect(items.map(({ service, sloCount }) => [service, sloCount])).toEqual([
      ['cart', 2],
      ['search', 2],
    ])
    const [cart] = items[0]?.cells ?? []
    expect(cart).toMatchObject({
      seriesCount: 2,
      states: { exhausted: 1, 'at-risk': 1, healthy: 0 },
      worst: { sloId: 'cart.latency.get-cart', budget: { state: 'exhausted' } },
    })
    expect(cart?.leastRemaining).toBe(cart?.worst.budget.remaining)
  })

  test('lets a target of 100 % that is kept not stand for budgets beside it', async () => {
    const { items } = await harbourline.read('readMatrix', {
      rows: 'service',
      service: 'ledger',
      deployment: 'prod-eu',
    })
    const cell = items[0]?.cells[0]
    expect(cell?.states['no-budget']).toBe(1)
    expect(cell?.worst.budget.state).toBe('healthy')
    expect(cell?.worst.budget.remaining).toBe(cell?.leastRemaining)
  })

  test('sets services against SLIs within a deployment', async () => {
    const { columns, items } = await tiny.read('readMatrix', {
      rows: 'service',
      columns: 'sli',
      deployment: 'north',
    })
    expect(columns.map(({ slug }) => slug)).toEqual(['availability', 'latency'])
    expect(items.every(({ cells }) => cells.every((cell) => cell?.worst.deployment === 'north'))).toBe(true)
  })

  test('keeps a row that is asked for by its state whole', async () => {
    const { items } = await tiny.read('readMatrix', { state: 'at-risk' })
    expect(items.map(({ key }) => key)).toEqual(['cart.availability.get-cart'])
    expect(items[0]?.cells[1]?.worst.budget.state).toBe('healthy')
  })

  test.each<Query>([
    { rows: 'slo', group: 'service' },
    { rows: 'slo', group: 'sli', sort: 'name' },
    { rows: 'service', sort: 'remaining' },
    { rows: 'slo', deployment: 'prod-jp', beside: 'show' },
    { rows: 'team', columns: 'sli' },
  ])('%j is the same in pages as at once', async (query) => {
    const rows = await everyRow(query)
    const atOnce = await harbourline.read('readMatrix', { ...query, limit: 500 })
    expect(rows).toEqual(atOnce.items)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(atOnce.totalCount)
  })

  test('begins with what needs someone most, and keeps the rows of a group together', async () => {
    const services = await everyRow({ rows: 'service' }, 500)
    expect(services.map(severityOf)).toEqual(services.map(severityOf).toSorted((a, b) => a - b))
    const grouped = (await everyRow({ rows: 'slo', group: 'service' }, 500)).map(({ service }) => service)
    const starts = grouped.filter((service, at) => service !== grouped[at - 1])
    expect(new Set(starts).size).toBe(starts.length)
  })

  test('sets the other regions beside the one that is asked for, which alone makes the order', async () => {
    const alone = await harbourline.read('readMatrix', { rows: 'service', deployment: 'prod-jp', limit: 500 })
    const beside = await harbourline.read('readMatrix', {
      rows: 'service',
      deployment: 'prod-jp',
      beside: 'show',
      limit: 500,
    })
    expect(beside.columns.map(({ slug, isBeside }) => [slug, isBeside])).toEqual([
      ['prod-jp', false],
      ['prod-eu', true],
      ['prod-us', true],
    ])
    expect(beside.items.map(({ key }) => key)).toEqual(alone.items.map(({ key }) => key))
    expect(beside.items.map(({ cells }) => cells[0])).toEqual(alone.items.map(({ cells }) => cells[0]))
  })

  test('agrees with the list, cell by cell', async () => {
    const list = await harbourline.read('listBudgets', { team: 'payments', limit: 500 })
    const { items } = await harbourline.read('readMatrix', { team: 'payments', limit: 500 })
    const cells = items.flatMap((row) => row.cells.filter((cell) => cell !== null))
    expect(cells).toHaveLength(list.totalCount)
    for (const budget of list.items) {
      const cell = cells.find(
        ({ worst }) => worst.sloId === budget.sloId && worst.deployment === budget.deployment,
      )
      expect(cell?.worst.sparkline).toEqual(budget.sparkline)
      expect(cell?.worst.budget).toEqual(expect.objectContaining({ state: budget.budget.state }))
      expect(cell?.earlier.map(({ state }) => state)).toEqual(budget.earlier)
    }
  })

  test('refuses what it does not know, with what would be right', async () => {
    expect(await tiny.refused('readMatrix', { rows: 'endpoint' })).toMatchObject({
      field: 'rows',
      value: 'endpoint',
    })
    expect(await tiny.refused('readMatrix', { deployment: 'nort' })).toMatchObject({ field: 'deployment' })
  })
})

describe('a roll-up', () => {
  test('counts, and never averages', async () => {
    const { seriesCount, states, services, deployments } = await tiny.read('readRollUp')
    expect(seriesCount).toBe(5)
    expect(states).toMatchObject({ exhausted: 1, 'at-risk': 1 })
    expect(services).toEqual({ kept: 1, counted: 2, share: 0.5 })
    expect(deployments.map(({ slug, seriesCount: count }) => [slug, count])).toEqual([
      ['north', 4],
      ['lab', 1],
    ])
  })

  test('leaves out what is not for customers where that is asked for, but says where else there is something', async () => {
    const { seriesCount, deployments } = await tiny.read('readRollUp', { stage: 'production' })
    expect(seriesCount).toBe(4)
    expect(deployments.map(({ slug }) => slug)).toEqual(['north', 'lab'])
    const { columns } = await tiny.read('readMatrix', { stage: 'production' })
    expect(columns.map(({ slug }) => slug)).toEqual(['north'])
    const list = await tiny.read('listBudgets', { stage: 'production' })
    expect(list.totalCount).toBe(4)
  })

  test('tells whether it is only Japan', async () => {
    const { elsewhere, deployments, seriesCount } = await harbourline.read('readRollUp', {
      team: 'search',
      deployment: 'prod-jp',
    })
    expect(elsewhere?.answer).toBe('Only prod-jp: 3 SLOs are in trouble there and in no other deployment.')
    expect(seriesCount).toBe(deployments.find(({ slug }) => slug === 'prod-jp')?.seriesCount)
    expect(deployments.length).toBeGreaterThan(1)
  })

  test('tells of one SLO in which of its deployments it is in trouble, and lists it in all of them', async () => {
    const slo = 'timetable.latency.get-timetable'
    const { where, seriesCount, elsewhere } = await harbourline.read('readRollUp', {
      slo,
      stage: 'production',
    })
    expect(where).toBe('Only prod-jp: in trouble in none of its other deployments.')
    expect(elsewhere).toBeNull()
    const { items, columns } = await harbourline.read('readMatrix', { slo, stage: 'production' })
    expect(items.map(({ slo: own }) => own?.id)).toEqual([slo])
    expect(columns).toHaveLength(seriesCount)
    const list = await harbourline.read('listBudgets', { slo, stage: 'production' })
    expect(list.totalCount).toBe(seriesCount)
    expect(list.items.every(({ sloId }) => sloId === slo)).toBe(true)
    expect((await harbourline.read('readRollUp', { slo, deployment: 'prod-jp' })).where).toBeNull()
    expect(await tiny.refused('readMatrix', { slo: 'cart.latency.nothing' })).toMatchObject({ field: 'slo' })
  })

  test('compares production with production alone', async () => {
    expect((await harbourline.read('readRollUp', { deployment: 'staging' })).elsewhere).toBeNull()
    expect((await harbourline.read('readRollUp', { deployment: 'prod-jp,prod-eu' })).elsewhere).toBeNull()
    expect((await tiny.read('readRollUp', { deployment: 'north' })).elsewhere).toMatchObject({
      troubled: 2,
      alone: 2,
    })
  })
})
