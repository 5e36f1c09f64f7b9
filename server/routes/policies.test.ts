import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { person } from '../testing/callers.ts'
import { exampleWrite } from '../testing/example-writes.ts'
import { NOW, NOW_HOUR, hourlyRows, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const CART = 'buying-policy.fast-burn.cart.availability.get-cart.north.2026-11-06-05'
const address = `/api/teams/buying/enactments/${CART}`
const ofCart = { clause: 'fast-burn', slo: 'cart.availability.get-cart' }
const acknowledging = (seenVersion: number, note = 'On it') => ({
  seenVersion,
  acknowledged: { note },
  consequences: [
    { state: 'new', at: null, link: null, note: '' },
    { state: 'new', at: null, link: null, note: '' },
  ],
})

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

test('what people did is kept with who and when, and is in the log', async () => {
  const deps = tinyOrganization()
  const { read, write } = apiClient(deps, person('team-editor', 'buying'))
  const params = { team: 'buying', enactment: CART }
  await write('changeEnactment', { params, body: acknowledging(0) })
  const done = acknowledging(1, 'On it, with Ops')
  const consequences = [
    { state: 'done', at: '2026-11-07T12:00:00Z', link: 'https://work.example/7', note: '' },
    { state: 'left-out', at: null, link: null, note: 'Nothing was to be released' },
  ]
  await write('changeEnactment', { params, body: { ...done, consequences } })
  const { items } = await read('listEnactments', { status: 'done-in-time' })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    id: CART,
    acknowledged: { by: 'A team-editor', at: '2026-11-18T03:10:00Z', note: 'On it, with Ops' },
    hoursToDone: 31,
    written: { enactment: CART, version: 2 },
  })
  expect(items[0]?.consequences.map(({ state, standing, dueAt }) => [state, standing, dueAt])).toEqual([
    ['done', 'done-in-time', '2026-11-08T05:00:00Z'],
    ['left-out', 'left-out', null],
  ])
  const log = await apiClient(deps).read('listAudit')
  expect(log.items[0]).toMatchObject({
    action: 'change-policy-enactment',
    subject: `policy-enactment:${CART}`,
  })
})

test('what is met with the very last hour can be acknowledged at once', async () => {
  const rows = hourlyRows(PERIOD_START - 672, NOW_HOUR, (hour) => (hour === NOW_HOUR - 1 ? 8 : 0))
  const { read, write } = apiClient(
    tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } }),
  )
  const enactment = 'buying-policy.fast-burn.cart.availability.get-cart.north.2026-11-18-03'
  await write('changeEnactment', { params: { team: 'buying', enactment }, body: acknowledging(0) })
  const { items } = await read('listEnactments', { status: 'acknowledged' })
  expect(items.map(({ id }) => id)).toEqual([enactment])
})

test('who acknowledges has touched no consequence; who notes something of one has', async () => {
  const { read, write } = apiClient(tinyOrganization(), person('team-editor', 'buying'))
  const params = { team: 'buying', enactment: CART }
  const signed = async () => {
    const { items } = await read('listEnactments', ofCart)
    return items[0]?.consequences.map(({ by }) => by)
  }
  await write('changeEnactment', { params, body: acknowledging(0) })
  expect(await signed()).toEqual([null, null])
  const [first, second] = acknowledging(1).consequences
  const consequences = [{ ...first, note: 'Waits for Ops' }, second]
  await write('changeEnactment', { params, body: { ...acknowledging(1), consequences } })
  expect(await signed()).toEqual(['A team-editor', null])
})

test('what people wrote stays with an enactment whose beginning moved, and can be changed by its old name', async () => {
  const rowsWith = (bad: Readonly<Record<number, number>>) =>
    hourlyRows(PERIOD_START - 672, NOW_HOUR, (hour) => bad[hour - PERIOD_START] ?? 0)
  const series = { 'cart.availability.get-cart@north': { rows: rowsWith({ 100: 8 }) } }
  const deps = tinyOrganization({ series })
  const change = async (seenVersion: number, enactment = CART) => {
    const request = { params: { team: 'buying', enactment }, body: acknowledging(seenVersion) }
    return (await apiClient(deps).write('changeEnactment', request)).enactment
  }
  await change(0)
  series['cart.availability.get-cart@north'].rows = rowsWith({ 100: 4, 110: 4 })
  const { items } = await apiClient(deps).read('listEnactments', ofCart)
  expect(items).toMatchObject([{ metAt: '2026-11-06T15:00:00Z', written: { enactment: CART, version: 1 } }])
  expect(await change(1)).toBe(CART)
  expect(await change(2, items[0]?.id)).toBe(CART)
})

test('an enactment that moved before anybody wrote is found by the name it had', async () => {
  const rows = hourlyRows(PERIOD_START - 672, NOW_HOUR, (hour) =>
    hour === PERIOD_START + 100 || hour === PERIOD_START + 110 ? 4 : 0,
  )
  const deps = tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } })
  const request = { params: { team: 'buying', enactment: CART }, body: acknowledging(0) }
  const { enactment } = await apiClient(deps).write('changeEnactment', request)
  expect(enactment).toBe(CART.replace('06-05', '06-15'))
})

test('whoever is too late is told what stands there now, and who may not is told who may', async () => {
  const deps = tinyOrganization()
  const { write, problem } = apiClient(deps)
  await write('changeEnactment', { params: { team: 'buying', enactment: CART }, body: acknowledging(0) })
  const again = sending('changeEnactment', acknowledging(0))
  expect(await problem(address, again)).toMatchObject({ status: 409, current: { version: 1 } })
  const foreign = await apiClient(deps, person('team-editor', 'finding')).problem(address, again)
  expect(foreign).toMatchObject({
    status: 403,
    hint: expect.stringContaining('team editor of the team buying') as string,
  })
})

test('what does not fit the clause is refused with what would', async () => {
  const { problem } = apiClient(tinyOrganization())
  const sent = (body: object, at = address) => problem(at, sending('changeEnactment', body))
  const [first] = acknowledging(0).consequences
  expect(await sent({ ...acknowledging(0), consequences: [first] })).toMatchObject({
    status: 400,
    field: 'consequences',
    allowed: ['2'],
  })
  const leftOut = [{ ...first, state: 'left-out' }, first]
  expect(await sent({ ...acknowledging(0), consequences: leftOut })).toMatchObject({
    status: 400,
    field: 'consequences.0.note',
  })
  const tooEarly = [{ ...first, state: 'done', at: '2026-11-01T00:00:00Z' }, first]
  expect(await sent({ ...acknowledging(0), consequences: tooEarly })).toMatchObject({
    status: 400,
    field: 'consequences.0.at',
  })
  expect(await sent(acknowledging(0), address.replace('06-05', '12-05'))).toMatchObject({ status: 404 })
})

test('what people check is an enactment from the first time it is met until it is not', async () => {
  let now = NOW
  const deps = { ...tinyOrganization(), now: () => now }
  const client = apiClient(deps)
  const check = async (isMet: boolean) => {
    const { params, body } = await exampleWrite('checkClause', client)
    await client.write('checkClause', { params, body: { ...(body as object), check: { isMet, note: '' } } })
    now += 3 * 3_600_000
  }
  await check(false)
  await check(true)
  await check(true)
  const { items } = await client.read('listEnactments', { clause: 'dead-letters' })
  expect(items).toMatchObject([
    {
      id: 'buying-policy.dead-letters.checked.2026-11-18-06',
      subject: null,
      endedAt: null,
      status: 'unacknowledged',
    },
  ])
  await check(false)
  const [policy] = (await client.read('listPolicies', { team: 'buying' })).items
  expect(policy?.clauses[3]).toMatchObject({ status: 'not-met', check: { isMet: false }, checkVersion: 4 })
  const derived = '/api/teams/buying/policies/buying-policy/clauses/fast-burn/check'
  const body = { seenVersion: 0, check: { isMet: true, note: '' } }
  expect(await client.problem(derived, sending('checkClause', body))).toMatchObject({
    status: 400,
    field: 'clause',
  })
})

test('what people find met again has a record of its own, be it in the same hour', async () => {
  let now = NOW
  const deps = { ...tinyOrganization(), now: () => now }
  const client = apiClient(deps)
  for (const isMet of [true, false, true, false, true]) {
    const { params, body } = await exampleWrite('checkClause', client)
    await client.write('checkClause', { params, body: { ...(body as object), check: { isMet, note: '' } } })
    now += 20 * 60_000
  }
  const listed = async () =>
    (await client.read('listEnactments', { clause: 'dead-letters', sort: 'met' })).items
  const [first, second, third] = (await listed()).map(({ id }) => id)
  expect([first, second, third]).toEqual(
    ['2026-11-18-03', '2026-11-18-03-2', '2026-11-18-04'].map(
      (hour) => `buying-policy.dead-letters.checked.${hour}`,
    ),
  )
  const body = {
    seenVersion: 0,
    acknowledged: { note: '' },
    consequences: [{ state: 'new', at: null, link: null, note: '' }],
  }
  await client.write('changeEnactment', { params: { team: 'buying', enactment: second ?? '' }, body })
  expect((await listed()).map(({ acknowledged }) => acknowledged !== null)).toEqual([false, true, false])
})
