import { createAccessInMemory } from '../../server/access-in-memory.ts'
import { createCorrectionsInMemory } from '../../server/corrections-in-memory.ts'
import { createEntriesInMemory } from '../../server/entries-in-memory.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { ApiDeps, BucketStore, BuildStore, ReleaseStore, SeriesKey } from '../../server/ports.ts'
import { servicePlans } from './agreed-slo.ts'
import { simulatedBuilds } from './builds.ts'
import { createCatalog } from './catalog.ts'
import { createSimulatedCorrections } from './corrections.ts'
import { lateChangesOf, restatementsOf, withoutLate } from './late-hours.ts'
import { createMeasurements, type Measurements } from './measurements.ts'
import { createRecords } from './records/record-store.ts'
import { partsOfHours } from './parts-of-hours.ts'
import { plannedReleases, toRelease } from './releases.ts'
import { createReplicas, type Replicas } from './replicas.ts'
import { simulatedEntries } from './simulated-entries.ts'
import { silentFeeds } from './silent-feeds.ts'
import { simulatedLinks } from './simulated-links.ts'
import { createTimeline, HISTORY_HOURS, type Timeline } from './timeline.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** As a store that is fed by the minute keeps them: eight days. */
const FINE_MINUTES = 8 * 1440
/** What the organization is made of where nobody says otherwise. */
export const defaultSimulation = { seed: 20_261_118, serviceCount: servicePlans.length } as const

type OrganizationOptions = Readonly<{
  /** Milliseconds since the epoch. */
  now: () => number
  /** The hour from which its stories are told; now where it is left out. */
  anchorHour?: Hour
  seed?: number
  /** 24 are told by hand; more of them repeat those under other names, for measurements of speed. */
  serviceCount?: number
  report?: (error: unknown) => void
}>

/** Harbourline, a travel company that does not exist: the same in the browser, on the server and in every test. */
export function createOrganization({
  now,
  anchorHour = hourOf(now()),
  seed = defaultSimulation.seed,
  serviceCount = defaultSimulation.serviceCount,
  report = () => undefined,
}: OrganizationOptions): ApiDeps {
  const timeline = createTimeline(anchorHour, hourOf(now()))
  const replicas = createReplicas(serviceCount)
  const measurements = createMeasurements(seed, timeline)
  const catalog = createCatalog(timeline, replicas)
  const access = createAccessInMemory()
  const originOf = (series: SeriesKey) => originSeries(replicas, series)
  const all = catalog.slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ sloId: id, deployment })),
  )
  const simulated = createSimulatedCorrections(timeline, () => hourOf(now()))
  const corrections = createCorrectionsInMemory(access.record, {
    list: (series) => simulated.list(originOf(series)),
    all: () => simulated.all(),
  })
  return {
    catalog: async () => catalog,
    buckets: {
      ...createBuckets({ now, seed, timeline, measurements, originOf, all }),
      revision: async () => corrections.revision(),
    },
    releases: createReleases(now, seed, timeline, replicas),
    builds: createBuilds(now, seed, timeline, replicas),
    corrections,
    // Those of the first 24 services; replicas have none of their own.
    records: createRecords({ seed, timeline, measurements, now }),
    access,
    entries: createEntriesInMemory(access.record, () =>
      simulatedEntries({ seed, timeline, measurements, now }, anchorHour),
    ),
    feeds: silentFeeds(timeline, now),
    links: simulatedLinks,
    // What was corrected here stands apart from those it is a replica of, or that are replicas of it.
    sameMeasurementsAs: (series) =>
      corrections.isChanged(series) || corrections.isChanged(originOf(series)) ? series : originOf(series),
    now,
    report,
  }
}

const hourOf = (ms: number) => Math.floor(ms / HOUR_MS)

function originSeries(replicas: Replicas, series: SeriesKey): SeriesKey {
  const dot = series.sloId.indexOf('.')
  const service = series.sloId.slice(0, dot)
  const origin = replicas.originOf(service)
  if (origin === null || origin === service) return series
  return { sloId: origin + series.sloId.slice(dot), deployment: series.deployment }
}

const noParts = { minute: [], width: [], good: [], total: [] }
const nothing = { hour: [], good: [], total: [] }

type Measuring = Readonly<{
  now: () => number
  seed: number
  timeline: Timeline
  measurements: Measurements
  originOf: (series: SeriesKey) => SeriesKey
  all: readonly SeriesKey[]
}>

function createBuckets({ now, seed, timeline, measurements, originOf, all }: Measuring): BucketStore {
  const modelOf = (series: SeriesKey) => {
    const { sloId, deployment } = originOf(series)
    return measurements.modelOf(sloId, deployment)
  }
  const nowHour = () => hourOf(now())
  const fromHour = () => nowHour() - HISTORY_HOURS
  return {
    read: async (series, from, to) => {
      const model = modelOf(series)
      if (!model) return nothing
      const hours = measurements.measure(model, Math.max(from, fromHour()), Math.min(to, nowHour()))
      const life = { beganHour: model.beganHour, nowHour: nowHour() }
      return withoutLate(hours, originOf(series), timeline, life)
    },
    readFine: async (series, from, to) => {
      const model = modelOf(series)
      if (!model) return noParts
      const nowMinute = Math.floor(now() / MINUTE_MS)
      const fromMinute = Math.max(from, nowMinute - FINE_MINUTES)
      const toMinute = Math.min(to, nowMinute)
      // The hour that is not over has happened up to now.
      const hours = measurements.measure(model, Math.floor(fromMinute / 60), Math.ceil(toMinute / 60))
      return partsOfHours(hours, { seed, stream: model.trafficStream + 2, fromMinute, toMinute })
    },
    lifetime: async (series) => {
      const model = modelOf(series)
      if (!model)
        throw new Error(
          `No series ${series.sloId} in ${series.deployment}: ask only for those of the catalog`,
        )
      const { beganHour } = model
      const lateChanges = lateChangesOf(originOf(series), timeline, { beganHour, nowHour: nowHour() })
      return { beganHour, endedHour: null, ...(lateChanges.length > 0 && { lateChanges }) }
    },
    nowHour: async () => nowHour(),
    fromHour: async () => fromHour(),
    restatements: {
      horizon: async (hour) => ({ knownUntil: hour, fromHour: null }),
      list: async ({ afterHour, beforeHour }) =>
        all
          .flatMap((series) => {
            const beganHour = modelOf(series)?.beganHour
            if (beganHour === undefined) return []
            const life = { beganHour, nowHour: nowHour() }
            return restatementsOf(originOf(series), timeline, life).map((one) => ({ ...series, ...one }))
          })
          .filter(({ fromHour: first, at }) => first < beforeHour && hourOf(Date.parse(at)) > afterHour),
    },
  }
}

function createReleases(
  now: () => number,
  seed: number,
  timeline: Timeline,
  replicas: Replicas,
): ReleaseStore {
  return {
    list: async ({ services, deployments, fromHour, toHour }) => {
      const names = services && new Set(services)
      const wanted = replicas
        .all()
        .filter(({ plan, copy }) => names?.has(replicas.slugOf(plan.slug, copy)) ?? true)
      const past = wanted.flatMap(({ plan, copy }) =>
        plan.deployments
          .filter((deployment) => deployments?.includes(deployment) ?? true)
          .flatMap((deployment) =>
            plannedReleases(
              seed,
              timeline,
              plan,
              deployment,
              fromHour,
              Math.min(toHour, hourOf(now()) + 1),
            ).map((release) => toRelease(replicas.slugOf(plan.slug, copy), deployment, release, now())),
          ),
      )
      return past
        .filter(({ at }) => Date.parse(at) <= now())
        .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
    },
  }
}

/** Those of the first 24 services; replicas have none of their own. */
function createBuilds(now: () => number, seed: number, timeline: Timeline, replicas: Replicas): BuildStore {
  return {
    list: async ({ services, fromHour, toHour }) => {
      const names = services && new Set(services)
      const span = { fromHour: Math.max(fromHour, timeline.originHour), toHour, nowMs: now() }
      return replicas
        .all()
        .filter(({ plan, copy }) => copy === 1 && (names?.has(plan.slug) ?? true))
        .flatMap(({ plan }) => simulatedBuilds(seed, plan, span))
        .toSorted((a, b) =>
          a.startedAt === b.startedAt ? (a.id < b.id ? -1 : 1) : a.startedAt < b.startedAt ? 1 : -1,
        )
    },
  }
}
