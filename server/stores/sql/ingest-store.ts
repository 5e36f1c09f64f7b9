import type { BucketLine } from '../../../src/contract/ingest-lines.ts'
import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { hourFromIso } from '../../../src/domain/hours.ts'
import type { IngestStore } from '../../ingest-store.ts'
import type { ApiDeps, SeriesKey } from '../../ports.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { readIncidentForChange } from './record-reader.ts'
import { upsertReleases } from './record-rows.ts'
import {
  upsertBreaches,
  upsertEndpointStats,
  upsertIncidents,
  upsertRotations,
  upsertTickets,
} from './record-writer.ts'
import { seriesName } from './snapshot.ts'
import { lockUntilEnd, type Sql } from './sql.ts'

const HOUR_MS = 3_600_000

export function createIngestStore(sql: Sql, { now }: Pick<ApiDeps, 'now'>): IngestStore {
  return {
    writeBuckets: (lines) => writeBuckets(sql, lines, Math.floor(now() / HOUR_MS)),
    writeEndpointStats: (stats) => upsertEndpointStats(sql, stats),
    writeReleases: (releases) => upsertReleases(sql, releases),
    writeIncidents: (incidents) => upsertIncidents(sql, incidents),
    writeTickets: (tickets) => upsertTickets(sql, tickets),
    writeRotations: (rotations) => upsertRotations(sql, rotations),
    writeBreaches: (breaches) => upsertBreaches(sql, breaches),
    changeIncident: (id, change) =>
      sql.transaction(async (transaction) => {
        // A row that is not there yet cannot be locked.
        await lockUntilEnd(transaction, 'incident')
        const held = await readIncidentForChange(transaction, id)
        return upsertIncidents(transaction, [change(held)])
      }),
  }
}

async function writeBuckets(sql: Sql, lines: readonly BucketLine[], nowHour: number): Promise<void> {
  const bySeries = Map.groupBy(lines, ({ slo, deployment }) => seriesName({ sloId: slo, deployment }))
  const ids = await seriesIds(sql, new Set(lines.map(({ slo }) => slo)))
  const written = [...bySeries].map(([name, group]) => {
    const seriesId = ids.get(name)
    if (seriesId === undefined) throw new Error(`No series ${name}: send only those of the catalog`)
    const rows = group.map(({ hour, good, total }) => ({
      hour: hourFromIso(hour) ?? Number.NaN,
      good,
      total,
    }))
    return { seriesId, buckets: bucketsFromRows(rows) }
  })
  await upsertBuckets(sql, written, nowHour)
}

async function seriesIds(sql: Sql, slos: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<SeriesKey & { id: number }>(
    `select id, slo_id as "sloId", deployment from series
    where slo_id in (select jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify([...slos])],
  )
  return new Map(rows.map((row) => [seriesName(row), row.id]))
}
