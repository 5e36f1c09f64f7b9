import type { Hour } from '../../../src/domain/hours.ts'
import type { ApiDeps } from '../../ports.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { upsertBuilds } from './build-rows.ts'
import { asItHappened, copyRecords } from './copy-records.ts'
import { countRecordChange, upsertReleases } from './record-rows.ts'
import { readState, seriesName } from './snapshot.ts'
import type { Sql } from './sql.ts'

/** So many hours of all series are one write: requests are answered between two of them. */
const HOURS_AT_ONCE = 48
/** What was deployed or built longer ago has recovered or ended. */
const STILL_CHANGING_HOURS = 48

type Feeding = Readonly<{
  /** After each write: up to which hour the store goes now. */
  onProgress: (upToHour: Hour, nowHour: Hour) => void
  isStopping: () => boolean
}>

/** Appends what the organization measured since the last hour held; how many hours that were. */
export async function feedOrganization(
  sql: Sql,
  source: ApiDeps,
  { onProgress, isStopping }: Feeding,
): Promise<number> {
  const nowHour = await source.buckets.nowHour()
  const { upToHour } = await readState(sql)
  const fromHour = upToHour ?? nowHour
  // All at once and before the hours, which tell how far the store goes.
  if (fromHour < nowHour) {
    await copyRecords(sql, source.records, { fromHour, toHour: nowHour })
    await countRecordChange(sql)
  }
  for (let hour = fromHour; hour < nowHour; hour += HOURS_AT_ONCE) {
    if (isStopping()) return hour - fromHour
    const toHour = Math.min(nowHour, hour + HOURS_AT_ONCE)
    await feedHours(sql, source, hour, toHour)
    onProgress(toHour, nowHour)
  }
  return Math.max(0, nowHour - fromHour)
}

async function feedHours(sql: Sql, source: ApiDeps, fromHour: Hour, toHour: Hour): Promise<void> {
  // Releases and builds first: the hours are what tells how far the store goes. Those held already may have ended since.
  const changing = { fromHour: fromHour - STILL_CHANGING_HOURS, toHour: toHour + 1 }
  await upsertReleases(sql, await source.releases.list(changing), asItHappened(toHour))
  await upsertBuilds(sql, await source.builds.list(changing), asItHappened(toHour))
  await countRecordChange(sql)
  const { slos } = await source.catalog()
  const simulated = new Map(
    slos.flatMap(({ id, deployments }) =>
      deployments.map((deployment) => {
        const series = { sloId: id, deployment }
        return [seriesName(series), series] as const
      }),
    ),
  )
  const held = await sql.query<{ id: number; name: string }>(
    `select id, slo_id || '@' || deployment as name from series order by id`,
  )
  const written = await Promise.all(
    held.map(async ({ id, name }) => {
      const series = simulated.get(name)
      return series === undefined
        ? []
        : [{ seriesId: id, buckets: await source.buckets.read(series, fromHour, toHour) }]
    }),
  )
  await upsertBuckets(sql, written.flat(), toHour)
}
