import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hourFromIso } from './hours.ts'
import { periodsBetween } from './period.ts'
import { reliabilityTickets, repeatedProblems, ticketCounts } from './ticket-counts.ts'
import type { Ticket } from './ticket-counts.ts'

/** 2026, with its five-week period 13. */
const scheme = { kind: 'four-weeks' } as const
const from = hourFromIso('2025-12-29T00:00:00Z') ?? Number.NaN
const to = hourFromIso('2027-01-04T00:00:00Z') ?? Number.NaN
const periods = periodsBetween(scheme, from, to)

const ticket = (at: string, overrides: Partial<Ticket> = {}): Ticket => ({
  service: 'checkout',
  isReliability: true,
  problem: null,
  createdMs: Date.parse(at),
  ...overrides,
})

const countsOf = (tickets: readonly Ticket[], nowHour = to) =>
  Object.fromEntries(
    ticketCounts(tickets, periods, nowHour)
      .filter(({ count }) => count > 0)
      .map(({ periodId, count }) => [periodId, count]),
  )

describe('tickets by period', () => {
  it('has a place for each of the 13 periods, also for those without tickets', () => {
    const counts = ticketCounts([], periods, to)
    expect(counts.map(({ periodId }) => periodId)).toEqual(periods.map(({ id }) => id))
    expect(counts).toHaveLength(13)
    expect(counts.every(({ count, isOpen }) => count === 0 && !isOpen)).toBe(true)
  })

  it('the last millisecond of a period is its own, the first of the next is not', () => {
    const tickets = [
      ticket('2026-01-25T23:59:59.999Z'),
      ticket('2026-01-26T00:00:00Z'),
      ticket('2026-12-31T12:00:00Z'),
      ticket('2027-01-03T23:59:59Z'),
    ]
    expect(countsOf(tickets)).toEqual({ '2026-P01': 1, '2026-P02': 1, '2026-P13': 2 })
  })

  it('tickets from before and after are in none', () => {
    expect(countsOf([ticket('2025-12-28T23:59:59Z'), ticket('2027-01-04T00:00:00Z')])).toEqual({})
  })

  it('the period under way is open until its last hour has passed', () => {
    const open = (nowHour: number) =>
      ticketCounts([], periods, nowHour)
        .filter(({ isOpen }) => isOpen)
        .map(({ periodId }) => periodId)
    expect(open(to - 1)).toEqual(['2026-P13'])
    expect(open(to)).toEqual([])
  })

  it('in whatever order tickets come, each counts once', () => {
    const anyTickets = fc.array(
      fc
        .integer({ min: from * 3_600_000, max: to * 3_600_000 - 1 })
        .map((createdMs) => ({ ...ticket('2026-01-01T00:00:00Z'), createdMs })),
    )
    fc.assert(
      fc.property(anyTickets, (tickets) => {
        const counts = ticketCounts(tickets, periods, to)
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(tickets.length)
        expect(ticketCounts(tickets.toReversed(), periods, to)).toEqual(counts)
      }),
    )
  })
})

it('only tickets about reliability are counted, unless all are asked for', () => {
  const about = ticket('2026-01-02T00:00:00Z')
  const other = ticket('2026-01-02T00:00:00Z', { isReliability: false })
  expect(reliabilityTickets([other, about, other])).toEqual([about])
})

describe('problems behind several tickets', () => {
  const of = (problem: string | null, at: string) => ticket(at, { problem })

  it('tell a wave in one period from what comes back, most tickets first', () => {
    const tickets = [
      of('slow-login', '2026-02-03T00:00:00Z'),
      of('refund-twice', '2026-03-30T00:00:00Z'),
      of('refund-twice', '2026-01-02T00:00:00Z'),
      of('slow-login', '2026-02-02T00:00:00Z'),
      of('slow-login', '2026-02-04T00:00:00Z'),
      of('once', '2026-02-04T00:00:00Z'),
      of(null, '2026-02-04T00:00:00Z'),
      of(null, '2026-02-05T00:00:00Z'),
    ]
    expect(repeatedProblems(tickets, periods)).toEqual([
      { problem: 'slow-login', ticketCount: 3, periodIds: ['2026-P02'] },
      { problem: 'refund-twice', ticketCount: 2, periodIds: ['2026-P01', '2026-P04'] },
    ])
  })

  it('with equally many tickets stand by name', () => {
    const tickets = ['b', 'a', 'b', 'a', 'c', 'c'].map((problem) => of(problem, '2026-02-04T00:00:00Z'))
    expect(repeatedProblems(tickets, periods).map(({ problem }) => problem)).toEqual(['a', 'b', 'c'])
  })

  it('tickets outside of the periods looked at are not among them', () => {
    const tickets = [of('old', '2025-06-01T00:00:00Z'), of('old', '2026-02-04T00:00:00Z')]
    expect(repeatedProblems(tickets, periods)).toEqual([])
  })
})
