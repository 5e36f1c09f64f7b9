import { resolve } from 'node:path'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { ApiDeps } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'
import type { StorePlace } from '../settings/store-settings.ts'
import type { SqlHost } from '../stores/sql/sql.ts'
import type { Log } from './log.ts'

/** Whose data are shown, in words, and how to let go of them. */
export type Source = Readonly<{
  deps: ApiDeps
  title: string
  /** Null where nothing is kept. */
  sql: SqlHost | null
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
      close: async () => undefined,
    }
  return openStored(settings.storePlace, settings.startsEmpty ? null : simulated, { log, now, report })
}

async function openStored(
  place: StorePlace,
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
  const deps = createSqlStore(host, { now, report })
  return { deps, title: await titleOf(deps, where), sql: host, close: () => host.close() }
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
