import { expect, test } from 'vitest'

import type { ApiDeps, SeriesFeed } from '../ports.ts'
import { apiClient } from '../testing/api-client.ts'
import { NOW, NOW_HOUR, tinyCatalog, tinyOrganization } from '../testing/tiny-organization.ts'

const measured = { ...tinyCatalog, organization: { ...tinyCatalog.organization, isSimulated: false } }
const standing = {
  source: 'main',
  fedUpToHour: NOW_HOUR,
  fedAtMs: NOW,
  triedAtMs: NOW,
  failure: null,
  nextTryAtMs: null,
}
const failure = { kind: 'timeout', reason: 'No answer within 30 s', sinceMs: NOW - 60_000 }
const feeds: readonly SeriesFeed[] = [
  { sloId: 'cart.availability.get-cart', deployment: 'north', isMeasured: true, progress: standing },
  {
    sloId: 'cart.availability.get-cart',
    deployment: 'lab',
    isMeasured: true,
    progress: { ...standing, fedUpToHour: null, fedAtMs: null, failure, nextTryAtMs: NOW + 60_000 },
  },
  { sloId: 'cart.latency.get-cart', deployment: 'north', isMeasured: true, progress: null },
  { sloId: 'search.availability.find', deployment: 'north', isMeasured: false, progress: null },
]
const client = (deps: Partial<ApiDeps>) => apiClient(tinyOrganization({ deps }))
const collected = client({ catalog: async () => measured, feeds: async () => feeds })

test('each series says when it was last fed, or why it is not', async () => {
  const { items } = await collected.read('listFeeds', { slo: 'cart.availability.get-cart' })
  expect(items).toEqual([
    {
      slo: 'cart.availability.get-cart',
      deployment: 'lab',
      state: 'failing',
      source: 'main',
      fedUpTo: null,
      fedAt: null,
      triedAt: '2026-11-18T03:10:00Z',
      failure: { kind: 'timeout', reason: 'No answer within 30 s', since: '2026-11-18T03:09:00Z' },
      nextTryAt: '2026-11-18T03:11:00Z',
    },
    {
      slo: 'cart.availability.get-cart',
      deployment: 'north',
      state: 'fed',
      source: 'main',
      fedUpTo: '2026-11-18T03:00:00Z',
      fedAt: '2026-11-18T03:10:00Z',
      triedAt: '2026-11-18T03:10:00Z',
      failure: null,
      nextTryAt: null,
    },
  ])
})

test('a series that was not asked for yet is waiting, one without a query is sent by others', async () => {
  const states = async (feed: string) =>
    (await collected.read('listFeeds', { feed })).items.map(({ slo, deployment }) => `${slo}@${deployment}`)
  expect(await states('waiting')).toEqual(['cart.latency.get-cart@north'])
  expect(await states('sent')).toEqual(['search.availability.find@north', 'search.latency.find@north'])
  expect(await states('computed')).toEqual([])
})

test('the list comes in pages, and each page knows how many there are', async () => {
  const first = await collected.read('listFeeds', { deployment: 'north', limit: 3 })
  expect(first).toMatchObject({ totalCount: 4, items: [{}, {}, {}] })
  const rest = await collected.read('listFeeds', {
    deployment: 'north',
    limit: 3,
    cursor: first.nextCursor ?? '',
  })
  expect(rest).toMatchObject({ nextCursor: null, items: [{ slo: 'search.latency.find' }] })
})

test('what is simulated is computed, kept or not', async () => {
  for (const simulated of [client({}), client({ feeds: async () => [] })]) {
    const { items } = await simulated.read('listFeeds')
    expect(items).toHaveLength(5)
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['computed']))
  }
})

test('a state that is none is refused with those there are', async () => {
  expect(await collected.refused('listFeeds', { feed: 'fine' })).toMatchObject({
    field: 'feed',
    allowed: ['fed', 'failing', 'waiting', 'computed', 'sent'],
  })
})
