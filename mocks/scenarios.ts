import { noRecords } from '../server/no-records.ts'
import { StoreUnavailableError, type ApiDeps } from '../server/ports.ts'
import type { EndpointFigures } from '../src/contract/records.ts'
import { isWorkedName, workedFigures, workedNames } from './worked-figures/worked-figures.ts'
import { workedOrganization } from './worked-figures/worked-organization.ts'

/** Pick one by hand with localStorage.setItem('scenario', 'slow'). */
export const scenarioNames = [
  'busy-day',
  'slow',
  'down',
  'stale',
  'empty',
  'unfed',
  'unmeasured',
  'idle',
  ...workedNames,
] as const
export type ScenarioName = (typeof scenarioNames)[number]

export const isScenarioName = (value: string | null): value is ScenarioName =>
  scenarioNames.some((name) => name === value)

const STALE_HOURS = 5
const UNFED_HOURS = 2
const HOUR_MS = 3_600_000

/** `delay` is what a slow answer waits for, so that a test need not. */
export function withScenario(deps: ApiDeps, name: ScenarioName, delay: () => Promise<void>): ApiDeps {
  if (isWorkedName(name)) return workedOrganization(deps, workedFigures[name])
  switch (name) {
    case 'busy-day':
      return deps
    case 'slow':
      return withSlowCatalog(deps, delay)
    case 'down':
      return withoutStore(deps)
    case 'stale':
      return withStaleBuckets(deps)
    case 'empty':
      return withoutSlos(deps)
    case 'unfed':
      return withFailingFeeds(deps)
    case 'unmeasured':
      return withoutMeasurements(deps)
    case 'idle':
      return withoutTraffic(deps)
  }
}

/** Every answer begins with the catalog, so each is late by one delay, not by one for each of its reads. */
function withSlowCatalog(deps: ApiDeps, delay: () => Promise<void>): ApiDeps {
  return {
    ...deps,
    catalog: async () => {
      await delay()
      return deps.catalog()
    },
  }
}

function withoutStore(deps: ApiDeps): ApiDeps {
  const fail = async () => {
    throw new StoreUnavailableError('The scenario "down" answers nothing')
  }
  return {
    ...deps,
    catalog: fail,
    buckets: { read: fail, lifetime: fail, nowHour: fail, fromHour: fail },
    releases: { list: fail },
    builds: { list: fail },
    corrections: { list: fail, all: fail, record: fail, withdraw: fail },
  }
}

function withStaleBuckets(deps: ApiDeps): ApiDeps {
  const nowHour = async () => (await deps.buckets.nowHour()) - STALE_HOURS
  return {
    ...deps,
    buckets: {
      ...deps.buckets,
      nowHour,
      read: async (series, fromHour, toHour) =>
        deps.buckets.read(series, fromHour, Math.min(toHour, await nowHour())),
    },
  }
}

/** As if the hours were collected: those of the payment gateway have not come for two hours. */
function withFailingFeeds(deps: ApiDeps): ApiDeps {
  return {
    ...deps,
    async feeds() {
      const { slos } = await deps.catalog()
      const nowHour = await deps.buckets.nowHour()
      const nowMs = deps.now()
      const failure = {
        kind: 'unreachable',
        reason: 'connect ECONNREFUSED 10.0.0.7:9090',
        sinceMs: nowMs - UNFED_HOURS * HOUR_MS,
      }
      return slos.flatMap((slo) =>
        slo.deployments.map((deployment) => {
          const isFailing = slo.service === 'payment-gateway'
          return {
            sloId: slo.id,
            deployment,
            isMeasured: true,
            progress: {
              source: isFailing ? 'payments' : 'main',
              fedUpToHour: isFailing ? nowHour - UNFED_HOURS : nowHour,
              fedAtMs: nowMs - (isFailing ? UNFED_HOURS * HOUR_MS : 0),
              triedAtMs: nowMs,
              failure: isFailing ? failure : null,
              nextTryAtMs: isFailing ? nowMs + HOUR_MS / 4 : null,
            },
          }
        }),
      )
    },
  }
}

/** Everything is agreed, and nothing has been sent yet: no hour, and nothing of any other tool. */
function withoutMeasurements(deps: ApiDeps): ApiDeps {
  const { readFine: _finer, ...hours } = deps.buckets
  return {
    ...deps,
    buckets: { ...hours, read: async () => ({ hour: [], good: [], total: [] }) },
    corrections: { ...deps.corrections, list: async () => [], all: async () => [] },
    records: noRecords,
  }
}

/** Every hour is measured, and in none of them anybody asked for anything. */
function withoutTraffic(deps: ApiDeps): ApiDeps {
  const { readFine: _finer, ...hours } = deps.buckets
  return {
    ...deps,
    buckets: {
      ...hours,
      read: async (series, fromHour, toHour) => {
        const { hour } = await deps.buckets.read(series, fromHour, toHour)
        return { hour, good: Array.from(hour, () => 0), total: Array.from(hour, () => 0) }
      },
    },
    records: {
      ...noRecords,
      rotations: deps.records.rotations,
      endpointFigures: async (...asked) => {
        const { items, totalCount } = await deps.records.endpointFigures(...asked)
        return { items: items.map(quiet), totalCount }
      },
    },
  }
}

function quiet(figures: EndpointFigures): EndpointFigures {
  return {
    ...figures,
    requests: 0,
    failures: 0,
    timedRequests: 0,
    latencySumMs: 0,
    latencyMaxMs: null,
    latency: null,
  }
}

function withoutSlos(deps: ApiDeps): ApiDeps {
  const catalog = deps.catalog().then((full) => ({
    ...full,
    slos: [],
    contracts: [],
    policies: [],
    services: full.services.map((service) => ({ ...service, sloCount: 0 })),
  }))
  return {
    ...deps,
    catalog: () => catalog,
    buckets: { ...deps.buckets, read: async () => ({ hour: [], good: [], total: [] }) },
    corrections: { ...deps.corrections, list: async () => [], all: async () => [] },
  }
}
