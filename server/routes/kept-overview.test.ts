import { expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { withScenario } from '../../mocks/scenarios.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW } from '../testing/tiny-organization.ts'

const { read, refused } = harbourline

test('the two counts of a cell are the verdicts of SLO adherence, series by series', async () => {
  const { periods } = await read('listKeptOverview', { limit: 1 })
  const rows = await allItems((page) => read('listKeptOverview', { ...page, limit: 9 }))
  const series = await allItems((page) => read('listAdherence', { ...page, limit: 100 }))
  expect(rows.length).toBeGreaterThan(20)
  for (const { service, cells } of rows) {
    const own = series.filter((one) => one.service === service)
    for (const [at, { isOpen }] of periods.entries()) {
      if (isOpen) continue
      const count = (verdict: string) => own.filter((one) => one.cells[at]?.adherence === verdict).length
      expect([cells[at]?.within, cells[at]?.broke]).toEqual([count('fulfilled'), count('broken')])
    }
  }
})

test('a service is within budget only if all its SLOs are, and the shares are those of the organization page', async () => {
  const { items, totals } = await read('listKeptOverview', { limit: 100 })
  const organization = await read('readKeptBudgets')
  expect(totals.map(({ kept, counted }) => [kept, counted])).toEqual(
    organization.items.map(({ kept, counted }) => [kept, counted]),
  )
  for (const [at, { kept, counted, share }] of totals.entries()) {
    const cells = items.flatMap(({ cells: own }) => own[at] ?? [])
    expect(kept).toBe(cells.filter(({ isKept }) => isKept === true).length)
    expect(counted).toBe(cells.filter(({ isKept }) => isKept !== null).length)
    expect(share).toBe(counted === 0 ? null : kept / counted)
    for (const cell of cells) if (cell.isKept !== null) expect(cell.isKept).toBe(cell.broke === 0)
  }
})

test('the marks are judged by the last three closed periods, and the sentence agrees', async () => {
  for (const choice of [{}, { team: 'messaging' }, { sli: 'latency' }]) {
    const { totals, periods, marks, answer } = await read('listKeptOverview', choice)
    const shares = totals.filter((_, at) => periods[at]?.isOpen === false).map(({ share }) => share)
    for (const { share: mark, isConsistent } of marks) {
      expect(isConsistent).toBe(shares.slice(-3).every((share) => share !== null && share > mark))
    }
    expect(marks.map(({ share }) => share)).toEqual([0.5, 0.9])
    expect(answer.includes('In each of the last three periods')).toBe(marks[0]?.isConsistent)
  }
})

test('who broke budgets in most periods comes first, and a period sorts by what broke in it', async () => {
  const { items, periods } = await read('listKeptOverview', { limit: 100 })
  const broken = items.map(({ brokenPeriods }) => brokenPeriods ?? -1)
  expect(broken).toEqual(broken.toSorted((a, b) => b - a))
  expect(broken[0]).toBeGreaterThan(0)
  const byPeriod = await read('listKeptOverview', { sort: `-${periods[2]?.id ?? ''}`, limit: 100 })
  const broke = byPeriod.items.map(({ cells }) => cells[2]?.broke ?? 0)
  expect(broke).toEqual(broke.toSorted((a, b) => b - a))
})

test('a service of which nothing was judged is not one that never broke a budget', async () => {
  const unmeasured = withScenario(createOrganization({ now: () => NOW }), 'unmeasured', async () => {})
  const { items } = await apiClient(unmeasured).read('listKeptOverview', { team: 'payments', limit: 100 })
  expect(new Set(items.map(({ brokenPeriods }) => brokenPeriods))).toEqual(new Set([null]))
})

test('facets count services, not SLOs', async () => {
  const { facets, totalCount } = await read('listKeptOverview', { limit: 1 })
  expect(facets.team.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount)
  const one = await read('listKeptOverview', { team: 'payments', limit: 1 })
  expect(one.totalCount).toBe(facets.team.find(({ slug }) => slug === 'payments')?.count)
  expect(await refused('listKeptOverview', { sort: '2019-P01' })).toMatchObject({ field: 'sort' })
})

test('the services that the organization counts as keeping their budgets are those of the list', async () => {
  const { items } = await read('readKeptBudgets', { window: 'previous-period' })
  const production = (await read('listDeployments')).items
    .filter(({ kind }) => kind === 'production')
    .map(({ slug }) => slug)
  const series = (
    await read('listBudgets', {
      period: items[0]?.period.id ?? '',
      deployment: production.join(','),
      limit: 500,
    })
  ).items
  const judged = series.filter(({ budget }) => budget.state === 'fulfilled' || budget.state === 'broken')
  const counted = new Set(judged.map(({ service }) => service))
  const brokenServices = new Set(
    judged.filter(({ budget }) => budget.state === 'broken').map(({ service }) => service),
  )
  expect(items[0]).toMatchObject({ counted: counted.size, kept: counted.size - brokenServices.size })
})
