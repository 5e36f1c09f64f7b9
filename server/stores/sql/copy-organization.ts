import type { Hour } from '../../../src/domain/hours.ts'
import type { ApiDeps, Lifetime, SeriesKey } from '../../ports.ts'
import { loadBuckets, withKeyBuiltLast } from './bucket-loader.ts'
import { upsertBuilds } from './build-rows.ts'
import { insertCatalog } from './catalog-rows.ts'
import { noteFilled } from './data-extent-rows.ts'
import { asItHappened, copyRecords } from './copy-records.ts'
import { upsertCorrections } from './correction-rows.ts'
import { insertEntries } from './entry-rows.ts'
import { upsertReleases } from './record-rows.ts'
import { insertLateChanges } from './late-change-rows.ts'
import { insertRestatements } from './restatement-rows.ts'
import { seriesName } from './snapshot.ts'
import type { Sql } from './sql.ts'

type Progress = (doneSeries: number, allSeries: number) => void

/** Everything another store holds, into an empty database, inside one transaction. */
export async function copyOrganization(sql: Sql, source: ApiDeps, onProgress: Progress): Promise<void> {
  const catalog = await source.catalog()
  await insertCatalog(sql, catalog)
  const [fromHour, toHour] = await Promise.all([source.buckets.fromHour(), source.buckets.nowHour()])
  const ids = await seriesIds(sql)
  const allSeries = catalog.slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ sloId: id, deployment })),
  )
  await withKeyBuiltLast(sql, async () => {
    for (const [done, series] of allSeries.entries()) {
      const seriesId = ids.get(seriesName(series))
      if (seriesId === undefined) throw new Error(`The series ${seriesName(series)} was not stored`)
      await loadBuckets(sql, seriesId, await source.buckets.read(series, fromHour, toHour))
      const lifetime = await source.buckets.lifetime(series)
      await setLifetime(sql, seriesId, lifetime, toHour)
      await insertLateChanges(sql, seriesId, lifetime.lateChanges ?? [])
      await upsertCorrections(sql, seriesId, await source.corrections.list(series))
      onProgress(done + 1, allSeries.length)
    }
  })
  const restated = (await source.buckets.restatements?.list({ afterHour: 0, beforeHour: toHour })) ?? []
  await insertRestatements(
    sql,
    restated.flatMap(({ sloId, deployment, ...one }) => {
      const seriesId = ids.get(seriesName({ sloId, deployment }))
      return seriesId === undefined ? [] : [{ ...one, seriesId }]
    }),
  )
  const told = asItHappened(toHour)
  // Releases may be known of before the first measured hour.
  await upsertReleases(sql, await source.releases.list({ fromHour: 0, toHour: toHour + 1 }), told)
  await upsertBuilds(sql, await source.builds.list({ fromHour: 0, toHour: toHour + 1 }), told)
  await insertEntries(sql, await source.entries.all())
  await copyRecords(sql, source.records, { fromHour: null, toHour })
  await sql.query(
    `update store_state set revision = revision + 1, catalog_revision = catalog_revision + 1,
      from_hour = $1, up_to_hour = $2`,
    [fromHour, toHour],
  )
  await noteFilled(sql, fromHour)
}

async function seriesIds(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<SeriesKey & { id: number }>(
    'select id, slo_id as "sloId", deployment from series',
  )
  return new Map(rows.map((row) => [seriesName(row), row.id]))
}

async function setLifetime(
  sql: Sql,
  seriesId: number,
  { beganHour, endedHour }: Lifetime,
  toHour: Hour,
): Promise<void> {
  await sql.query('update series set began_hour = $2, ended_hour = $3, up_to_hour = $4 where id = $1', [
    seriesId,
    beganHour,
    endedHour,
    toHour,
  ])
}
