import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { ApiDeps, MarkOf, SeriesKey, StoreChanges, SummaryStore } from '../../ports.ts'
import { createAccessStore } from './access/access-store.ts'
import { createBucketReader } from './bucket-reader.ts'
import { createRecordReader } from './record-reader.ts'
import { exportSlo } from '../../sources/slo-as-code/export-catalog.ts'
import { readCodedCatalog } from './coded-catalog-rows.ts'
import { readCatalogState } from './catalog-watch.ts'
import { createCorrectionStore } from './correction-store.ts'
import { readFineBuckets } from './fine-buckets.ts'
import { createFormerCatalogs, readArchived } from './former-catalog.ts'
import { createEntryStore } from './entry-rows.ts'
import { createLooks } from './looks.ts'
import { readHorizon, readKeptFrom } from './data-extent-rows.ts'
import { readSeriesFeeds } from './feed-rows.ts'
import { readBuilds } from './build-rows.ts'
import { readReleases } from './record-rows.ts'
import { readRestatements } from './restatement-rows.ts'
import { seriesName, type Snapshot, type StoredSeries } from './snapshot.ts'
import type { Sql } from './sql.ts'
import { markOf } from './series-marks.ts'
import { createSummaryReader } from './summary-reader.ts'

const HOUR_MS = 3_600_000
const noBuckets = bucketsFromRows([])
const noFineBuckets = { minute: [], width: [], good: [], total: [] }

export type SqlStore = ApiDeps &
  Readonly<{ summaries: SummaryStore; changes: () => Promise<StoreChanges>; marks: () => Promise<MarkOf> }>

/** The API's port over a database that was migrated. */
export function createSqlStore(sql: Sql, { now, report }: Pick<ApiDeps, 'now' | 'report'>): SqlStore {
  const { snapshot, changes, answering } = createLooks(sql)
  const readBuckets = createBucketReader(sql)
  const clockHour = () => Math.floor(now() / HOUR_MS)
  async function marks(): Promise<MarkOf> {
    const now = await snapshot()
    return (series, hours) => markOf(now, series, hours)
  }
  return {
    marks,
    catalog: async () => (await snapshot()).catalog,
    catalogBefore: createFormerCatalogs(sql, snapshot),
    archived: (sloId, deployment) => readArchived(sql, sloId, deployment),
    buckets: {
      async read(series, fromHour, toHour) {
        const { series: all, state } = await snapshot()
        const stored = all.get(seriesName(series))
        return stored
          ? readBuckets(stored.id, fromHour, Math.min(toHour, endOf(state, clockHour())))
          : noBuckets
      },
      async readFine(series, fromMinute, toMinute) {
        const stored = (await snapshot()).series.get(seriesName(series))
        return stored ? readFineBuckets(sql, stored.id, fromMinute, toMinute) : noFineBuckets
      },
      async lifetime(series) {
        const { series: all, state, hours } = await snapshot()
        const { id, beganHour, endedHour } = known(all, series)
        const lateChanges = hours.lateOf(id)
        // What was agreed and never measured begins with the first hour that can still be.
        return {
          beganHour: beganHour ?? endOf(state, clockHour()),
          endedHour,
          ...(lateChanges.length > 0 && { lateChanges }),
        }
      },
      nowHour: async () => endOf((await snapshot()).state, clockHour()),
      async fromHour() {
        const { state } = await snapshot()
        return state.fromHour ?? endOf(state, clockHour())
      },
      restatements: {
        horizon: (hour) => readHorizon(sql, hour),
        keptFrom: () => readKeptFrom(sql),
        list: (asked) => readRestatements(sql, asked),
      },
      revision: async () => (await snapshot()).state.revision,
      marks,
    },
    summaries: createSummaryReader(sql, snapshot),
    changes,
    answering,
    feeds: (sloIds) => readSeriesFeeds(sql, sloIds),
    releases: { list: (filter) => readReleases(sql, filter) },
    builds: { list: (filter) => readBuilds(sql, filter) },
    corrections: createCorrectionStore(sql, snapshot),
    records: createRecordReader(sql),
    access: createAccessStore(sql),
    entries: createEntryStore(sql),
    catalogState: () => readCatalogState(sql),
    async targetDocument(sloId, target) {
      const { slos } = await readCodedCatalog(sql)
      const slo = slos.find(({ id }) => id === sloId)
      return slo === undefined ? null : exportSlo({ ...slo, target })
    },
    now,
    report,
  }
}

/** Data end where the last measured hour does: hours the collector has not reached yet are not hours without data. */
function endOf({ upToHour }: Snapshot['state'], clockHour: Hour): Hour {
  return Math.min(upToHour ?? clockHour, clockHour)
}

function known(all: Snapshot['series'], series: SeriesKey): StoredSeries {
  const stored = all.get(seriesName(series))
  if (stored !== undefined) return stored
  throw new Error(`No series ${series.sloId} in ${series.deployment}: ask only for those of the catalog`)
}
