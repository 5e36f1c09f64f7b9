import type { Hour } from '../../../src/domain/hours.ts'
import { monthAt, type Period } from '../../../src/domain/period.ts'
import { lockUntilEnd, type Sql } from './sql.ts'

/** The months these hours lie in, made when their first hour arrives; months between that hold nothing are not made. */
export async function ensurePartitions(sql: Sql, hours: readonly ArrayLike<Hour>[]): Promise<void> {
  const existing = await existingPartitions(sql)
  const missing = monthsOf(hours).filter((month) => !existing.has(nameOf(month)))
  if (missing.length === 0) return
  await sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'partition')
    for (const month of missing) {
      await transaction.script(
        `create table if not exists ${nameOf(month)} partition of bucket
        for values from (${month.startHour}) to (${month.endHour})`,
      )
    }
  })
}

async function existingPartitions(sql: Sql): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'bucket'::regclass`,
  )
  return new Set(rows.map(({ name }) => name))
}

function monthsOf(hours: readonly ArrayLike<Hour>[]): readonly Period[] {
  const months = new Map<string, Period>()
  for (const column of hours) {
    let month: Period | null = null
    for (const hour of Array.from(column)) {
      if (month !== null && hour >= month.startHour && hour < month.endHour) continue
      month = monthAt(hour)
      months.set(month.id, month)
    }
  }
  return [...months.values()]
}

/** Of the table of a calendar month. */
export function nameOf({ id }: Period): string {
  return `bucket_${id.replace('-', '_')}`
}
