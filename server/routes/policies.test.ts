import { expect, test } from 'vitest'

import { apiClient } from '../testing/api-client.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { person } from '../testing/callers.ts'
import { NOW_HOUR, hourlyRows, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const CART = 'buying-policy.fast-burn.cart.availability.get-cart.north.2026-11-06-05'

test('a policy says how each of its clauses stands, and which budget is nearest', async () => {
  const { items, answer } = await apiClient(tinyOrganization()).read('listPolicies', { team: 'buying' })
  const [policy] = items
  expect(items).toHaveLength(1)
  expect(policy).toMatchObject({
    state: 'enacted',
    isInForce: true,
    isReviewOverdue: true,
    teamName: 'Buying',
    services: ['cart'],
  })
  const clauses = policy?.clauses ?? []
  expect(clauses.map(({ id, status, metCount }) => [id, status, metCount])).toEqual([
    ['fast-burn', 'not-met', 0],
    ['exhausted', 'not-met', 0],
    ['promise-at-risk', 'unacknowledged', 1],
    ['dead-letters', 'not-met', null],
  ])
  expect(clauses.map(({ condition }) => condition.letter)).toEqual(['E', 'A', 'B', null])
  // 100 of the 336 bad events that 95 % of 10 an hour allow.
  expect(clauses[1]?.nearest).toMatchObject({
    sloId: 'cart.latency.get-cart',
    deployment: 'north',
    isMet: false,
  })
  expect(clauses[1]?.nearest?.depleted).toBeCloseTo(100 / 336, 9)
  expect(clauses[2]?.nearest?.depleted).toBeCloseTo(8 / 134.4, 9)
  expect(answer).toContain('1 clause is met now or not done with, 1 unacknowledged.')
})

test('what a team keeps to itself is told to it, to coaches and to admins', async () => {
  const deps = tinyOrganization()
  const seenBy = async (caller: Parameters<typeof apiClient>[1]) => {
    const { items, without } = await apiClient(deps, caller).read('listPolicies', { team: 'finding' })
    return [items.length, without.map(({ isHidden }) => isHidden)]
  }
  expect(await seenBy(person('viewer'))).toEqual([0, [true]])
  expect(await seenBy(person('team-editor', 'buying'))).toEqual([0, [true]])
  expect(await seenBy(person('viewer', 'finding'))).toEqual([1, []])
  expect(await seenBy(person('coach'))).toEqual([1, []])
})

test('filters by team, service and state, and refuses names nobody bears', async () => {
  const { read, refused } = apiClient(tinyOrganization())
  const slugs = async (query: Readonly<Record<string, string>>) =>
    (await read('listPolicies', query)).items.map(({ slug }) => slug)
  expect(await slugs({})).toEqual(['buying-policy', 'finding-draft'])
  expect(await slugs({ service: 'search' })).toEqual(['finding-draft'])
  expect(await slugs({ state: 'enacted,agreed' })).toEqual(['buying-policy'])
  expect(await refused('listPolicies', { team: 'buyin' })).toMatchObject({ status: 400, field: 'team' })
  expect(await refused('listPolicies', { state: 'asleep' })).toMatchObject({ status: 400, field: 'state' })
})

test('enactments follow from the hours, with when they were met, when they ended and what was gone', async () => {
  const { items, counts } = await apiClient(tinyOrganization()).read('listEnactments', { sort: 'met' })
  expect(items.map(({ id, metAt, endedAt, status }) => [id, metAt, endedAt, status])).toEqual([
    [
      'buying-policy.fast-burn.cart.latency.get-cart.north.2026-11-04-06',
      '2026-11-04T06:00:00Z',
      '2026-11-05T09:00:00Z',
      'passed',
    ],
    [CART, '2026-11-06T05:00:00Z', '2026-11-07T05:00:00Z', 'passed'],
    [
      'buying-policy.promise-at-risk.cart.availability.get-cart.north.2026-11-06-05',
      '2026-11-06T05:00:00Z',
      null,
      'unacknowledged',
    ],
  ])
  expect(items[1]?.depletedAtMet).toBeCloseTo(8 / 67.2, 9)
  expect(counts).toMatchObject({ enactments: 3, present: 1, unacknowledged: 1, passed: 2, exhaustions: 0 })
})

test('a policy that binds nobody yet has no enactments, and neither has the time before', async () => {
  const { read } = apiClient(tinyOrganization())
  expect((await read('listEnactments', { team: 'finding' })).totalCount).toBe(0)
  expect((await read('listEnactments', { window: 'previous-year' })).totalCount).toBe(0)
})

test('what the last hour met is in every window up to now', async () => {
  const rows = hourlyRows(PERIOD_START - 672, NOW_HOUR, (hour) => (hour === NOW_HOUR - 1 ? 100 : 0))
  const deps = tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } })
  const { read } = apiClient(deps)
  for (const window of ['last-24-hours', 'last-7-days', 'current-period']) {
    const { items } = await read('listEnactments', { window, slo: 'cart.availability.get-cart' })
    expect(items.map(({ metAt }) => metAt)).toContain(isoFromHour(NOW_HOUR))
  }
})

test('an early exhaustion that nobody acknowledged is counted as missed', async () => {
  const rows = hourlyRows(PERIOD_START - 672, NOW_HOUR, (hour) =>
    hour >= PERIOD_START + 200 && hour < PERIOD_START + 220 ? 10 : 0,
  )
  const deps = tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } })
  const { read, write } = apiClient(deps)
  const before = await read('listEnactments', { window: 'current-period' })
  expect(before.counts).toMatchObject({ exhaustions: 1, missed: 1 })
  const exhausted = before.items.find(({ clause }) => clause === 'exhausted')
  const params = { team: 'buying', enactment: exhausted?.id ?? '' }
  const consequences = [{ state: 'in-work', at: null, link: null, note: '' }]
  const body = { seenVersion: 0, acknowledged: { note: '' }, consequences }
  await write('changeEnactment', { params, body })
  const { counts, periods } = await read('listEnactments', { window: 'current-period', clause: 'exhausted' })
  expect(counts).toMatchObject({ enactments: 1, exhaustions: 1, missed: 0, unfinished: 1 })
  expect(periods.map(({ period, enactments }) => [period.id, enactments])).toEqual([['2026-P12', 1]])
  const countsBy = async (query: Readonly<Record<string, string>>) =>
    (await read('listEnactments', { window: 'current-period', ...query })).counts
  // What was acknowledged stays so when the list shows other rows, and other places exhausted nothing.
  expect(await countsBy({ status: 'passed' })).toMatchObject({ exhaustions: 1, missed: 0 })
  expect(await countsBy({ service: 'search' })).toMatchObject({ exhaustions: 0, missed: 0 })
})
