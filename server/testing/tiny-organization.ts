import { createAccessInMemory } from '../access-in-memory.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import { createCorrectionsInMemory } from '../corrections-in-memory.ts'
import { createEntriesInMemory } from '../entries-in-memory.ts'
import type { Release, Slo } from '../../src/contract/catalog.ts'
import { bucketsBetween, bucketsFromRows, type BucketRow, type Buckets } from '../../src/domain/buckets.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { LateChange } from '../../src/domain/restatement.ts'
import { noBuilds, noRecords } from '../no-records.ts'
import type { ApiDeps, Catalog, SeriesKey, SeriesRestatement } from '../ports.ts'
import { untold } from './untold.ts'
import { tinyPolicies } from './tiny-policies.ts'

export const NOW = Date.parse('2026-11-18T03:10:00Z')
/** The hour that has begun at NOW is not complete: data end where it starts. */
export const NOW_HOUR = Math.floor(NOW / 3_600_000)
/** Three whole four-week periods before the current one, which began on Monday 2 November. */
export const PERIOD_START = Date.parse('2026-11-02T00:00:00Z') / 3_600_000
export const DATA_FROM = PERIOD_START - 3 * 672

type TinySeries = Readonly<{
  rows: readonly BucketRow[]
  beganHour?: Hour
  endedHour?: Hour | null
  corrections?: readonly RecordedCorrection[]
  lateChanges?: readonly LateChange[]
  restatements?: readonly Omit<SeriesRestatement, keyof SeriesKey>[]
}>

/** Rows are sorted into columns once, not whenever they are read. */
const columns = new WeakMap<readonly BucketRow[], Buckets>()

function columnsOf(rows: readonly BucketRow[]): Buckets {
  const known = columns.get(rows) ?? bucketsFromRows(rows)
  columns.set(rows, known)
  return known
}

export type MakeTiny = (
  change?: Readonly<{ series?: Readonly<Record<string, TinySeries>>; deps?: Partial<ApiDeps> }>,
) => ApiDeps

let make: MakeTiny = tinyOrganizationInMemory

/** A hand-made organization whose every event is known: 10 requests an hour, except where a test says otherwise. */
export const tinyOrganization: MakeTiny = (change) => make(change)

/** Has every test make it elsewhere, until that is taken back. */
export function makeTinyOrganizations(elsewhere: MakeTiny): () => void {
  make = elsewhere
  return () => {
    make = tinyOrganizationInMemory
  }
}

export function tinyOrganizationInMemory(change: Parameters<MakeTiny>[0] = {}): ApiDeps {
  const series: Readonly<Record<string, TinySeries>> = { ...defaultSeries(), ...change.series }
  const access = createAccessInMemory()
  const seriesOf = ({ sloId, deployment }: SeriesKey) => series[`${sloId}@${deployment}`] ?? { rows: [] }
  const keys = tinyCatalog.slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ sloId: id, deployment })),
  )
  const list = (key: SeriesKey) => seriesOf(key).corrections ?? []
  const corrections = createCorrectionsInMemory(access.record, {
    list,
    all: () => keys.flatMap((one) => list(one).map((correction) => ({ series: one, correction }))),
  })
  return {
    catalog: async () => tinyCatalog,
    buckets: {
      read: async (key, fromHour, toHour) => bucketsBetween(columnsOf(seriesOf(key).rows), fromHour, toHour),
      lifetime: async (key) => ({
        beganHour: seriesOf(key).beganHour ?? DATA_FROM,
        endedHour: seriesOf(key).endedHour ?? null,
        ...(seriesOf(key).lateChanges && { lateChanges: seriesOf(key).lateChanges ?? [] }),
      }),
      nowHour: async () => NOW_HOUR,
      fromHour: async () => DATA_FROM,
      restatements: {
        horizon: async (hour) => ({ knownUntil: hour, fromHour: null }),
        list: async ({ afterHour, beforeHour }) =>
          keys
            .flatMap((key) => (seriesOf(key).restatements ?? []).map((one) => ({ ...key, ...one })))
            .filter(
              ({ fromHour, at }) => fromHour < beforeHour && Date.parse(at) >= (afterHour + 1) * 3_600_000,
            ),
      },
      revision: async () => corrections.revision(),
    },
    releases: {
      list: async ({ services, deployments, fromHour, toHour }) =>
        tinyReleases
          .filter(
            ({ service, deployment }) =>
              (services?.includes(service) ?? true) && (deployments?.includes(deployment) ?? true),
          )
          .filter(({ at }) => Date.parse(at) >= fromHour * 3_600_000 && Date.parse(at) < toHour * 3_600_000),
    },
    builds: noBuilds,
    access,
    entries: createEntriesInMemory(access.record),
    corrections,
    records: noRecords,
    now: () => NOW,
    report: () => undefined,
    ...change.deps,
  }
}

/** The same of the last few hours alone, where it does not matter what was before: it is stored in a tenth of the time. */
export function shortOrganization(): ApiDeps {
  const rows = hourlyRows(NOW_HOUR - SHORT_HOURS, NOW_HOUR)
  const short = { rows, beganHour: NOW_HOUR - SHORT_HOURS }
  return tinyOrganization({
    series: Object.fromEntries(Object.keys(defaultSeries()).map((key) => [key, short])),
  })
}

const SHORT_HOURS = 60

/** `total` events an hour, `badAt` saying how many of them are bad. */
export function hourlyRows(
  fromHour: Hour,
  toHour: Hour,
  badAt: (hour: Hour) => number = () => 0,
  total = 10,
): BucketRow[] {
  return Array.from({ length: toHour - fromHour }, (_, index) => {
    const hour = fromHour + index
    return { hour, total, good: total - badAt(hour) }
  })
}

function defaultSeries(): Record<string, TinySeries> {
  const quiet = { rows: hourlyRows(DATA_FROM, NOW_HOUR) }
  return {
    'cart.availability.get-cart@north': {
      rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === PERIOD_START + 100 ? 8 : 0)),
    },
    'cart.availability.get-cart@lab': quiet,
    'cart.latency.get-cart@north': {
      rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) =>
        hour >= PERIOD_START + 50 && hour < PERIOD_START + 60 ? 10 : 0,
      ),
    },
    'search.availability.find@north': quiet,
    'search.latency.find@north': {
      rows: hourlyRows(PERIOD_START + 24, NOW_HOUR),
      beganHour: PERIOD_START + 24,
    },
  }
}

function slo(service: string, team: string, sli: string, slug: string, extra: Partial<Slo>): Slo {
  const { target = 0.99, slaTarget = null } = extra
  const version = {
    version: 1,
    target,
    effectiveFrom: '2024-01-01T00:00:00Z',
    author: 'ada',
    reason: 'First agreed',
  }
  return {
    id: `${service}.${sli}.${slug}`,
    slug,
    team,
    service,
    sli,
    endpoint: { slug, service, verb: 'GET', path: `/${service}` },
    target,
    thresholdMs: sli === 'latency' ? 200 : null,
    flavor: 'explicit',
    priority: 2,
    deployments: ['north'],
    versions: [version],
    slaTarget,
    ...(slaTarget !== null && { slaVersions: [{ ...version, target: slaTarget }] }),
    ...extra,
  }
}

const tinyReleases: readonly Release[] = [
  {
    id: 'cart-2',
    service: 'cart',
    deployment: 'north',
    version: '2.0.0',
    at: '2026-11-06T01:30:00Z',
    ...untold,
  },
  {
    id: 'cart-1',
    service: 'cart',
    deployment: 'north',
    version: '1.0.0',
    at: '2026-11-03T20:00:00Z',
    ...untold,
  },
  {
    id: 'cart-lab',
    service: 'cart',
    deployment: 'lab',
    version: '1.5.0',
    at: '2026-11-03T12:00:00Z',
    ...untold,
  },
]

export const tinyCatalog: Catalog = {
  organization: { slug: 'tiny', name: 'Tiny', isSimulated: true },
  periodScheme: { kind: 'four-weeks' },
  teams: [
    { slug: 'buying', name: 'Buying' },
    { slug: 'finding', name: 'Finding' },
  ],
  deployments: [
    { slug: 'north', name: 'North', kind: 'production', region: 'eu-north' },
    { slug: 'lab', name: 'Lab', kind: 'staging', region: 'eu-north' },
  ],
  services: [
    {
      slug: 'search',
      name: 'Search',
      team: 'finding',
      description: 'Finds',
      deployments: ['north'],
      dependencies: [],
      endpointCount: 1,
      sloCount: 2,
    },
    {
      slug: 'cart',
      name: 'Cart',
      team: 'buying',
      description: 'Holds',
      deployments: ['north', 'lab'],
      dependencies: ['search'],
      endpointCount: 1,
      sloCount: 2,
    },
    {
      slug: 'mail',
      name: 'Mail',
      team: 'finding',
      description: 'Sends',
      deployments: ['north'],
      dependencies: [],
      endpointCount: 0,
      sloCount: 0,
    },
  ],
  endpoints: [
    { slug: 'find', service: 'search', verb: 'GET', path: '/search' },
    { slug: 'get-cart', service: 'cart', verb: 'GET', path: '/cart' },
  ],
  slis: [
    { slug: 'availability', name: 'Availability', goodEvent: 'The request succeeded', hasThreshold: false },
    { slug: 'latency', name: 'Latency', goodEvent: 'The request was fast enough', hasThreshold: true },
  ],
  slos: [
    slo('cart', 'buying', 'availability', 'get-cart', { deployments: ['north', 'lab'], slaTarget: 0.98 }),
    slo('cart', 'buying', 'latency', 'get-cart', { target: 0.95 }),
    slo('search', 'finding', 'availability', 'find', { target: 1 }),
    slo('search', 'finding', 'latency', 'find', { flavor: 'default', priority: null }),
  ],
  profiles: [],
  contracts: [
    {
      slug: 'shop-opens',
      name: 'The shop is open',
      functionality: 'Carts can be filled',
      customers: [{ slug: 'atlas-tours', name: 'Atlas Tours' }],
      tier: 'Gold',
      since: null,
      sli: 'availability',
      target: 0.97,
      versions: [
        { version: 1, target: 0.97, effectiveFrom: '2024-01-01T00:00:00Z', author: 'ada', reason: 'Signed' },
      ],
      journey: null,
      parts: ['cart.availability.get-cart'],
      deployments: ['lab', 'north'],
      penalty: {
        terms: 'Half of the fees of each begun half hour',
        currency: 'EUR',
        yearlyRevenue: 876_000,
        refundShare: 0.5,
        slotMinutes: 30,
      },
      url: 'https://contracts.example/shop-opens',
    },
  ],
  policies: tinyPolicies,
}
