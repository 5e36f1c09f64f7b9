import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { hourlyRows, NOW_HOUR, DATA_FROM, tinyOrganization } from '../testing/tiny-organization.ts'

const key = { bottleneck: 'sre.latency.cart' }
const found = { kind: 'users-leave', isFound: true, says: 'Carts are left half full', link: null } as const
const decision = {
  outcome: 'prioritise',
  reason: 'Users leave',
  owner: 'product owner',
  date: '2026-12-18',
} as const
const entered = { evidence: [found], decision }

test('a budget broken in two closed periods in a row is a bottleneck, until a period keeps it', async () => {
  const bad = (until: number) =>
    tinyOrganization({
      series: {
        'cart.latency.get-cart@north': {
          rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour < until ? 2 : 0)),
        },
      },
    })
  const ids = async (until: number) => {
    const { items } = await apiClient(bad(until)).read('listBottlenecks')
    return items.map(({ id, broken }) => [id, broken?.periods])
  }
  expect(await ids(NOW_HOUR)).toEqual([['sre.latency.cart', ['P9', 'P10', 'P11']]])
  expect(await ids(DATA_FROM + 2 * 672)).toEqual([])
})

test('evidence leans, people decide, and every version is kept', async () => {
  const deps = tinyOrganization()
  const { read, write, api } = apiClient(deps, person('team-editor', 'buying'))
  await write('decideBottleneck', {
    params: key,
    body: { seenVersion: 0, entered: { evidence: [{ ...found, isFound: false }], decision: null } },
  })
  expect((await read('listBottlenecks', { decision: 'open' })).items).toMatchObject([
    { id: key.bottleneck, isDetected: false, lean: 'not-now', entered: { decision: null } },
  ])
  await write('decideBottleneck', { params: key, body: { seenVersion: 1, entered } })
  expect(
    (await read('listBottlenecks', { decision: 'prioritise', side: 'reliability' })).items,
  ).toMatchObject([
    { lean: 'prioritise', team: 'buying', entered: { version: 2, by: 'A team-editor', decision } },
  ])
  expect((await read('readBottleneck', {}, key)).items.map(({ version }) => version)).toEqual([2, 1])
  const late = await api.request(
    `/api/bottlenecks/${key.bottleneck}`,
    sending('decideBottleneck', { seenVersion: 1, entered }),
  )
  expect([late.status, await late.json()]).toMatchObject([409, { current: { version: 2, body: entered } }])
  const { items } = await deps.access.audit.list({}, { after: null, limit: 5 })
  expect(items.some(({ action }) => action === 'change-bottleneck-decision')).toBe(true)
})

test('taken back it is in no list, and can be entered again', async () => {
  const { read, write } = apiClient(tinyOrganization(), person('coach'))
  await write('decideBottleneck', { params: key, body: { seenVersion: 0, entered } })
  await write('decideBottleneck', { params: key, body: { seenVersion: 1, entered: null } })
  expect((await read('listBottlenecks')).items).toEqual([])
  await write('decideBottleneck', { params: key, body: { seenVersion: 2, entered } })
  expect((await read('listBottlenecks')).items).toHaveLength(1)
})

test('teams decide on their own alone, and viewers on nothing', async () => {
  for (const caller of [person('team-editor', 'finding'), person('viewer')]) {
    const { problem } = apiClient(tinyOrganization(), caller)
    const refusal = await problem(
      `/api/bottlenecks/${key.bottleneck}`,
      sending('decideBottleneck', { seenVersion: 0, entered }),
    )
    expect(refusal.status).toBe(403)
  }
})

test.each([
  ['nothing', key.bottleneck, { evidence: [], decision: null }, 400, 'entered.evidence'],
  [
    'no reason',
    key.bottleneck,
    { evidence: [], decision: { ...decision, reason: ' ' } },
    400,
    'entered.decision.reason',
  ],
  [
    'no day',
    key.bottleneck,
    { evidence: [], decision: { ...decision, date: 'soon' } },
    400,
    'entered.decision.date',
  ],
  [
    'a script',
    key.bottleneck,
    { evidence: [{ ...found, link: 'javascript:1' }], decision },
    400,
    'entered.evidence.0.link',
  ],
  ['an unknown service', 'sre.latency.carts', entered, 404, 'bottleneck'],
  ['an unknown component', 'cd.colour.buying', entered, 404, 'bottleneck'],
])('%s is refused', async (_what, id, body, status, field) => {
  const { problem } = apiClient(tinyOrganization(), person('coach'))
  const refusal = await problem(
    `/api/bottlenecks/${id}`,
    sending('decideBottleneck', { seenVersion: 0, entered: body }),
  )
  expect(refusal).toMatchObject({ status, field })
})

test('the simulated organization shows what is slow, whose it is, and what was decided', async () => {
  const { read } = harbourline
  const { items, compared } = await read('listBottlenecks')
  const one = (id: string) => items.find((item) => item.id === id)
  expect(one('cd.build-lead-time.fleet')).toMatchObject({ isDetected: true, entered: null, lean: null })
  expect(one('cd.deployment-recovery.payments')).toMatchObject({
    isDetected: true,
    lean: 'prioritise',
    entered: { version: 2, decision: { outcome: 'prioritise' } },
  })
  expect(one('cd.deployment-lead-time.messaging')?.entered?.decision?.outcome).toBe('not-now')
  expect(one('sre.availability.sms-relay')?.broken?.periods).toHaveLength(2)
  expect(one('sre.availability.timetable')).toMatchObject({ isDetected: false, worst: null })
  const sides = items.filter(({ isDetected }) => isDetected).map(({ side }) => side)
  expect(sides).toEqual(sides.toSorted())
  // Of no component more services than a tenth of those compared.
  for (const { component, services } of compared) {
    const slow = items.filter((item) => item.component === component).flatMap((item) => item.services)
    expect(slow.length, component).toBeLessThanOrEqual(services / 10)
  }
  const own = await read('listBottlenecks', { team: 'fleet', decision: 'open' })
  expect(new Set(own.items.map(({ team }) => team))).toEqual(new Set(['fleet']))
})
