import { upsertFineBuckets } from '../stores/sql/fine-buckets.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { NOW_HOUR } from './tiny-organization.ts'

/** An hour that is over, in two parts. */
export async function sendFineBuckets(sql: Sql): Promise<void> {
  const minute = NOW_HOUR * 60
  const buckets = { minute: [minute, minute + 55], good: [3, 4], total: [5, 4] }
  const span = { nowMinute: minute + 60, keptDays: 8 }
  await upsertFineBuckets(sql, [{ seriesId: 1, width: 5, buckets }], span)
}

/** As text where drivers differ. */
export async function fineIn(sql: Sql) {
  return {
    fine: await sql.query(
      'select series_id, minute, width, good::text, total::text from fine_bucket order by series_id, minute',
    ),
    rolledUp: await sql.query('select * from rolled_up_hour order by series_id, hour'),
  }
}
