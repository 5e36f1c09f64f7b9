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

/** An incident that was open may be over by now, and tickets about a loss come days after it. */
const LATE_HOURS = 168

/** What other tools told in a span; from the beginning where `fromHour` is null. What was held already is told anew. */
export async function copyRecords(
  sql: Sql,
  source: RecordStore,
  { fromHour, toHour }: Readonly<{ fromHour: Hour | null; toHour: Hour }>,
): Promise<void> {
  const span = {
    ...(fromHour === null ? {} : { from: isoFromHour(fromHour - LATE_HOURS) }),
    to: isoFromHour(toHour),
  }
  await upsertIncidents(sql, (await source.incidents(span, wholeList)).items)
  await upsertTickets(sql, (await source.tickets(span, wholeList)).items)
  await upsertRotations(sql, (await source.rotations({}, wholeList)).items)
  await upsertBreaches(sql, (await source.breaches(span, wholeList)).items)
  const firstHour = Math.max(fromHour ?? 0, toHour - ENDPOINT_HOURS)
  for (let hour = firstHour; hour < toHour; hour += HOURS_AT_ONCE) {
    const count = Math.min(HOURS_AT_ONCE, toHour - hour)
    const hours = Array.from({ length: count }, (_, index) => hour + index)
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
