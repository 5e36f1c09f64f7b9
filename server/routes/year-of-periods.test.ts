import { describe, expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { goldenCase } from '../../src/domain/testing/golden.ts'
import { apiClient } from '../testing/api-client.ts'

/** In the new year 2026 has closed: a year of 53 weeks, whose last period has five of them. */
const { read } = apiClient(createOrganization({ now: () => Date.parse('2027-01-20T09:30:00Z') }))
const year = { window: 'previous-year', team: 'payments' }
const DAY_MS = 86_400_000
const LAST = 12

type Shown = Readonly<{ id: string; name: string; start: string; end: string; isOpen: boolean }>
const daysOf = ({ start, end }: Pick<Shown, 'start' | 'end'>) =>
  (Date.parse(end) - Date.parse(start)) / DAY_MS

const golden = goldenCase('GC-CAL-01')
const count = golden.number('expected', 'periods')
const dateOf = (instant: string | undefined) => instant?.slice(0, 10)

/** Name, first day, length and whether it has closed; that each begins where the one before ends. */
function shapeOf(periods: readonly Shown[]) {
  return {
    ids: periods.map(({ id }) => id),
    names: periods.map(({ name }) => name),
    days: periods.map(daysOf),
    first: [dateOf(periods[0]?.start), dateOf(periods[1]?.start)],
    last: [dateOf(periods.at(-1)?.start), dateOf(periods.at(-1)?.end)],
    open: periods.filter(({ isOpen }) => isOpen).length,
    gaps: periods.slice(1).filter(({ start }, at) => start !== periods[at]?.end).length,
  }
}

const wholeYear = {
  ids: Array.from({ length: count }, (_, at) => `2026-P${String(at + 1).padStart(2, '0')}`),
  names: Array.from({ length: count }, (_, at) => `P${at + 1}`),
  days: [...Array.from({ length: count - 1 }, () => 28), golden.number('expected', 'period13_days')],
  first: [golden.text('expected', 'period1_start'), golden.text('expected', 'period2_start')],
  last: ['2026-11-30', '2027-01-04'],
  open: 0,
  gaps: 0,
}

describe('a year of thirteen periods, the last of five weeks', () => {
  test.each([
    'listAdherence',
    'listDepletion',
    'listBudgetCurves',
    'listKeptOverview',
    'listTicketTrend',
    'listRecoveryTrend',
    'listEndpointRanking',
    'listOnCallRotations',
    'listSlaAdherence',
    'listSlaDepletion',
    'listSlaCurves',
  ] as const)('%s shows all of them', async (id) => {
    const { periods } = await read(id, { ...year, limit: 5 })
    expect(shapeOf(periods)).toEqual(wholeYear)
  })

  test('the organization page shows all of them', async () => {
    const { items } = await read('readKeptBudgets', year)
    expect(shapeOf(items.map(({ period }) => period))).toEqual(wholeYear)
  })

  test('every row has a cell for each', async () => {
    const [adherence, slas, kept, tickets, recovery] = await Promise.all([
      read('listAdherence', { ...year, limit: 20 }),
      read('listSlaAdherence', { ...year, limit: 20 }),
      read('listKeptOverview', { ...year, limit: 20 }),
      read('listTicketTrend', { ...year, limit: 20 }),
      read('listRecoveryTrend', { ...year, limit: 5 }),
    ])
    for (const { cells } of [...adherence.items, ...slas.items, ...kept.items]) {
      expect(cells).toHaveLength(LAST + 1)
    }
    for (const { counts } of tickets.items) expect(counts).toHaveLength(LAST + 1)
    expect(kept.totals).toHaveLength(LAST + 1)
    expect(tickets.totals.counts).toHaveLength(LAST + 1)
    expect(recovery.byPeriod.map(({ period }) => period.id)).toEqual(recovery.periods.map(({ id }) => id))
  })

  test('curves have a day for each day of the period', async () => {
    const slos = await read('listBudgetCurves', { ...year, limit: 5 })
    // Of a contract, whose curves are the means of its parts', as well: from the day on from which it holds.
    const slas = await read('listSlaCurves', { ...year, limit: 5 })
    const held = slas.items.filter(({ contract }) => contract?.since != null)
    expect(held).not.toHaveLength(0)
    expect(held).not.toHaveLength(slas.items.length)
    const rows = [
      ...slos.items.map(({ curves }) => ({ curves, since: '' })),
      ...slas.items.map(({ curves, contract }) => ({ curves, since: contract?.since ?? '' })),
    ]
    for (const { curves, since } of rows) {
      expect(curves.map((curve) => curve?.daily?.length)).toEqual(
        slas.periods.map((period) => (since < period.end ? daysOf(period) : undefined)),
      )
    }
  })

  test('five weeks are granted the errors of five weeks', async () => {
    const { items } = await read('listDepletion', {
      ...year,
      slo: 'payment-gateway.availability.post-charge',
      deployment: 'prod-eu',
      sort: 'period',
      limit: 20,
    })
    const last = items.map(({ budget }) => budget).find(({ period }) => period.id === '2026-P13')
    if (last === undefined) throw new Error('There is no row of P13')
    const columns = await readHours(last.period)
    const total = columns.total.reduce((sum, events) => sum + events, 0)
    const bad = total - columns.good.reduce((sum, events) => sum + events, 0)
    const grant = total * (1 - 0.9995)
    expect(columns.hour).toHaveLength(35 * 24)
    expect(last.total).toBe(total)
    expect(last.grant).toBeCloseTo(grant, 3)
    expect(last.remaining).toBeCloseTo(1 - bad / grant, 9)
  })

  test('endpoints and depletion have rows of the last period as of any other', async () => {
    const inLast = { from: '2026-11-30T00:00:00Z', to: '2027-01-04T00:00:00Z' }
    const endpoints = await read('listEndpointRanking', { ...inLast, limit: 5 })
    expect(new Set(endpoints.items.map(({ period }) => period.id))).toEqual(new Set(['2026-P13']))
    const depletion = await read('listDepletion', { ...inLast, limit: 5 })
    expect(depletion.items.map(({ budget }) => daysOf(budget.period))).toEqual([35, 35, 35, 35, 35])
    const slas = await read('listSlaDepletion', { ...inLast, limit: 5 })
    expect(slas.items.map(({ period }) => daysOf(period))).toEqual([35, 35, 35, 35, 35])
  })
})

async function readHours(range: Pick<Shown, 'start' | 'end'>) {
  return read(
    'readBuckets',
    { from: range.start, to: range.end },
    { slo: 'payment-gateway.availability.post-charge', deployment: 'prod-eu' },
  )
}
