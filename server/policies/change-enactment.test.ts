import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { exampleWrite } from '../testing/example-writes.ts'
import { NOW, NOW_HOUR, PERIOD_START, hourlyRows, tinyOrganization } from '../testing/tiny-organization.ts'

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
