import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const CART = 'cart.availability.get-cart.north.2026-11-06-04'
const well = { impact: 'well', cause: 'own-bug', note: 'A null in the cart' }
const address = `/api/slo-breaches/${CART}/review`

test('a breach says all an alert would, and how those around it stood', async () => {
  const { read } = apiClient(tinyOrganization())
  const detail = await read('readSloBreach', {}, { breach: CART })
  expect(detail).toMatchObject({
    breach: { id: CART, peakLongHours: 1 },
    remainingBefore: 1,
    targetThen: 0.99,
    isOwnRule: false,
    snoozeHours: 0,
    reviewed: { breach: CART, version: 0 },
    reviews: [],
    leaning: null,
    previous: [],
  })
  expect(detail.remainingAfter).toBeCloseTo(1 - 8 / 67.2, 9)
  expect(detail.rules.filter(({ held }) => held).map(({ id }) => id)).toContain('page-1h')
  expect(detail.neighbours.map(({ service, relation, state }) => [service, relation, state])).toEqual([
    ['search', 'calls', 'healthy'],
  ])
})

test('a dependency that breaks meanwhile is named with its own breach', async () => {
  const { read } = harbourline
  const { items } = await read('listSloBreaches', {
    service: 'ledger',
    window: 'previous-period',
    sort: '-taken',
  })
  const ledger = items.find(({ deployment }) => deployment === 'prod-eu')
  const detail = await read('readSloBreach', {}, { breach: ledger?.id ?? '' })
  const dragged = detail.neighbours.filter(
    ({ relation, breaches }) => relation === 'called-by' && breaches.length > 0,
  )
  expect(dragged.map(({ service }) => service)).toContain('payment-gateway')
  const consumer = dragged.find(({ service }) => service === 'payment-gateway')
  const back = await read('readSloBreach', {}, { breach: consumer?.breaches[0]?.id ?? '' })
  expect(back.neighbours.find(({ service }) => service === 'ledger')?.breaches.map(({ id }) => id)).toContain(
    ledger?.id,
  )
  expect(detail.previous.every(({ start }) => start < detail.breach.start)).toBe(true)
})

test('a breach leads to the same runbook, incidents and tools as the page of whoever is on call', async () => {
  const { read } = harbourline
  const { items } = await read('listSloBreaches', { service: 'payment-gateway', open: 'only' })
  const open = items.find(({ incidents }) => incidents.length > 0)
  if (open === undefined) throw new Error('The gateway burns in the simulated organization')
  const { breach, runbookUrl, links } = await read('readSloBreach', {}, { breach: open.id })
  const { runbook, incidents, ...situation } = await read(
    'readSituation',
    {},
    { slo: open.sloId, deployment: open.deployment },
  )
  expect(runbookUrl).toMatch(/^https:/)
  expect(runbookUrl).toBe(runbook?.url)
  expect(links).toEqual(situation.links)
  const urls = new Map(incidents.map(({ id, url }) => [id, url]))
  expect(breach.incidents.map(({ url }) => url)).toEqual(breach.incidents.map(({ id }) => urls.get(id)))
  expect(breach.incidents[0]?.url).toMatch(/^https:/)
})

test('a review is kept, proposes what follows, and is in the history of the SLO and the log', async () => {
  const deps = tinyOrganization()
  const { read, write } = apiClient(deps, person('team-editor', 'buying'))
  await write('reviewSloBreach', { params: { breach: CART }, body: { seenVersion: 0, review: well } })
  const { breach, reviews, leaning, reviewed } = await read('readSloBreach', {}, { breach: CART })
  expect(breach.review).toMatchObject({
    ...well,
    proposal: 'improve-service',
    by: 'A team-editor',
    version: 1,
  })
  expect(reviews).toHaveLength(1)
  expect(leaning).toEqual({ proposal: 'improve-service', count: 1, of: 1 })
  expect(reviewed.version).toBe(1)
  expect((await read('listSloBreaches', { cause: 'own-bug' })).items.map(({ id }) => id)).toEqual([CART])
  const log = await apiClient(deps).read('listAudit')
  expect(log.items[0]).toMatchObject({ action: 'enter-breach-review', subject: `breach-review:${CART}` })
})

test('taken back it is gone from the list, and the next one is another version', async () => {
  const { read, write } = apiClient(tinyOrganization())
  const send = (seenVersion: number, review: unknown) =>
    write('reviewSloBreach', { params: { breach: CART }, body: { seenVersion, review } })
  await send(0, well)
  await send(1, null)
  const gone = await read('readSloBreach', {}, { breach: CART })
  expect([gone.breach.review, gone.reviewed.version, gone.reviews]).toEqual([null, 2, []])
  expect(await send(2, { ...well, impact: 'no-impact' })).toEqual({ breach: CART, version: 3 })
})

test('whoever is too late is told what stands there now', async () => {
  const { write, problem } = apiClient(tinyOrganization())
  await write('reviewSloBreach', { params: { breach: CART }, body: { seenVersion: 0, review: well } })
  const late = await problem(
    address,
    sending('reviewSloBreach', { seenVersion: 0, review: { ...well, impact: 'no-impact' } }),
  )
  expect(late).toMatchObject({ status: 409, current: { version: 1, body: well } })
})

test('who may not review is told who may', async () => {
  const body = sending('reviewSloBreach', { seenVersion: 0, review: well })
  const deps = tinyOrganization()
  expect(await apiClient(deps, person('viewer')).problem(address, body)).toMatchObject({ status: 403 })
  const foreign = await apiClient(deps, person('team-editor', 'finding')).problem(address, body)
  expect(foreign).toMatchObject({ status: 403, field: 'role' })
  expect(foreign.hint).toContain('team editor of the team buying')
})

test('an hour without a breach is none, and the nearest is named', async () => {
  const { refused } = apiClient(tinyOrganization())
  const none = await refused('readSloBreach', {}, { breach: CART.replace('06-04', '12-04') })
  expect(none).toMatchObject({ status: 404, field: 'breach', hint: expect.stringContaining(CART) as string })
  expect(await refused('readSloBreach', {}, { breach: 'no.such.breach' })).toMatchObject({ status: 404 })
})
