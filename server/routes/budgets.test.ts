import { describe, expect, test } from 'vitest'

import type { BudgetSummary } from '../../src/contract/budget.ts'
import { bucketsBetween, bucketsFromRows } from '../../src/domain/buckets.ts'
import { apiClient } from '../testing/api-client.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

const tiny = apiClient(tinyOrganization())

const idOf = ({ sloId, deployment }: BudgetSummary) => `${sloId}@${deployment}`

async function tinyBudget(id: string, query: Record<string, string> = {}): Promise<BudgetSummary> {
  const found = (await tiny.read('listBudgets', query)).items.find((item) => idOf(item) === id)
  if (found === undefined) throw new Error(`No budget ${id}`)
  return found
}

describe('the figures of a row', () => {
  test('8 bad events of an estimated 6,720 against 99 % leave 1 - 8/67.2', async () => {
    const { budget, earlier, burning } = await tinyBudget('cart.availability.get-cart@north')
    expect(budget.grant).toBeCloseTo(67.2, 9)
    expect(budget).toMatchObject({
      bad: 8,
      total: 3870,
      good: 3862,
      state: 'healthy',
      elapsedHours: 387,
      missingHours: 0,
      coverage: 1,
    })
    expect(budget.remaining).toBeCloseTo(1 - 8 / 67.2, 9)
    expect(earlier).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    expect(burning).toBeNull()
  })

  test('the sparkline has a value for every elapsed day and ends at what remains', async () => {
    const { budget, sparkline } = await tinyBudget('cart.availability.get-cart@north')
    expect(sparkline).toHaveLength(17)
    expect(sparkline.slice(0, 4)).toEqual([1, 1, 1, 1])
    expect(sparkline[4]).toBeCloseTo(1 - 8 / 67.2, 9)
    expect(sparkline.at(-1)).toBe(budget.remaining)
  })

  test('a 100 % target has no budget to remain, which is not 0', async () => {
    const { budget, sparkline } = await tinyBudget('search.availability.find@north')
    expect(budget).toMatchObject({ state: 'no-budget', remaining: null })
    expect(new Set(sparkline)).toEqual(new Set([null]))
  })

  test('a series that began inside the period has no verdicts of earlier ones, and no budget for the time before', async () => {
    const { budget, earlier, sparkline } = await tinyBudget('search.latency.find@north')
    expect(budget.grant).toBeCloseTo(0.01 * 10 * 648, 9)
    expect(earlier).toEqual([null, null, null])
    expect(sparkline.slice(0, 2)).toEqual([null, 1])
  })

  test('a series is not listed in a period in which it did not exist', async () => {
    const ids = (await tiny.read('listBudgets', { period: '2026-P11' })).items.map(idOf)
    expect(ids).not.toContain('search.latency.find@north')
    expect(ids).toHaveLength(4)
  })

  test('what burns now carries its highest rate and its window', async () => {
    const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour >= NOW_HOUR - 3 ? 15 : 0), 100)
    const { read } = apiClient(tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } }))
    const { items } = await read('listBudgets', { burning: 'only' })
    expect(items.map(idOf)).toEqual(['cart.availability.get-cart@north'])
    // 15 % bad against 1 % allowed in the last hour; 7.5 % over six hours holds its rule too, at half the rate.
    expect(items[0]?.burning).toMatchObject({ longHours: 1, severity: 'page' })
    expect(items[0]?.burning?.rate).toBeCloseTo(15, 9)
  })
})

test.each([
  [{ team: 'buying' }, 3],
  [{ service: 'search' }, 2],
  [{ sli: 'latency' }, 2],
  [{ deployment: 'lab' }, 1],
  [{ deployment: 'lab,north' }, 5],
  [{ state: 'no-budget' }, 1],
  [{ state: 'no-budget,healthy' }, 5],
  [{ defaults: 'hide' }, 4],
  [{ defaults: 'show' }, 5],
  [{ burning: 'only' }, 0],
  [{ search: 'CART north' }, 2],
  [{ search: '/search latency' }, 1],
  [{ search: 'cart finding' }, 0],
  [{ team: 'buying', sli: 'latency' }, 1],
] as const)('%o keeps %i series', async (query, count) => {
  const page = await tiny.read('listBudgets', query)
  expect(page.items).toHaveLength(count)
  expect(page.totalCount).toBe(count)
})

test.each([
  ['state', 'sad', 'exhausted'],
  ['sort', 'remaning', 'remaining'],
  ['sort', 'state,-colour', '-state'],
  ['burning', 'always', 'only'],
  ['defaults', 'none', 'hide'],
  ['period', '2026-P99', '2026-P11'],
  ['period', '2019-P01', 'current'],
] as const)('%s=%s is refused with the list of what is allowed', async (field, value, allowed) => {
  const problem = await tiny.refused('listBudgets', { [field]: value })
  expect(problem).toMatchObject({ type: '/problems/invalid-parameter', status: 400, field, value })
  expect(problem.allowed).toContain(allowed)
})

describe('figures are kept only as long as they hold', () => {
  test('a change of past hours shows once the store says that there was one', async () => {
    let revision = 1
    let badInClosedPeriod = 0
    const deps = tinyOrganization()
    const rows = () =>
      hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour < PERIOD_START ? badInClosedPeriod : 0))
    const changing = apiClient({
      ...deps,
      buckets: {
        ...deps.buckets,
        revision: async () => revision,
        read: async (_series, from, to) => bucketsBetween(bucketsFromRows(rows()), from, to),
      },
    })
    const stateOf = async () =>
      (await changing.read('listBudgets', { period: '2026-P11', deployment: 'lab' })).items[0]?.budget.state
    expect(await stateOf()).toBe('fulfilled')
    badInClosedPeriod = 5
    revision = 2
    expect(await stateOf()).toBe('broken')
  })

  test('the open period moves on with the hour', async () => {
    let nowHour = NOW_HOUR - 1
    const deps = tinyOrganization()
    const moving = apiClient({ ...deps, buckets: { ...deps.buckets, nowHour: async () => nowHour } })
    const elapsed = async () =>
      (await moving.read('listBudgets', { deployment: 'lab' })).items[0]?.budget.elapsedHours
    expect(await elapsed()).toBe(386)
    nowHour += 1
    expect(await elapsed()).toBe(387)
  })
})
