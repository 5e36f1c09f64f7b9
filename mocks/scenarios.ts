import { StoreUnavailableError, type ApiDeps } from '../server/ports.ts'

/** What each scenario shows, for people who pick one by hand: localStorage.setItem('scenario', 'slow'). */
export const scenarios = {
  'busy-day': 'The organization as it is: a few budgets burn, most do not.',
  slow: 'Every answer takes its time.',
  down: 'The measurements cannot be read.',
  stale: 'Data stopped five hours ago.',
  empty: 'Teams and services are known, but nobody has agreed an SLO yet.',
} as const

export type ScenarioName = keyof typeof scenarios
export const defaultScenario: ScenarioName = 'busy-day'

export const isScenarioName = (value: string | null): value is ScenarioName =>
  value !== null && Object.hasOwn(scenarios, value)

const STALE_HOURS = 5

/** `delay` is what a slow answer waits for, so that a test need not. */
export function withScenario(deps: ApiDeps, name: ScenarioName, delay: () => Promise<void>): ApiDeps {
  switch (name) {
    case 'busy-day':
      return deps
    case 'slow':
      return beforeEveryRead(deps, delay)
    case 'down':
      return beforeEveryRead(deps, async () => {
        throw new StoreUnavailableError('The scenario "down" answers nothing')
      })
    case 'stale':
      return withStaleBuckets(deps)
    case 'empty':
      return withoutSlos(deps)
  }
}

function beforeEveryRead(deps: ApiDeps, before: () => Promise<void>): ApiDeps {
  const after =
    <Args extends readonly unknown[], Result>(read: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      await before()
      return read(...args)
    }
  const { buckets, releases, corrections } = deps
  return {
    ...deps,
    catalog: after(deps.catalog),
    buckets: {
      read: after(buckets.read),
      lifetime: after(buckets.lifetime),
      nowHour: after(buckets.nowHour),
      fromHour: after(buckets.fromHour),
    },
    releases: { list: after(releases.list) },
    corrections: { list: after(corrections.list) },
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

function withoutSlos(deps: ApiDeps): ApiDeps {
  return {
    ...deps,
    catalog: async () => {
      const catalog = await deps.catalog()
      return {
        ...catalog,
        slos: [],
        services: catalog.services.map((service) => ({ ...service, sloCount: 0 })),
      }
    },
    buckets: { ...deps.buckets, read: async () => ({ hour: [], good: [], total: [] }) },
    corrections: { list: async () => [] },
  }
}
