import type { RecordStore } from '../../ports.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import type { Telling } from './told-rows.ts'
import { upsertBreaches, upsertIncidents, upsertRotations, upsertTickets } from './record-writer.ts'
import type { Sql } from './sql.ts'

const wholeList = { after: null, limit: 1_000_000 }

const HOUR_MS = 3_600_000
/** An incident that was open may be over by now, and tickets about a loss come days after it. */
const LATE_HOURS = 168

/** However late it is copied: a frozen link to any hour before has it as it was then. */
export const asItHappened = (toHour: Hour): Telling => ({ at: toHour * HOUR_MS, isAsItHappened: true })

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
  const telling = asItHappened(toHour)
  await upsertIncidents(sql, (await source.incidents(span, wholeList)).items, telling)
  await upsertTickets(sql, (await source.tickets(span, wholeList)).items, telling)
  await upsertRotations(sql, (await source.rotations({}, wholeList)).items, telling)
  await upsertBreaches(sql, (await source.breaches(span, wholeList)).items, telling)
}
