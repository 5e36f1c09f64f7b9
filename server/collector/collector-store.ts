import { readMeasurements } from '../stores/sql/catalog-measurements.ts'
import { readFeedProgress, readMissingHours, writeOutcomes } from '../stores/sql/feed-rows.ts'
import type { Sql } from '../stores/sql/sql.ts'
import type { CollectorStore } from './collector.ts'

export function collectorStore(sql: Sql): CollectorStore {
  return {
    measurements: () => readMeasurements(sql),
    progress: () => readFeedProgress(sql),
    missingHours: (seriesIds, fromHour) => readMissingHours(sql, seriesIds, fromHour),
    write: (outcomes, nowHour) => writeOutcomes(sql, outcomes, nowHour),
  }
}
