import { expect, test } from 'vitest'

import { apiClient } from '../testing/api-client.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

/** Broken in production in P11, and in the laboratory in every period. */
const broken = apiClient(
  tinyOrganization({
    series: {
      'cart.availability.get-cart@north': {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === PERIOD_START - 1 ? 70 : 0), 100),
      },
      'cart.availability.get-cart@lab': { rows: hourlyRows(DATA_FROM, NOW_HOUR, () => 10) },
      'cart.latency.get-cart@north': {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) =>
          hour >= PERIOD_START - 672 && hour < PERIOD_START - 600 ? 10 : 0,
        ),
      },
    },
  }),
)

test('a service keeps its budgets in a period only where every series did', async () => {
  const { items } = await broken.read('readKeptBudgets')
  expect(items.map(({ period, kept, counted, share }) => [period.id, kept, counted, share])).toEqual([
    ['2026-P09', 2, 2, 1],
    ['2026-P10', 2, 2, 1],
    ['2026-P11', 1, 2, 0.5],
    ['2026-P12', 2, 2, 1],
  ])
})

test('teams and services tell the same periods, the worst service first', async () => {
  const { items, teams, services } = await broken.read('readKeptBudgets')
  expect(teams.map(({ team }) => team)).toEqual(['buying', 'finding'])
  for (const [row, { kept, counted }] of items.entries()) {
    expect(teams.reduce((sum, team) => sum + (team.items[row]?.kept ?? 0), 0)).toBe(kept)
    expect(teams.reduce((sum, team) => sum + (team.items[row]?.counted ?? 0), 0)).toBe(counted)
    expect(services.filter(({ brokenPeriods }) => brokenPeriods[row] === true)).toHaveLength(counted - kept)
  }
  expect(services[0]).toEqual({ service: 'cart', team: 'buying', brokenPeriods: [false, false, true, false] })
})

test('staging counts only where it is asked for', async () => {
  const { items, services } = await broken.read('readKeptBudgets', {
    deployment: 'lab',
    window: 'last-3-periods',
  })
  expect(items.map(({ kept, counted }) => [kept, counted])).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ])
  expect(services.map(({ service }) => service)).toEqual(['cart'])
})

test('one team is counted alone', async () => {
  const { teams, items } = await broken.read('readKeptBudgets', {
    team: 'finding',
    window: 'previous-period',
  })
  expect(teams.map(({ team }) => team)).toEqual(['finding'])
  expect(items.map(({ kept, counted }) => [kept, counted])).toEqual([[1, 1]])
})

test('teams count the states of their production series', async () => {
  const { items } = await broken.read('listTeams')
  expect(items.map(({ slug, serviceCount, seriesCount }) => [slug, serviceCount, seriesCount])).toEqual([
    ['buying', 1, 2],
    ['finding', 2, 2],
  ])
  expect(items[0]).toMatchObject({
    worstState: 'healthy',
    burningCount: 0,
    states: { healthy: 2, exhausted: 0 },
  })
  expect(items[1]).toMatchObject({ worstState: 'no-budget', states: { healthy: 1, 'no-budget': 1 } })
  for (const { states, seriesCount } of items)
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(seriesCount)
})
