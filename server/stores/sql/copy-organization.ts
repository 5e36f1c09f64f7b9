import type { Hour } from '../../../src/domain/hours.ts'
import { periodsBetween } from '../../../src/domain/period.ts'
import { mapConcurrently } from '../../map-concurrently.ts'
import type { ApiDeps, Lifetime, SeriesKey } from '../../ports.ts'
import { loadMonth, withKeyBuiltLast } from './bucket-loader.ts'
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

type Progress = (doneMonths: number, allMonths: number) => void

/** Between so many reads a signal to stop is heard. */
const SERIES_AT_ONCE = 100

/** Everything another store holds, into an empty database, inside one transaction. */
export async function copyOrganization(sql: Sql, source: ApiDeps, onProgress: Progress): Promise<void> {
  const catalog = await source.catalog()
  await insertCatalog(sql, catalog)
  const [fromHour, toHour] = await Promise.all([source.buckets.fromHour(), source.buckets.nowHour()])
  const ids = await seriesIds(sql)
  const allSeries = catalog.slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => {
      const series = { sloId: id, deployment }
      const seriesId = ids.get(seriesName(series))
      if (seriesId === undefined) throw new Error(`The series ${seriesName(series)} was not stored`)
      return { series, seriesId }
    }),
  )
  const months = periodsBetween({ kind: 'calendar-month' }, fromHour, toHour)
  await withKeyBuiltLast(sql, async () => {
    for (const [done, month] of months.entries()) {
      const held = await mapConcurrently(allSeries, SERIES_AT_ONCE, async ({ series, seriesId }) => ({
        seriesId,
        buckets: await source.buckets.read(
          series,
          Math.max(month.startHour, fromHour),
          Math.min(month.endHour, toHour),
        ),
      }))
      await loadMonth(sql, month, held)
      onProgress(done + 1, months.length)
    }
  })
  const lifetimes = await Promise.all(allSeries.map(({ series }) => source.buckets.lifetime(series)))
  await setLifetimes(
    sql,
    allSeries.map(({ seriesId }) => seriesId),
    lifetimes,
    toHour,
  )
  for (const [place, { series, seriesId }] of allSeries.entries()) {
    await insertLateChanges(sql, seriesId, lifetimes[place]?.lateChanges ?? [])
    await upsertCorrections(sql, seriesId, await source.corrections.list(series))
  }
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

async function setLifetimes(
  sql: Sql,
  ids: readonly number[],
  lifetimes: readonly Lifetime[],
  toHour: Hour,
): Promise<void> {
  const lives = lifetimes.map(({ beganHour, endedHour }, place) => ({ id: ids[place], beganHour, endedHour }))
  await sql.query(
    `update series set began_hour = life."beganHour", ended_hour = life."endedHour", up_to_hour = $2
    from jsonb_to_recordset($1::jsonb) as life (id int, "beganHour" int, "endedHour" int) where series.id = life.id`,
    [JSON.stringify(lives), toHour],
  )
}
