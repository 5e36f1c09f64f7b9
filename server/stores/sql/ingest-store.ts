import type { BucketLine } from '../../../src/contract/ingest-lines.ts'
import { bucketsFromRows } from '../../../src/domain/buckets.ts'
import { hourFromIso } from '../../../src/domain/hours.ts'
import type { IngestStore, Sender } from '../../ingest-store.ts'
import type { ApiDeps, SeriesKey } from '../../ports.ts'
import { recorded as recordDeed } from './access/audit.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { checkFineRow, type FineRow, type FineSpan } from './fine-bucket-check.ts'
import { upsertFineBuckets, type SeriesFineBuckets } from './fine-buckets.ts'
import { readIncidentForChange } from './record-reader.ts'
import { upsertBuilds } from './build-rows.ts'
import { countRecordChange, upsertReleases } from './record-rows.ts'
import {
  upsertBreaches,
  upsertEndpointStats,
  upsertIncidents,
  upsertRotations,
  upsertTickets,
} from './record-writer.ts'
import { seriesName } from './snapshot.ts'
import { lockUntilEnd, type Sql } from './sql.ts'

const MINUTE_MS = 60_000
const DEFAULT_FINE_DAYS = 8
const BUCKETS = 'buckets'

type IngestOptions = Pick<ApiDeps, 'now'> & Readonly<{ fineBucketDays?: number }>

export function createIngestStore(sql: Sql, options: IngestOptions): IngestStore {
  return storeOf(sql, options, null)
}

/** Without a sender nothing is recorded: that is how the server itself fills a store. */
function storeOf(sql: Sql, options: IngestOptions, sender: Sender | null): IngestStore {
  const { now, fineBucketDays = DEFAULT_FINE_DAYS } = options
  const span = () => ({ nowMinute: Math.floor(now() / MINUTE_MS), keptDays: fineBucketDays })
  const telling = () => ({ at: now() })
  /** The write, that it happened and who did it in one transaction; what changed nothing is no deed. */
  const recorded = async (subject: string, write: (within: Sql) => Promise<number>): Promise<number> => {
    return sql.transaction(async (transaction) => {
      const rows = await write(transaction)
      if (rows === 0) return rows
      // Hours have a count of their own.
      if (subject !== BUCKETS) await countRecordChange(transaction)
      const at = new Date(now()).toISOString()
      const deed = { action: 'ingest', subject, before: null, after: { rows } }
      if (sender !== null) await recordDeed(transaction, { by: sender, at }, deed)
      return rows
    })
  }
  return {
    as: (other) => storeOf(sql, options, other),
    async writeBuckets(lines) {
      await recorded(BUCKETS, async (within) => {
        await writeBuckets(within, lines, span())
        return lines.length
      })
    },
    refusedFineBucket: ({ seconds, ...row }) => checkFineRow(row, seconds === 60 ? 1 : 5, span()),
    writeEndpointStats: (stats) =>
      recorded('endpoint-stats', (within) => upsertEndpointStats(within, stats, now())),
    writeReleases: (releases) =>
      recorded('releases', (within) => upsertReleases(within, releases, telling())),
    writeBuilds: (builds) => recorded('builds', (within) => upsertBuilds(within, builds, telling())),
    writeIncidents: (incidents) =>
      recorded('incidents', (within) => upsertIncidents(within, incidents, telling())),
    writeTickets: (tickets) => recorded('tickets', (within) => upsertTickets(within, tickets, telling())),
    writeRotations: (rotations) =>
      recorded('rotations', (within) => upsertRotations(within, rotations, telling())),
    writeBreaches: (breaches) =>
      recorded('breaches', (within) => upsertBreaches(within, breaches, telling())),
    changeIncident: (id, change) =>
      recorded(`incident:${id}`, (within) =>
        within.transaction(async (transaction) => {
          // A row that is not there yet cannot be locked.
          await lockUntilEnd(transaction, 'incident')
          const held = await readIncidentForChange(transaction, id)
          return upsertIncidents(transaction, [change(held)], telling())
        }),
      ),
  }
}

async function writeBuckets(sql: Sql, lines: readonly BucketLine[], span: FineSpan): Promise<void> {
  const ids = await seriesIds(sql, new Set(lines.map(({ slo }) => slo)))
  const idOf = ({ slo, deployment }: BucketLine) => {
    const name = seriesName({ sloId: slo, deployment })
    const id = ids.get(name)
    if (id === undefined) throw new Error(`No series ${name}: send only those of the catalog`)
    return id
  }
  const hours = lines.flatMap(({ hour, good, total, ...line }) =>
    hour === undefined
      ? []
      : [{ seriesId: idOf({ ...line, good, total }), hour: hourFromIso(hour) ?? Number.NaN, good, total }],
  )
  const whole = [...Map.groupBy(hours, ({ seriesId }) => seriesId)].map(([seriesId, rows]) => ({
    seriesId,
    buckets: bucketsFromRows(rows),
  }))
  await upsertBuckets(sql, whole, Math.floor(span.nowMinute / 60), span.nowMinute * MINUTE_MS)
  await upsertFineBuckets(sql, fineOf(lines, idOf), span)
}

/** Of several lines about the same minutes the last counts. */
function fineOf(
  lines: readonly BucketLine[],
  idOf: (line: BucketLine) => number,
): readonly SeriesFineBuckets[] {
  const fine = new Map<string, Map<number, FineRow>>()
  for (const line of lines) {
    if (line.at === undefined || line.seconds === undefined) continue
    const name = `${idOf(line)} ${line.seconds / 60}`
    const rows = fine.get(name) ?? new Map<number, FineRow>()
    fine.set(name, rows)
    const minute = Date.parse(line.at) / MINUTE_MS
    rows.set(minute, { minute, good: line.good, total: line.total })
  }
  return [...fine].map(([name, byMinute]) => {
    const [seriesId, width] = name.split(' ').map(Number)
    const rows = [...byMinute.values()].toSorted((a, b) => a.minute - b.minute)
    return {
      seriesId: seriesId ?? Number.NaN,
      width: width === 1 ? 1 : 5,
      buckets: {
        minute: rows.map(({ minute }) => minute),
        good: rows.map(({ good }) => good),
        total: rows.map(({ total }) => total),
      },
    }
  })
}

async function seriesIds(sql: Sql, slos: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<SeriesKey & { id: number }>(
    `select id, slo_id as "sloId", deployment from series
    where slo_id in (select jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify([...slos])],
  )
  return new Map(rows.map((row) => [seriesName(row), row.id]))
}
