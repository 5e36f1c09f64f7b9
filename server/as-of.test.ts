import { describe, expect, test } from 'vitest'

import { createOrganization } from '../mocks/organization/organization.ts'
import { hourFromIso } from '../src/domain/hours.ts'
import type { OperationId } from '../src/contract/operations.ts'
import { apiClient } from './testing/api-client.ts'
import { harbourline } from './testing/harbourline.ts'
import { NOW } from './testing/tiny-organization.ts'

const AT = '2026-11-18T03:00:00Z'
const A_YEAR_MS = 365 * 86_400_000

/** The same world, met at another time. */
function clientAt(now: number) {
  return apiClient(createOrganization({ now: () => now, anchorHour: hourFromIso(AT) ?? 0 }))
}
const present = harbourline
const yearOn = clientAt(NOW + A_YEAR_MS)

/** What two teams do stands for what six do: to work out all of it at another time is most of what this file costs. */
const team = 'payments,fleet'
/** The last three periods, of which the latest is open. */
const window = { from: '2026-09-07T00:00:00Z', to: '2026-11-30T00:00:00Z', team }

const tables: readonly (readonly [OperationId, Readonly<Record<string, string>>])[] = [
  ['listAdherence', window],
  ['listDepletion', { ...window, sort: '-highest-speed' }],
  ['listBudgetCurves', window],
  ['listEndpointRanking', { ...window, by: 'latency' }],
  ['listEndpointRanking', { from: '2026-11-11T03:00:00Z', to: AT, scale: 'window', team }],
  ['listRecoveryTrend', { from: '2026-11-11T03:00:00Z', to: AT, scale: 'window', team }],
  ['listTicketTrend', window],
  ['listOnCallRotations', window],
  ['listRecoveryTrend', window],
  ['listKeptOverview', window],
  ['listBudgets', { period: '2026-P12', sort: 'remaining', team }],
  ['listSlaAdherence', window],
  ['listSlaDepletion', { ...window, sort: '-highest-speed' }],
  ['listSlaCurves', window],
  ['listSlas', window],
]

/** Of the timetable in prod-eu the third of October came on the eighth. */
const BEFORE_IT_CAME = '2026-10-07T12:00:00Z'
const beforeItCame = clientAt(Date.parse(BEFORE_IT_CAME) + 600_000)
const withLateDay = { from: '2026-09-07T00:00:00Z', to: '2026-11-02T00:00:00Z', service: 'timetable' }

describe('a table as it stood before a day came late', () => {
  test.each([
    ['listAdherence', withLateDay],
    ['listDepletion', withLateDay],
    ['listBudgetCurves', withLateDay],
    ['listSlaDepletion', withLateDay],
    ['listBudgets', { period: '2026-P10', service: 'timetable' }],
    ['listBudgets', { period: '2026-P11', service: 'timetable' }],
  ] as const)('%s shows what was shown then', async (id, query) => {
    const then = await beforeItCame.read(id, { ...query, limit: 500 })
    const now = await present.read(id, { ...query, at: BEFORE_IT_CAME, limit: 500 })
    expect(now.items).toEqual(then.items)
    expect(now.items.length).toBeGreaterThan(0)
  })

  test('lacks the day, which the present has and says so', async () => {
    const query = { period: '2026-P10', service: 'timetable', sli: 'availability', deployment: 'prod-eu' }
    const lateOne = async (asked: Readonly<Record<string, string>>) => {
      const { items } = await present.read('listBudgets', { ...query, ...asked })
      return items.find(({ sloId }) => sloId === 'timetable.availability.get-timetable')
    }
    const then = await lateOne({ at: BEFORE_IT_CAME })
    const now = await lateOne({})
    expect(then?.budget).toMatchObject({ missingHours: 24 })
    expect(then?.budget).not.toHaveProperty('restatedAt')
    expect(now?.budget).toMatchObject({ missingHours: 0, restatedAt: '2026-10-08T09:00:00Z' })
    expect(then?.budget.total).toBeLessThan(now?.budget.total ?? 0)
  })
})

describe('a table as it stood before its catalog changed', () => {
  const targetsAt = async (asked: Readonly<Record<string, string>>) => {
    const query = { service: 'sms-relay', sli: 'availability', deployment: 'prod-eu', ...asked }
    const { items } = await present.read('listBudgets', query)
    return items.flatMap(({ sloSlug, target }) => (sloSlug === 'post-sms' ? [target] : []))
  }

  test('has the target of then', async () => {
    expect(await targetsAt({ at: '2026-08-20T08:00:00Z' })).toEqual([0.999])
    expect(await targetsAt({ at: '2026-08-20T09:00:00Z' })).toEqual([0.995])
    expect(await targetsAt({})).toEqual([0.995])
  })

  test('lacks what was agreed later', async () => {
    const countAt = async (at: string) =>
      (await present.read('listAdherence', { window: 'current-period', team: 'fleet', at })).facets.sloCount
    expect(await countAt('2026-01-05T00:00:00Z')).toBe(0)
    expect(await countAt('2026-02-05T00:00:00Z')).toBeGreaterThan(0)
  })
})

describe('a table as it stood at an hour', () => {
  test.each(tables)('%s shows the same a year later, its open period included', async (id, query) => {
    const then = await present.read(id, { ...query, at: AT, limit: 500 })
    const later = await yearOn.read(id, { ...query, at: AT, limit: 500 })
    expect(later).toEqual(then)
    expect(then).toHaveProperty('items.0')
  })

  test.each(tables.slice(0, 4))('%s is what it was without being asked for', async (id, query) => {
    const { nextCursor: _of, ...asked } = {
      nextCursor: null,
      ...(await present.read(id, { ...query, at: AT })),
    }
    expect(await present.read(id, query)).toMatchObject(asked)
  })

  test('is another one than the present', async () => {
    const now = { period: '2026-P12', team, limit: 500 }
    expect(await yearOn.read('listBudgets', now)).not.toEqual(
      await yearOn.read('listBudgets', { ...now, at: AT }),
    )
  })

  test('an incident that was open then is open in it, though it was resolved since', async () => {
    const query = { from: '2026-11-02T00:00:00Z', to: '2026-11-30T00:00:00Z' }
    const later = await yearOn.read('listRecoveryTrend', { ...query, at: AT })
    expect(later.open.map(({ id }) => id)).toEqual(
      (await present.read('listRecoveryTrend', query)).open.map(({ id }) => id),
    )
    expect(later.open.length).toBeGreaterThan(0)
  })

  const told = ['listRecoveryTrend', 'listTicketTrend', 'listOnCallRotations'] as const
  test.each([
    ['2026-11-04T16:00:00Z', [...told, 'listDelivery']],
    ['2026-11-17T09:00:00Z', told],
  ] as const)('what other tools had told by %s is what they tell of it now', async (at, lists) => {
    const then = clientAt(Date.parse(at))
    for (const list of lists) {
      const query = { from: window.from, to: window.to, service: 'search-api', limit: 500 }
      expect(await present.read(list, { ...query, at }), list).toEqual(await then.read(list, query))
    }
  })

  test.each([
    ['2026-11-18T03:30:00Z', /full hour/, /2026-11-18T03:00:00Z/],
    ['2026-11-18T04:00:00Z', /after the data/, /to 2026-11-18T03:00:00Z/],
    ['2020-01-01T00:00:00Z', /before the data/, /There are data from/],
  ])('%s is refused with what is allowed', async (at, detail, hint) => {
    const problem = await present.refused('listAdherence', { at })
    expect(problem).toMatchObject({ status: 400, detail: expect.stringMatching(detail) })
    expect(problem.hint).toMatch(hint)
  })
})
