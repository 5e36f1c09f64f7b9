import { describe, expect, test } from 'vitest'

import type { PolicyClause } from '../../src/domain/policy.ts'
import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { hourlyRows, NOW_HOUR, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const { read, problem } = harbourline
const gateway = { service: 'payment-gateway', deployment: 'prod-eu' }

describe('a planned downtime', () => {
  test('is held against every SLO of the service there, as its page has it', async () => {
    const { budgets, dataUpTo, from, period, minutes, failingPercent } = await read(
      'readPlannedDowntime',
      gateway,
    )
    expect([from, minutes, failingPercent, period.isOpen]).toEqual([dataUpTo, 30, 100, true])
    const { items } = await read('listBudgets', { ...gateway, limit: 50 })
    expect(budgets.map(({ sloId }) => sloId).toSorted()).toEqual(items.map(({ sloId }) => sloId).toSorted())
    for (const { sloId, remaining, grant, bad, depletion, left } of budgets) {
      const { budget } = items.find((one) => one.sloId === sloId) ?? {}
      expect([remaining, grant]).toEqual([budget?.remaining, budget?.grant])
      expect(depletion).toBeCloseTo(bad / grant, 12)
      expect(left).toBeCloseTo((remaining ?? 0) - bad / grant, 12)
    }
  })

  test('can be worked out again from the raw hours', async () => {
    const { budgets, from } = await read('readPlannedDowntime', { ...gateway, minutes: 90, failing: 50 })
    const [first] = budgets
    const start = Date.parse(from)
    const { hour, total } = await read(
      'readBuckets',
      { from: new Date(start - 672 * 3_600_000).toISOString(), to: from },
      { slo: first?.sloId ?? '', deployment: 'prod-eu' },
    )
    const meanOf = (weekHour: number) => {
      const same = total.filter(
        (_, row) => ((start - Date.parse(hour[row] ?? '')) / 3_600_000) % 168 === weekHour,
      )
      return same.reduce((sum, count) => sum + count, 0) / same.length
    }
    // The hour of the week that begins now was 168 hours ago, the one after it 167.
    expect(first?.bad).toBeCloseTo(0.5 * (meanOf(0) + meanOf(167) / 2), 6)
  })

  test('says when the budgets have most room, and in the next period', async () => {
    const { starts, best, bestLater, openPeriod, laterPeriod } = await read('readPlannedDowntime', gateway)
    expect(starts.at).toHaveLength(starts.left.length)
    expect(starts.at.at(-1)).toBe('2027-01-03T23:00:00Z')
    const within = starts.left.filter((_, row) => (starts.at[row] ?? '') < openPeriod.end)
    expect(best?.left).toBe(Math.max(...within.map((left) => left ?? -Infinity)))
    expect((bestLater?.at ?? '') >= laterPeriod.start).toBe(true)
    expect(bestLater?.left).toBeGreaterThan(best?.left ?? 1)
  })

  test.each([
    [
      'payment-gateway',
      1,
      'go',
      'Every budget bears it: POST /charge, availability would keep the least, 36\u202f%.',
    ],
    [
      'payment-gateway',
      600,
      'never',
      expect.stringMatching(
        /^POST \/charge, availability would be used up: .* No time of P12 or P13 bears it/,
      ),
    ],
    [
      'push',
      10,
      'next-period',
      'POST /push, availability is used up already: −70\u202f% left. No time of P12 is better for it; P13 begins with a whole budget.',
    ],
  ])('of %s for %d minutes leans to "%s", and says so', async (service, minutes, leansTo, says) => {
    const { outcome } = await read('readPlannedDowntime', { service, deployment: 'prod-eu', minutes })
    expect(outcome).toMatchObject({ leansTo, says })
  })

  test('of a busy hour may leave a better one in the same period', async () => {
    const asked = { ...gateway, minutes: 45 }
    const { starts } = await read('readPlannedDowntime', asked)
    const bearing = starts.left.map((left) => left !== null && left > 0)
    const busy = starts.at[bearing.indexOf(false)] ?? ''
    const { outcome, best, budgets } = await read('readPlannedDowntime', { ...asked, from: busy })
    expect(outcome.leansTo).toBe('another-time')
    expect(best?.bears).toBe(true)
    expect(budgets[0]?.left).toBeLessThanOrEqual(0)
    const better = await read('readPlannedDowntime', { ...asked, from: best?.at ?? '' })
    expect(better.outcome.leansTo).toBe('go')
    expect(better.budgets[0]?.left).toBe(best?.left)
  })

  test('of a busy hour of the next period is told of a better one there', async () => {
    const asked = { ...gateway, minutes: 60 }
    const { starts, laterPeriod } = await read('readPlannedDowntime', asked)
    const busy = starts.at.find((at, row) => at >= laterPeriod.start && (starts.left[row] ?? 1) <= 0)
    const { outcome } = await read('readPlannedDowntime', { ...asked, from: busy ?? '' })
    expect(outcome.leansTo).toBe('another-time')
    expect(outcome.says).toMatch(/would be used up.* At another time of P13 every budget bears it\.$/)
  })

  test('of what nobody promised anything about is left to people', async () => {
    const { budgets, outcome, best } = await read('readPlannedDowntime', {
      service: 'recommendations',
      deployment: 'prod-eu',
    })
    expect([budgets, best, outcome.leansTo]).toEqual([[], null, null])
    expect(outcome.says).toMatch(/^No SLO is kept here/)
  })
})

describe('is refused with what would be right', () => {
  const address = (query: string) => `/api/workflows/planned-downtime?service=cart&deployment=prod-eu${query}`
  test.each([
    ['&from=2026-11-18T03:30:00Z', 'from'],
    ['&from=2026-11-17T03:00:00Z', 'from'],
    ['&from=2027-02-01T00:00:00Z', 'from'],
    ['&minutes=0', 'minutes'],
    ['&failing=101', 'failing'],
  ])('%s', async (query, field) => {
    expect(await problem(address(query))).toMatchObject({ status: 400, field })
  })

  test('a service nobody knows', async () => {
    expect(await problem('/api/workflows/planned-downtime?service=carts&deployment=prod-eu')).toMatchObject({
      status: 400,
      field: 'service',
      hint: expect.stringContaining('cart'),
    })
  })
})

describe('what stops releases', () => {
  const cart = { service: 'cart', deployment: 'north', minutes: 10 }
  const failing = (bad: number) => ({
    'cart.availability.get-cart@north': {
      rows: hourlyRows(PERIOD_START - 672, NOW_HOUR, (hour) => (hour === NOW_HOUR - 1 ? bad : 0)),
    },
  })
  const enactment = 'buying-policy.fast-burn.cart.availability.get-cart.north.2026-11-18-03'
  const acknowledging = (state: 'new' | 'done') => ({
    seenVersion: 0,
    acknowledged: { note: 'On it' },
    consequences: [
      { state: 'new', at: null, link: null, note: '' },
      { state, at: null, link: null, note: '' },
    ],
  })

  test('is told until it is lifted', async () => {
    const { read, write } = apiClient(tinyOrganization({ series: failing(8) }))
    const stopped = await read('readPlannedDowntime', cart)
    expect(stopped.outcome).toMatchObject({
      leansTo: 'stopped',
      says: 'Releases are stopped here by Policy of Buying, Fast burn.',
    })
    expect(stopped.stops).toMatchObject([{ clause: 'fast-burn', enactment, isAcknowledged: false }])
    expect((await read('readPlannedDowntime', { ...cart, deployment: 'lab' })).stops).toEqual([])

    await write('changeEnactment', { params: { team: 'buying', enactment }, body: acknowledging('done') })
    const lifted = await read('readPlannedDowntime', cart)
    expect([lifted.stops, lifted.outcome.leansTo]).toEqual([[], 'go'])
  })

  test('is looked for before the budget is gone', async () => {
    const { budgets } = await apiClient(tinyOrganization()).read('readPlannedDowntime', cart)
    const own = budgets.find(({ sloId }) => sloId === 'cart.availability.get-cart')
    expect(own?.stop).toMatchObject({ clause: 'exhausted', share: 1, wouldBeMet: false })
  })

  test('of a clause below the whole budget leaves less room', async () => {
    const deps = tinyOrganization()
    const catalog = await deps.catalog()
    const earlier = (clause: PolicyClause): PolicyClause =>
      clause.name === 'Exhausted'
        ? { ...clause, name: 'Nearly gone', condition: { ...clause.condition, depletedPercent: 80 } }
        : clause
    const policies = catalog.policies.map((policy) => ({ ...policy, clauses: policy.clauses.map(earlier) }))
    const { read } = apiClient({ ...deps, catalog: async () => ({ ...catalog, policies }) })
    // 10 requests an hour, 1 % of which may fail: 67 in four weeks.
    const asked = { ...cart, minutes: 330 }
    const { budgets, outcome } = await read('readPlannedDowntime', asked)
    expect(budgets[0]).toMatchObject({ sloId: 'cart.availability.get-cart', bad: 55 })
    expect(budgets[0]?.left).toBeGreaterThan(0)
    expect(budgets[0]?.stop).toMatchObject({ clause: 'nearly-gone', share: 0.8, wouldBeMet: true })
    expect(outcome.leansTo).toBe('next-period')
    expect(outcome.says).toMatch(/would keep .* and Nearly gone stops releases once 80\u202f% is gone/)
  })
})
