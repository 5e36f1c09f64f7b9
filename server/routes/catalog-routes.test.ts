import { expect, test } from 'vitest'

import { allItems, apiClient } from '../testing/api-client.ts'
import { DATA_FROM, tinyCatalog, tinyOrganization } from '../testing/tiny-organization.ts'

const { read, refused } = apiClient(tinyOrganization())

test('the organization says whose data these are, up to when, and in which period', async () => {
  expect(await read('readOrganization')).toEqual({
    slug: 'tiny',
    name: 'Tiny',
    isSimulated: true,
    periodScheme: { kind: 'four-weeks' },
    currentPeriod: {
      id: '2026-P12',
      name: 'P12',
      start: '2026-11-02T00:00:00Z',
      end: '2026-11-30T00:00:00Z',
      isOpen: true,
    },
    now: '2026-11-18T03:10:00.000Z',
    dataUpTo: '2026-11-18T03:00:00Z',
    dataFrom: '2026-08-10T00:00:00Z',
  })
})

test('periods of any number of days say from which day they are counted', async () => {
  const catalog = { ...tinyCatalog, periodScheme: { kind: 'days' as const, days: 10, anchorHour: 24 } }
  const client = apiClient(tinyOrganization({ deps: { catalog: async () => catalog } }))
  expect((await client.read('readOrganization')).periodScheme).toEqual({
    kind: 'days',
    days: 10,
    from: '1970-01-02T00:00:00Z',
  })
})

test('deployments and SLIs come as the catalog has them', async () => {
  expect((await read('listDeployments')).items).toEqual(tinyCatalog.deployments)
  expect((await read('listSlis')).items).toEqual(tinyCatalog.slis)
})

test('services come by name, those of the chosen teams alone', async () => {
  expect((await read('listServices')).items.map(({ slug }) => slug)).toEqual(['cart', 'mail', 'search'])
  expect((await read('listServices', { team: 'finding' })).items.map(({ slug }) => slug)).toEqual([
    'mail',
    'search',
  ])
})

test('endpoints can be asked for by service and by the team behind it', async () => {
  expect((await read('listEndpoints')).items.map(({ slug }) => slug)).toEqual(['get-cart', 'find'])
  expect((await read('listEndpoints', { team: 'finding' })).items.map(({ slug }) => slug)).toEqual(['find'])
  expect((await read('listEndpoints', { service: 'cart,mail' })).items.map(({ slug }) => slug)).toEqual([
    'get-cart',
  ])
})

test.each([
  [{}, 4],
  [{ team: 'buying' }, 2],
  [{ service: 'search' }, 2],
  [{ sli: 'latency' }, 2],
  [{ deployment: 'lab' }, 1],
  [{ flavor: 'default' }, 1],
  [{ team: 'buying', flavor: 'default' }, 0],
] as const)('SLOs filtered by %o are %i', async (query, count) => {
  const page = await read('listSlos', query)
  expect(page.items).toHaveLength(count)
  expect(page.totalCount).toBe(count)
})

test('one SLO is the one of the list', async () => {
  const [first] = (await read('listSlos')).items
  expect(await read('readSlo', {}, { slo: first?.id ?? '' })).toEqual(first)
})

test('a flavour that does not exist is refused with those that do', async () => {
  expect(await refused('listSlos', { flavor: 'vanilla' })).toMatchObject({
    field: 'flavor',
    allowed: ['explicit', 'default'],
  })
})

test('periods are those with data, oldest first, and a range keeps what it touches', async () => {
  expect((await read('listPeriods')).items.map(({ id, isOpen }) => [id, isOpen])).toEqual([
    ['2026-P09', false],
    ['2026-P10', false],
    ['2026-P11', false],
    ['2026-P12', true],
  ])
  const range = { from: '2026-10-04T23:00:00Z', to: '2026-10-05T01:00:00Z' }
  expect((await read('listPeriods', range)).items.map(({ id }) => id)).toEqual(['2026-P10', '2026-P11'])
})

test('a period of which the oldest hours are no longer held is not one of them', async () => {
  const deps = tinyOrganization()
  const buckets = { ...deps.buckets, fromHour: async () => DATA_FROM + 1 }
  const client = apiClient({ ...deps, buckets })
  expect((await client.read('listPeriods')).items.map(({ id }) => id)).toEqual([
    '2026-P10',
    '2026-P11',
    '2026-P12',
  ])
  expect(await client.refused('listBudgets', { period: '2026-P09' })).toMatchObject({ field: 'period' })
  const [first] = (await client.read('listBudgets', { period: '2026-P10' })).items
  expect(first?.earlier).toEqual([null, null, null])
})

test('a search longer than anyone types is refused with what is enough', async () => {
  expect((await refused('listBudgets', { search: 'x'.repeat(201) })).hint).toBe('At most 200 characters')
})

test('releases come newest first, filtered by service, deployment and range', async () => {
  const ids = async (query: Record<string, string>) =>
    (await read('listReleases', query)).items.map(({ id }) => id)
  expect(await ids({})).toEqual(['cart-2', 'cart-1', 'cart-lab'])
  expect(await ids({ deployment: 'lab' })).toEqual(['cart-lab'])
  expect(await ids({ service: 'search' })).toEqual([])
  expect(await ids({ from: '2026-11-03T20:00:00Z', to: '2026-11-06T01:00:00Z' })).toEqual(['cart-1'])
})

test('page by page a list is the same as whole', async () => {
  const whole = (await read('listSlos')).items
  expect(await allItems((cursor) => read('listSlos', { ...cursor, limit: 1 }))).toEqual(whole)
  const releases = (await read('listReleases')).items
  expect(await allItems((cursor) => read('listReleases', { ...cursor, limit: 2 }))).toEqual(releases)
})

test('a cursor of another list, or of the same with other filters, is refused', async () => {
  const { nextCursor } = await read('listSlos', { limit: 1 })
  const cursor = nextCursor ?? ''
  expect(await refused('listServices', { cursor })).toMatchObject({ field: 'cursor', value: cursor })
  expect(await refused('listSlos', { cursor, sli: 'latency' })).toMatchObject({ field: 'cursor' })
  expect((await read('listSlos', { cursor, limit: 2 })).items).toHaveLength(2)
})
