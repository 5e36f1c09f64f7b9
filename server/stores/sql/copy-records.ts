import type { RecordStore } from '../../ports.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import { upsertBreaches, upsertIncidents, upsertRotations, upsertTickets } from './record-writer.ts'
import type { Sql } from './sql.ts'

const wholeList = { after: null, limit: 1_000_000 }

/** An incident that was open may be over by now, and tickets about a loss come days after it. */
const LATE_HOURS = 168

/**
 * What other tools told in a span; from the beginning where `fromHour` is null. What was held already is told anew.
 * Statistics of endpoints are not among it: there are more of them than of all buckets, and openSource has them computed.
 */
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
}
