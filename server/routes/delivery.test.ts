import { expect, test } from 'vitest'

import type { Build } from '../../src/contract/builds.ts'
import type { Release } from '../../src/contract/catalog.ts'
import type { DeliveryTable } from '../../src/contract/delivery.ts'
import type { DeliveryComponent } from '../../src/domain/delivery.ts'
import { apiClient } from '../testing/api-client.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'
import { untold } from '../testing/untold.ts'

/** The current period began on 2 November, the two before it on 5 October and 7 September. */
const release = (at: string, change: Partial<Release> = {}): Release => ({
  id: `cart-${at}`,
  service: 'cart',
  deployment: 'north',
  version: '1',
  at,
  ...untold,
  ...change,
})

const build = (startedAt: string, change: Partial<Build> = {}): Build => ({
  id: `B-${startedAt}`,
  service: 'cart',
  startedAt,
  endedAt: startedAt.replace('T10:00', 'T10:30'),
  result: 'succeeded',
  commits: [],
  ...change,
})

const releases = [
  release('2026-11-09T10:00:00Z', { result: 'succeeded', committedAt: '2026-11-09T04:00:00Z' }),
  release('2026-11-06T10:00:00Z', { result: 'failed', committedAt: '2026-11-06T09:00:00Z' }),
  release('2026-11-04T10:00:00Z', { result: 'succeeded', committedAt: '2026-11-04T08:00:00Z' }),
  release('2026-10-30T10:00:00Z', { result: 'succeeded', committedAt: '2026-10-30T00:00:00Z' }),
  release('2026-11-03T12:00:00Z', { deployment: 'lab', result: 'failed' }),
  release('2026-11-10T12:00:00Z', { service: 'search', result: 'succeeded' }),
]
const builds = [
  build('2026-11-05T10:00:00Z', {
    commits: [{ id: 'a', authoredAt: null, mergedAt: '2026-11-05T09:50:00Z' }],
  }),
  build('2026-11-06T10:00:00Z', { result: 'failed' }),
  build('2026-11-07T10:00:00Z', { endedAt: null, result: null }),
]

const within =
  <Item>(items: readonly Item[], atOf: (item: Item) => string) =>
  async (filter: Readonly<{ services?: readonly string[]; fromHour: number; toHour: number }>) =>
    items.filter((item) => {
      const hour = Date.parse(atOf(item)) / 3_600_000
      return hour >= filter.fromHour && hour < filter.toHour
    })

const { read, refused } = apiClient(
  tinyOrganization({
    deps: {
      releases: { list: within(releases, ({ at }) => at) },
      builds: { list: within(builds, ({ startedAt }) => startedAt) },
    },
  }),
)

const figureOf = ({ components }: DeliveryTable, component: DeliveryComponent) =>
  components.find((one) => one.component === component)

test('the components are those of the window, with what lies before and after it looked at where they need it', async () => {
  const table = await read('listDelivery', { window: 'current-period' })
  expect(table.periods.map(({ name }) => name)).toEqual(['P12'])
  expect(figureOf(table, 'deployment-failure-rate')?.figure).toEqual({
    value: 1 / 4,
    mean: 1 / 4,
    count: 4,
    isFew: true,
  })
  expect(figureOf(table, 'deployment-recovery')?.figure).toMatchObject({ value: 3 * 24 * 60, count: 1 })
  expect(figureOf(table, 'deployment-lead-time')?.figure).toMatchObject({ value: 240, count: 2 })
  // From 30 October, in the period before, and from 4 November.
  expect(figureOf(table, 'deployment-interval')?.figure).toMatchObject({ value: 5 * 24 * 60, count: 2 })
  expect(figureOf(table, 'build-lead-time')?.figure).toMatchObject({ value: 40, count: 1 })
  expect(figureOf(table, 'build-failure-rate')?.figure).toMatchObject({ value: 1 / 2, count: 2 })
  expect(figureOf(table, 'commit-lead-time')?.figure).toMatchObject({ value: null, count: 0 })
})

test('two of the four of Accelerate are components, and the same figures', async () => {
  const table = await read('listDelivery', { window: 'current-period' })
  const measure = (name: string) => table.accelerate.find((one) => one.measure === name)
  expect(measure('lead-time')?.figure).toEqual(figureOf(table, 'deployment-lead-time')?.figure)
  expect(measure('change-failure-rate')?.figure).toEqual(figureOf(table, 'deployment-failure-rate')?.figure)
  // Three landed, of three services with one production deployment each, in 16 days and 3 hours.
  expect(measure('deployment-frequency')?.figure.value).toBeCloseTo(3 / 3 / (387 / 168), 9)
})

test('where nobody told of deployments how often there were any is not known', async () => {
  const { read: readUntold } = apiClient(tinyOrganization({ deps: { releases: { list: async () => [] } } }))
  const table = await readUntold('listDelivery', { window: 'current-period' })
  const frequency = table.accelerate.find(({ measure }) => measure === 'deployment-frequency')
  expect(frequency).toMatchObject({ figure: { value: null, count: 0 }, direction: null })
  expect(table.items.map((row) => row.frequency.value)).toEqual([null, null])
  // Told of others, none of one's own is zero.
  const [mail] = (await read('listDelivery', { window: 'current-period', group: 'service', service: 'mail' }))
    .items
  expect(mail?.frequency.value).toBe(0)
})

test('reliability counts what the overview of kept budgets counts', async () => {
  const window = { window: 'previous-period' } as const
  const [table, kept] = await Promise.all([read('listDelivery', window), read('listKeptOverview', window)])
  const [total] = kept.totals
  expect(table.accelerate.at(-1)).toMatchObject({
    measure: 'reliability',
    figure: { value: total?.share, count: total?.counted },
  })
  const own = table.items.find(({ id }) => id === 'buying')
  const [row] = kept.items.filter(({ service }) => service === 'cart')
  expect(own?.kept).toMatchObject({ counted: 1, kept: row?.cells[0]?.isKept === true ? 1 : 0 })
})

test('an open period is compared with nothing that is too few, and a first one has nothing before it', async () => {
  const table = await read('listDelivery', { window: 'current-period' })
  expect(table.before).toMatchObject({ to: '2026-11-02T00:00:00Z', periods: 1 })
  expect(table.components.every(({ direction }) => direction === null)).toBe(true)
  const whole = await read('listDelivery', { window: 'current-year' })
  expect(whole.before).toBeNull()
})

test('rows are teams, services or deployments; what belongs to no deployment is absent there', async () => {
  const names = async (group: string, more = {}) =>
    (await read('listDelivery', { window: 'current-period', group, ...more })).items.map(({ id }) => id)
  expect(await names('team')).toEqual(['buying', 'finding'])
  expect(await names('service', { sort: '-frequency' })).toEqual(['cart', 'search', 'mail'])
  expect(await names('deployment', { deployment: 'north,lab' })).toEqual(['lab', 'north'])
  expect(await names('service', { team: 'finding', search: 'sea' })).toEqual(['search'])
  const [lab] = (await read('listDelivery', { group: 'deployment', deployment: 'lab' })).items
  expect(lab?.figures.map((figure) => figure === null)).toEqual([
    ...Array.from({ length: 4 }, () => false),
    ...Array.from({ length: 6 }, () => true),
  ])
  expect(lab?.figures[0]).toMatchObject({ value: 1, count: 1, isFew: true })
})

test('a row says when something last came, and a service that was never deployed says 0 a week', async () => {
  const { items } = await read('listDelivery', { window: 'current-period', group: 'service' })
  const row = (id: string) => items.find((one) => one.id === id)
  expect(row('cart')?.lastDeployedAt).toBe('2026-11-09T10:00:00Z')
  expect(row('mail')).toMatchObject({ name: 'Mail', lastDeployedAt: null, frequency: { value: 0, count: 0 } })
})

test('names that nothing bears are refused with what would be right', async () => {
  expect(await refused('listDelivery', { team: 'bying' })).toMatchObject({ field: 'team', value: 'bying' })
  expect(await refused('listDelivery', { group: 'person' })).toMatchObject({
    field: 'group',
    allowed: ['team', 'service', 'deployment'],
  })
  expect(await refused('listDelivery', { sort: 'colour' })).toMatchObject({ field: 'sort' })
})

test.each(['listDelivery', 'listBottlenecks'] as const)(
  '%s rests on verdicts, which months have none of',
  async (operation) => {
    expect(await refused(operation, { scale: 'month' })).toMatchObject({
      status: 400,
      field: 'scale',
      value: 'month',
      allowed: ['period'],
    })
  },
)

test('a frozen table knows nothing of what came later', async () => {
  const range = { from: '2026-11-02T00:00:00Z', to: '2026-11-08T00:00:00Z' }
  const table = await read('listDelivery', { ...range, at: '2026-11-08T00:00:00Z' })
  expect(figureOf(table, 'deployment-recovery')?.figure).toMatchObject({ value: null, count: 0 })
  expect(figureOf(table, 'deployment-failure-rate')?.figure).toMatchObject({ count: 2 })
})
