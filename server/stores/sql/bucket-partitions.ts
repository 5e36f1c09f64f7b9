import type { Hour } from '../../../src/domain/hours.ts'
import { monthAt } from '../../../src/domain/period.ts'
import { lockUntilEnd, type Sql } from './sql.ts'

/** The months of the span, made when their first hour arrives. */
export async function ensurePartitions(sql: Sql, fromHour: Hour, toHour: Hour): Promise<void> {
  const missing = await missingMonths(sql, fromHour, toHour)
  if (missing.length === 0) return
  await sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'partition')
    for (const { name, startHour, endHour } of missing) {
      await transaction.script(
        `create table if not exists ${name} partition of bucket for values from (${startHour}) to (${endHour})`,
      )
    }
  })
}

type Month = Readonly<{ name: string; startHour: Hour; endHour: Hour }>

async function missingMonths(sql: Sql, fromHour: Hour, toHour: Hour): Promise<readonly Month[]> {
  const rows = await sql.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'bucket'::regclass`,
  )
  const existing = new Set(rows.map(({ name }) => name))
  const months: Month[] = []
  for (let hour = fromHour; hour < toHour;) {
    const { id, startHour, endHour } = monthAt(hour)
    const name = `bucket_${id.replace('-', '_')}`
    if (!existing.has(name)) months.push({ name, startHour, endHour })
    hour = endHour
  }
  return months
}
