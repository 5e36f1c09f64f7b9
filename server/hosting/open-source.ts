import { resolve } from 'node:path'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { ApiDeps } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'
import type { StorePlace } from '../settings/store-settings.ts'
import type { SqlHost } from '../stores/sql/sql.ts'
import type { Job } from './job.ts'
import type { Log } from './log.ts'

/** Whose data are shown, in words, and how to let go of them. */
export type Source = Readonly<{
  deps: ApiDeps
  title: string
  /** Null where nothing is kept. */
  sql: SqlHost | null
  /** What keeps it up to date. */
  jobs: readonly Job[]
  close: () => Promise<void>
}>

type Surroundings = Readonly<{ log: Log; now: () => number }>

export async function openSource(settings: Settings, { log, now }: Surroundings): Promise<Source> {
  const { seed, services } = settings.simulation
  const report = (error: unknown) => log.error('failure', 'Something failed inside', { error })
  const simulated = createOrganization({
    now,
    report,
    ...(seed === undefined ? {} : { seed }),
    ...(services === undefined ? {} : { serviceCount: services }),
  })
  if (settings.storePlace === null)
    return {
      deps: simulated,
      title: 'SRE indicators over simulated data',
      sql: null,
      jobs: [],
      close: async () => undefined,
    }
  const firstData = settings.startsEmpty ? null : simulated
  return openStored(settings.storePlace, settings, firstData, { log, now, report })
}

async function openStored(
  place: StorePlace,
  settings: Settings,
  firstData: ApiDeps | null,
  { log, now, report }: Surroundings & Pick<ApiDeps, 'report'>,
): Promise<Source> {
  // Only who keeps data waits for the database to be loaded.
  const [{ openStore }, { seedOnce }, { createSqlStore }] = await Promise.all([
    import('../stores/sql/open-store.ts'),
    import('../stores/sql/seed.ts'),
    import('../stores/sql/sql-store.ts'),
  ])
  const where = 'databaseUrl' in place ? 'PostgreSQL' : resolve(place.dataFolder)
  log.info('opening', `Opening the data in ${where}`)
  const host = await openStore(place, report)
  await seedOnce(host, { source: firstData, onProgress: showProgress(log) })
  const follower = await followedCatalog(host, settings, { log, now }).catch(async (error: unknown) => {
    await host.close()
    throw error
  })
  const store = createSqlStore(host, { now, report })
  const deps = follower === null ? store : { ...store, editedTarget: follower.editedTarget }
  return {
    deps,
    title: await titleOf(deps, where),
    sql: host,
    jobs: follower === null ? [] : [follower],
    close: () => host.close(),
  }
}

/** What the files say is in effect before anybody is answered. */
async function followedCatalog(sql: SqlHost, { catalog }: Settings, surroundings: Surroundings) {
  const { path } = catalog
  if (path === undefined) return null
  const { followCatalog } = await import('./catalog-follower.ts')
  const follower = await followCatalog({ sql, settings: { ...catalog, path }, ...surroundings })
  await follower.look()
  return follower
}

function showProgress(log: Log): (doneSeries: number, allSeries: number) => void {
  return (doneSeries, allSeries) => {
    if (doneSeries === 1)
      log.info('filling', 'The store is new: filling it with two years of the simulated organization')
    const tenth = (done: number) => Math.floor((done / allSeries) * 10)
    if (tenth(doneSeries) > tenth(doneSeries - 1))
      log.info('filling', `  ${tenth(doneSeries)}0 %, ${doneSeries} of ${allSeries} series`)
  }
}

async function titleOf({ catalog, buckets }: ApiDeps, where: string): Promise<string> {
  const { organization, slos } = await catalog()
  if (slos.length === 0) return `SRE indicators over the data in ${where}, which hold no SLO yet`
  const upTo = `${isoFromHour(await buckets.nowHour())
    .slice(0, 16)
    .replace('T', ' ')} UTC`
  return organization.isSimulated
    ? `SRE indicators over simulated data kept in ${where}; they end at ${upTo} and do not grow`
    : `SRE indicators over the data in ${where}, up to ${upTo}`
}
