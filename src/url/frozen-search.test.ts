import { describe, expect, it } from 'vitest'

import { hourFromIso } from '../domain/hours.ts'
import { frozenSearch, sharedViews } from './frozen-search.ts'

const present = {
  scheme: { kind: 'four-weeks' },
  nowHour: hourFromIso('2026-11-18T03:00:00Z') ?? 0,
  currentPeriodId: '2026-P12',
} as const

describe('a frozen link', () => {
  it('names the hours that a live window means now', () => {
    expect(frozenSearch('/slo/a/b/c/d/e', { scale: 'day' }, present)).toEqual({
      from: '2026-11-02T00:00:00Z',
      to: '2026-11-30T00:00:00Z',
      scale: 'day',
    })
  })

  it('keeps what is frozen already', () => {
    const range = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
    expect(frozenSearch('/slo/a/b/c/d/e', range, present)).toEqual(range)
    const list = { period: '2026-P03', at: '2026-04-01T00:00:00Z' }
    expect(frozenSearch('/explore/payments', list, present)).toEqual(list)
    const table = { ...range, at: '2026-01-02T00:00:00Z' }
    expect(frozenSearch('/indicators/slo-adherence', table, present)).toEqual(table)
  })

  it('names the period of a list', () => {
    expect(frozenSearch('/indicators/slos-by-service', { team: 'payments' }, present)).toEqual({
      team: 'payments',
      period: '2026-P12',
      at: '2026-11-18T03:00:00Z',
    })
  })

  it('keeps what was picked by hand, from the hour at which it was', () => {
    const search = { team: 'payments', leave: 'deepest_ledger.availability.post-entries_prod-us' }
    expect(frozenSearch('/planning', search, present)).toEqual({ ...search, at: '2026-11-18T03:00:00Z' })
    const frozen = { period: '2026-P10', at: '2026-10-20T00:00:00Z' }
    expect(frozenSearch('/planning', frozen, present)).toEqual(frozen)
  })

  it('keeps which SLO is put to the test, from the hour at which it was', () => {
    const search = { team: 'identity', subject: 'login.availability.post-login@prod-eu' }
    const frozen = { ...search, at: '2026-11-18T03:00:00Z' }
    expect(frozenSearch('/decisions/chaos-hypothesis', search, present)).toEqual(frozen)
    expect(sharedViews('/decisions/chaos-hypothesis', frozen, present).live.search).toEqual(search)
  })

  it.each([
    ['/decisions/tighter-slo', { slo: 'login.availability.post-login', target: '0.9995' }],
    ['/decisions/api-consumption', { service: 'login', sli: 'latency' }],
  ])('keeps what a dependency is asked about on %s', (path, search) => {
    const frozen = { ...search, at: '2026-11-18T03:00:00Z' }
    expect(frozenSearch(path, search, present)).toEqual(frozen)
    expect(sharedViews(path, frozen, present).live.search).toEqual(search)
  })

  it('does not exist where a page only knows the present', () => {
    expect(frozenSearch('/on-call', {}, present)).toBeNull()
  })
})
