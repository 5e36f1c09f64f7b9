import { HOURS_PER_DAY } from '../../../src/domain/hours.ts'
import type { Minute } from './fine-bucket-check.ts'
import { lockUntilEnd, type Sql } from './sql.ts'

const MINUTES_PER_DAY = 1440

/** Each day of fine buckets is a table of its own, so that letting go of it costs nothing and leaves no holes. */
const parents = [
  { name: 'fine_bucket', unitsPerDay: MINUTES_PER_DAY },
  { name: 'rolled_up_hour', unitsPerDay: HOURS_PER_DAY },
] as const

export async function ensureDays(sql: Sql, minutes: readonly ArrayLike<Minute>[]): Promise<void> {
  const days = new Set<number>()
  for (const column of minutes)
    for (const minute of Array.from(column)) days.add(Math.floor(minute / MINUTES_PER_DAY))
  const held = new Set(await heldDays(sql))
  const missing = [...days].filter((day) => !held.has(day))
  if (missing.length === 0) return
  await sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'partition')
    for (const day of missing) {
      for (const { name, unitsPerDay } of parents) {
        await transaction.script(
          `create table if not exists ${name}_${day} partition of ${name}
          for values from (${day * unitsPerDay}) to (${(day + 1) * unitsPerDay})`,
        )
      }
    }
  })
}

/** Lets go of whole days before this minute; how many that were. */
export async function dropDaysBefore(sql: Sql, minute: Minute): Promise<number> {
  const old = (await heldDays(sql)).filter((day) => (day + 1) * MINUTES_PER_DAY <= minute)
  if (old.length === 0) return 0
  await sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'partition')
    for (const day of old)
      for (const { name } of parents) await transaction.script(`drop table if exists ${name}_${day}`)
  })
  return old.length
}

/** Days since 1970. */
async function heldDays(sql: Sql): Promise<readonly number[]> {
  const rows = await sql.query<{ day: number }>(
    `select substring(relname from '[0-9]+$')::int as day
    from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = 'fine_bucket'::regclass`,
  )
  return rows.map(({ day }) => day)
}
