import { expect, test } from 'vitest'

import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { ticketGrowth } from '../../src/domain/trend.ts'
import type { Ticket } from '../../src/contract/records.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'
import { noRecords } from '../no-records.ts'

const { read, refused } = harbourline
const everyRow = (query: Readonly<Record<string, string>>) =>
  allItems((page) => read('listTicketTrend', { ...query, ...page, limit: 7 }))

test('a point counts the tickets that the list behind it shows', async () => {
  for (const choice of [{}, { team: 'payments' }, { service: 'booking-api', deployment: 'prod-us' }]) {
    const { periods, totals } = await read('listTicketTrend', choice)
    const at = periods.length - 2
    const period = periods[at]
    const list = await read('listTickets', {
      ...choice,
      reliability: 'only',
      from: period?.start ?? '',
      to: period?.end ?? '',
      limit: 1,
    })
    expect(totals.counts[at]).toBe(list.totalCount)
    expect(list.totalCount).toBeGreaterThan(0)
  }
})

test('growth and delta are those of the closed periods, and the fastest growing comes first', async () => {
  const { periods } = await read('listTicketTrend')
  const rows = await everyRow({})
  expect(periods.at(-1)?.isOpen).toBe(true)
  for (const { counts, averageRate, averageDelta } of rows) {
    expect({ averageRate, averageDelta }).toEqual({
      averageRate: ticketGrowth(counts.slice(0, -1)).averageRate,
      averageDelta: ticketGrowth(counts.slice(0, -1)).averageDelta,
    })
  }
  const rates = rows.map(({ averageRate }) => averageRate)
  expect(rates).toEqual(rates.toSorted((a, b) => compareAbsentLast(a, b, 'descending')))
})

test('the growth filter parts the rows in two and leaves the graph and its sentence as they are', async () => {
  const all = await read('listTicketTrend')
  const above = await read('listTicketTrend', { growth: 'above:30' })
  const most = await read('listTicketTrend', { growth: 'at-most:30' })
  const withoutRate = (await everyRow({})).filter(({ averageRate }) => averageRate === null)
  expect(above.totalCount + most.totalCount + withoutRate.length).toBe(all.totalCount)
  expect(above.totalCount).toBeGreaterThan(0)
  expect(most.totalCount).toBeGreaterThan(0)
  expect(above.totals).toEqual(all.totals)
  expect(above.answer).toBe(all.answer)
})

test('tickets that are not about reliability count when they are asked for', async () => {
  const reliability = await read('listTicketTrend')
  const all = await read('listTicketTrend', { tickets: 'all' })
  const tickets = await read('listTickets', {
    from: all.periods[0]?.start ?? '',
    to: all.periods.at(-1)?.end ?? '',
    limit: 1,
  })
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  expect(sum(all.totals.counts)).toBe(tickets.totalCount)
  expect(sum(reliability.totals.counts)).toBeLessThan(sum(all.totals.counts))
})

test('every service of the catalog has a row, whichever deployment its tickets name', async () => {
  const services = await allItems((page) => read('listServices', page))
  const { totalCount, facets } = await read('listTicketTrend')
  expect(totalCount).toBe(services.length)
  const payments = services.filter(({ team }) => team === 'payments')
  expect(facets.team.find(({ slug }) => slug === 'payments')?.count).toBe(payments.length)
  expect((await read('listTicketTrend', { team: 'payments' })).totalCount).toBe(payments.length)
})

test('the worked rates of the reference: 28, 17 and 10 percent pass "< 30 %", sorted descending', async () => {
  // Closed periods P9, P10 and P11 of the tiny organization; two equal transitions each.
  const perPeriod = { cart: [25, 32, 41], search: [100, 117, 137], mail: [10, 11, 12] }
  const { read: readTiny } = apiClient(tinyOrganization({ deps: { records: recordsOf(perPeriod) } }))
  const { items } = await readTiny('listTicketTrend', { growth: 'below:30' })
  const percent = (rate: number | null) => Math.round((rate ?? Number.NaN) * 100)
  expect(items.map(({ service, averageRate }) => [service, percent(averageRate)])).toEqual([
    ['cart', 28],
    ['search', 17],
    ['mail', 10],
  ])
  expect(items.map(({ averageDelta }) => averageDelta)).toEqual([8, 18.5, 1])
})

test('what the tool knows only by its product counts in the graph and stands in no row', async () => {
  const records = recordsOf({ cart: [1, 2, 3] }, [ticketAt('odd', null, 0)])
  const { read: readTiny } = apiClient(tinyOrganization({ deps: { records } }))
  const { totals, items } = await readTiny('listTicketTrend')
  expect(totals.counts).toEqual([2, 2, 3, 0])
  expect(totals.withoutRow).toBe(1)
  expect(items.find(({ service }) => service === 'cart')?.counts).toEqual([1, 2, 3, 0])
})

test('what means nothing is refused by name', async () => {
  expect(await refused('listTicketTrend', { growth: 'over:30' })).toMatchObject({ field: 'growth' })
  expect(await refused('listTicketTrend', { sort: '2019-P01' })).toMatchObject({ field: 'sort' })
  expect(await refused('listTicketTrend', { service: 'no-such' })).toMatchObject({ field: 'service' })
})

const periodStarts = ['2026-08-10', '2026-09-07', '2026-10-05']

function ticketAt(id: string, service: string | null, period: number): Ticket {
  return {
    id,
    title: null,
    service,
    product: 'Shop',
    deployment: null,
    isReliability: true,
    category: null,
    priority: null,
    severity: null,
    problem: null,
    createdAt: `${periodStarts[period]}T12:00:00Z`,
    closedAt: null,
    url: null,
  }
}

function recordsOf(perPeriod: Readonly<Record<string, readonly number[]>>, more: readonly Ticket[] = []) {
  const tickets = Object.entries(perPeriod).flatMap(([service, counts]) =>
    counts.flatMap((count, period) =>
      Array.from({ length: count }, (_, n) => ticketAt(`${service}-${period}-${n}`, service, period)),
    ),
  )
  const items = [...tickets, ...more]
  return { ...noRecords, tickets: async () => ({ items, totalCount: items.length }) }
}
