import type { EndpointStat } from '../../../src/contract/ingest-lines.ts'
import type { RecordStore } from '../../ports.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import {
  upsertBreaches,
  upsertEndpointStats,
  upsertIncidents,
  upsertRotations,
  upsertTickets,
} from './record-writer.ts'
import type { Sql } from './sql.ts'

/** More hours of every endpoint would take longer to copy than all buckets; real ones also begin when they begin. */
const ENDPOINT_HOURS = 168
const HOURS_AT_ONCE = 24

const wholeList = { after: null, limit: 1_000_000 }

/** What other tools told, up to an hour. */
export async function copyRecords(sql: Sql, source: RecordStore, toHour: Hour): Promise<void> {
  await upsertIncidents(sql, (await source.incidents({}, wholeList)).items)
  await upsertTickets(sql, (await source.tickets({}, wholeList)).items)
  await upsertRotations(sql, (await source.rotations({}, wholeList)).items)
  await upsertBreaches(sql, (await source.breaches({}, wholeList)).items)
  for (let hour = toHour - ENDPOINT_HOURS; hour < toHour; hour += HOURS_AT_ONCE) {
    const hours = Array.from({ length: HOURS_AT_ONCE }, (_, index) => hour + index)
    const stats = await Promise.all(hours.map((each) => endpointStatsOf(source, each)))
    await upsertEndpointStats(sql, stats.flat())
  }
}

async function endpointStatsOf(source: RecordStore, hour: Hour): Promise<readonly EndpointStat[]> {
  const span = { from: isoFromHour(hour), to: isoFromHour(hour + 1) }
  const { items } = await source.endpointFigures(span, wholeList)
  return items.map(({ endpoint: _slug, hourCount: _one, timedRequests, latencySumMs, ...figures }) => ({
    ...figures,
    hour: span.from,
    latencySumMs: timedRequests === figures.requests ? latencySumMs : null,
  }))
}
