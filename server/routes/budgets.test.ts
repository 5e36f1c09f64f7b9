import { describe, expect, test } from 'vitest'

import { budgetSortColumns, type BudgetSortColumn, type BudgetSummary } from '../../src/contract/budget.ts'
import { comparableRemaining } from '../../src/domain/silence.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
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

describe('the sentence that answers for the list', () => {
  const answerOf = async (query: Record<string, string>) =>
    (await harbourline.read('listBudgets', { ...query, limit: 1 })).answer.replaceAll(/\s/g, ' ')

  test('is about the whole selection, and names the services that have no SLO', async () => {
    const answer = await answerOf({})
    expect(answer).toMatch(/^\d+ of 24 services have \d+ SLOs, \d+ by default; the tightest target is 100 %/)
    expect(answer).toMatch(/Without any: [a-z-]+\.$/)
    expect(await answerOf({ sort: '-target' })).toBe(answer)
  })

  test('of one team counts its services alone; of what is narrowed otherwise it claims nothing to be without', async () => {
    expect(await answerOf({ team: 'payments' })).toMatch(/^All 4 services have/)
    expect(await answerOf({ sli: 'freshness' })).not.toContain('Without any')
  })
})

describe('paging and sorting over a whole organization', () => {
  test('every page together is the whole list, without repeats', async () => {
    const whole = (await harbourline.read('listBudgets', { limit: 500 })).items
    const paged = await allItems((cursor) => harbourline.read('listBudgets', { ...cursor, limit: 37 }))
    expect(paged.map(idOf)).toEqual(whole.map(idOf))
    expect(new Set(paged.map(idOf)).size).toBe(whole.length)
  })

  test('pages stay whole when many rows tie', async () => {
    const query = { sort: 'deployment', limit: 11 }
    const paged = await allItems((cursor) => harbourline.read('listBudgets', { ...cursor, ...query }))
    expect(new Set(paged.map(idOf)).size).toBe((await harbourline.read('listBudgets')).totalCount)
  })

  const shown: Readonly<Record<BudgetSortColumn, (row: BudgetSummary) => string | number | null>> = {
    service: (row) => row.service,
    team: (row) => row.teamName,
    sli: (row) => row.sliName,
    slo: (row) => row.sloSlug,
    target: (row) => row.target,
    deployment: (row) => row.deployment,
    state: (row) => statesBySeverity.indexOf(row.budget.state),
    // What is shown as a dash is absent, whatever the period holds.
    remaining: ({ budget }) => comparableRemaining(budget),
    'burn-rate': (row) => row.burning?.rate ?? null,
    exhaustion: ({ budget }) => instantMs(budget.exhaustedAt ?? budget.projectedExhaustionAt),
  }

  test.each(budgetSortColumns)(
    '%s sorts both ways, and what is absent comes last in either',
    async (column) => {
      for (const [sort, direction] of [
        [column, 1],
        [`-${column}`, -1],
      ] as const) {
        const rows = (await harbourline.read('listBudgets', { sort, limit: 500 })).items
        const values = rows.map(shown[column])
        const present = values.filter((value) => value !== null)
        expect(values.slice(0, present.length), sort).toEqual(present)
        const sorted = present.toSorted((a, b) => (a === b ? 0 : a < b ? -direction : direction))
        expect(present, sort).toEqual(sorted)
      }
    },
  )

  test('a second column decides where the first ties', async () => {
    const rows = (await harbourline.read('listBudgets', { sort: 'deployment,-target', limit: 500 })).items
    const sorted = rows.toSorted((a, b) =>
      a.deployment === b.deployment ? b.target - a.target : a.deployment < b.deployment ? -1 : 1,
    )
    expect(rows.map(idOf)).toEqual(sorted.map(idOf))
  })

  test('without a sort the worst comes first', async () => {
    const states = (await harbourline.read('listBudgets', { limit: 500 })).items.map(shown.state)
    expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)))
  })

  test('a cursor does not survive a change of period, sort or filter', async () => {
    const cursor = (await harbourline.read('listBudgets', { limit: 5 })).nextCursor ?? ''
    for (const change of [{ period: '2026-P11' }, { sort: 'service' }, { sli: 'latency' }]) {
      expect(await harbourline.refused('listBudgets', { cursor, ...change })).toMatchObject({
        status: 400,
        field: 'cursor',
      })
    }
  })
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
        read: (key, from, to) =>
          tinyOrganization({ series: { [`${key.sloId}@${key.deployment}`]: { rows: rows() } } }).buckets.read(
            key,
            from,
            to,
          ),
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

function instantMs(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant)
}
