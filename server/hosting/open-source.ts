import { resolve } from 'node:path'

import { createOrganization, defaultSimulation } from '../../mocks/organization/organization.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { createBulkWrites, type BulkWrites } from '../bulk-writes.ts'
import type { ApiDeps } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'
import type { StorePlace } from '../settings/store-settings.ts'
import type { Simulation } from '../stores/sql/simulation-rows.ts'
import type { Sql, SqlHost } from '../stores/sql/sql.ts'
import type { Job } from './job.ts'
import type { Log } from './log.ts'

/** Whose data are shown, in words, what goes on with them, and how to let go of them. */
export type Source = Readonly<{
  deps: ApiDeps
  title: string
  /** Null where nothing is kept. */
  sql: SqlHost | null
  jobs: readonly Job[]
  /** Those who send hours, of whom everybody else need not know before they are answered. */
  bulk: BulkWrites
  close: () => Promise<void>
}>

type Surroundings = Readonly<{ log: Log; now: () => number }>
type Inside = Surroundings & Pick<ApiDeps, 'report'>

/** Beyond, filling a database would take hours and gigabytes; in memory more of them cost nothing. */
const MOST_KEPT_SERVICES = 100
const HOUR_MS = 3_600_000
const noParts = { minute: [], width: [], good: [], total: [] }

export async function openSource(settings: Settings, { log, now }: Surroundings): Promise<Source> {
  const report = (error: unknown) => log.error('failure', 'Something failed inside', { error })
  const inside = { log, now, report }
  const { seed, services } = settings.simulation
  const simulation: Simulation = {
    anchorHour: Math.floor(now() / HOUR_MS),
    seed: seed ?? defaultSimulation.seed,
    serviceCount: services ?? defaultSimulation.serviceCount,
  }
  if (settings.storePlace !== null) return openStored(settings.storePlace, simulation, settings, inside)
  return {
    deps: inMemory(settings, createOrganization({ ...simulation, now, report })),
    title: 'SRE indicators over simulated data in memory',
    sql: null,
    jobs: [],
    bulk: createBulkWrites({ elapsed: () => performance.now(), settle: async () => undefined }),
    close: async () => undefined,
  }
}

async function openStored(
  place: StorePlace,
  firstSimulation: Simulation,
  settings: Settings,
  { log, now, report }: Inside,
): Promise<Source> {
  refuseManyServices(firstSimulation)
  // Only who keeps data waits for the database to be loaded.
  const [
    { openStore },
    { seedOnce },
    { createSqlStore },
    { readSimulation },
    { createSummarizer },
    storeJobs,
  ] = await Promise.all([
    import('../stores/sql/open-store.ts'),
    import('../stores/sql/seed.ts'),
    import('../stores/sql/sql-store.ts'),
    import('../stores/sql/simulation-rows.ts'),
    import('../stores/sql/summarizer.ts'),
    import('./store-jobs.ts'),
  ])
  const where = 'databaseUrl' in place ? 'PostgreSQL' : resolve(place.dataFolder)
  log.info('opening', `Opening the data in ${where}`)
  const host = await openStore(place, report)
  try {
    const simulated = (simulation: Simulation) => createOrganization({ ...simulation, now, report })
    const onProgress = showProgress(log)
    const source = settings.startsEmpty ? null : simulated(firstSimulation)
    const isFilledHere = await seedOnce(host.forJobs, {
      source,
      onProgress,
      ...(source !== null && { simulation: firstSimulation }),
    })
    const deps = createSqlStore(host, { now, report })
    const summarizer = createSummarizer(host.forJobs, deps, isFilledHere ? source : null)
    const bulk = createBulkWrites({ elapsed: () => performance.now(), settle: summarizer.bringUpToDate })
    const simulation = await readSimulation(host)
    if (simulation !== null) refuseOtherSimulation(simulation, settings.simulation, where)
    const twin = simulation === null ? null : simulated(simulation)
    const feeding = twin === null ? [] : [storeJobs.feedingSimulation(host.forJobs, twin, log)]
    const follower = await followedCatalog(host.forJobs, settings, { log, now })
    const following = follower === null ? [] : [follower]
    return {
      deps: {
        ...deps,
        changes: bulk.steady(deps.changes),
        ...(follower !== null && { editedTarget: follower.editedTarget }),
        ...linksOf(settings, twin),
        ...(twin !== null && {
          records: withComputedStatistics(deps, twin),
          buckets: withComputedParts(deps, twin),
        }),
      },
      title: await titleOf(deps, where),
      sql: host,
      jobs: [
        ...following,
        ...feeding,
        storeJobs.keepingFineBuckets(host.forJobs, settings.store.fineBucketDays, { log, now }),
        storeJobs.summing(summarizer, { log, isBusy: bulk.isUnderWay }),
      ],
      bulk,
      close: () => host.close(),
    }
  } catch (error) {
    await host.close()
    throw error
  }
}

const inMemory = (settings: Settings, deps: ApiDeps): ApiDeps => ({ ...deps, ...linksOf(settings, deps) })

/** What is set counts; without it a simulated organization has tools that do not exist either. */
function linksOf({ links }: Settings, simulated: ApiDeps | null): Pick<ApiDeps, 'links'> {
  if (links.further.length === 0 && links.incident === undefined)
    return simulated?.links === undefined ? {} : { links: simulated.links }
  return { links: { links: links.further, incident: links.incident ?? null } }
}

/**
 * Two years of hours of every endpoint would be most of the database, and are the same whenever they are computed: a
 * simulated organization is asked for them itself, up to the hour its buckets are kept to.
 */
function withComputedStatistics({ records, buckets }: ApiDeps, twin: ApiDeps): ApiDeps['records'] {
  return {
    ...records,
    async endpointFigures(filter, span) {
      const end = isoFromHour(await buckets.nowHour())
      const to = filter.to === undefined || filter.to > end ? end : filter.to
      return twin.records.endpointFigures({ ...filter, to }, span)
    },
  }
}

/** Neither are the parts of a simulated hour kept; where some were sent, those count. */
function withComputedParts({ buckets }: ApiDeps, twin: ApiDeps): ApiDeps['buckets'] {
  return {
    ...buckets,
    async readFine(series, fromMinute, toMinute) {
      const sent = await buckets.readFine?.(series, fromMinute, toMinute)
      const isSimulated = (await twin.catalog()).slos.some(({ id }) => id === series.sloId)
      if (sent !== undefined && (sent.minute.length > 0 || !isSimulated)) return sent
      return (await twin.buckets.readFine?.(series, fromMinute, toMinute)) ?? noParts
    },
  }
}

/** What the files say is in effect before anybody is answered. */
async function followedCatalog(sql: Sql, { catalog }: Settings, surroundings: Surroundings) {
  const { path } = catalog
  if (path === undefined) return null
  const { followCatalog } = await import('./catalog-follower.ts')
  const follower = await followCatalog({ sql, settings: { ...catalog, path }, ...surroundings })
  await follower.look()
  return follower
}

function refuseManyServices({ serviceCount }: Simulation): void {
  if (serviceCount > MOST_KEPT_SERVICES)
    throw new Error(
      `SERVICES is ${serviceCount}; at most ${MOST_KEPT_SERVICES} are kept in a database. For measurements with more of them set STORE=memory`,
    )
}

/** Carried on with another seed, the past and what follows it would be of different organizations. */
function refuseOtherSimulation(
  held: Simulation,
  { seed, services }: Settings['simulation'],
  where: string,
): void {
  if ((seed ?? held.seed) === held.seed && (services ?? held.serviceCount) === held.serviceCount) return
  throw new Error(
    `The simulated data in ${where} were made with SEED=${held.seed} and SERVICES=${held.serviceCount}. For others name another folder (DATA_DIR) or set STORE=memory, which keeps nothing`,
  )
}

function showProgress(log: Log): (doneMonths: number, allMonths: number) => void {
  return (doneMonths, allMonths) => {
    if (doneMonths === 1)
      log.info(
        'filling',
        'The store is new: filling it with two years of a simulated organization (--empty starts without)',
      )
    const tenth = (done: number) => Math.floor((done / allMonths) * 10)
    if (tenth(doneMonths) > tenth(doneMonths - 1))
      log.info('filling', `  ${tenth(doneMonths)}0 %, ${doneMonths} of ${allMonths} months`)
  }
}

async function titleOf({ catalog, buckets }: ApiDeps, where: string): Promise<string> {
  const { organization, slos } = await catalog()
  if (slos.length === 0) return `SRE indicators over the data in ${where}, which hold no SLO yet`
  const upTo = `${isoFromHour(await buckets.nowHour())
    .slice(0, 16)
    .replace('T', ' ')} UTC`
  return organization.isSimulated
    ? `SRE indicators over simulated data kept in ${where}, up to ${upTo}`
    : `SRE indicators over the data in ${where}, up to ${upTo}`
}
