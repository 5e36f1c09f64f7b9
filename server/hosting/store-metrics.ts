import type { Sql } from '../stores/sql/sql.ts'
import { readNewestHour, readTableFigures } from '../stores/sql/store-figures.ts'
import type { MetricRegistry } from './metric-registry.ts'

/** Sizes change slowly, and finding them out looks at every partition. */
const VALID_MS = 30_000
const HOUR_SECONDS = 3_600

export function addStoreMetrics(metrics: MetricRegistry, sql: Sql, now: () => number): void {
  const tables = heldFor(VALID_MS, now, () => readTableFigures(sql))

  metrics.reading(
    'sre_indicators_store_size_bytes',
    'gauge',
    'Room on disk, by table with its indexes.',
    async () => (await tables()).map(({ table, bytes }) => ({ labels: { table }, value: bytes })),
  )
  metrics.reading(
    'sre_indicators_store_rows',
    'gauge',
    'Rows by table, as the database estimates them.',
    async () =>
      (await tables()).flatMap(({ table, rows }) =>
        rows === null ? [] : [{ labels: { table }, value: rows }],
      ),
  )
  metrics.reading(
    'sre_indicators_store_newest_hour_end_timestamp_seconds',
    'gauge',
    'The end of the last hour held, since 1970.',
    async () => {
      const hour = await readNewestHour(sql)
      return hour === null ? [] : [{ value: hour * HOUR_SECONDS }]
    },
  )
}

function heldFor<Value>(
  validMs: number,
  now: () => number,
  read: () => Promise<Value>,
): () => Promise<Value> {
  let held: Readonly<{ at: number; value: Promise<Value> }> | null = null
  return () => {
    if (held !== null && now() - held.at < validMs) return held.value
    const value = read()
    held = { at: now(), value }
    value.catch(() => {
      // What failed is asked for again.
      held = null
    })
    return value
  }
}
