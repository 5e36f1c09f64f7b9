import { HOURS_PER_DAY, type Hour } from '../../../src/domain/hours.ts'
import type { LateChange } from '../../../src/domain/restatement.ts'
import { instant } from './instant-text.ts'
import { intArray, type Sql } from './sql.ts'

type DayRow = Readonly<{
  seriesId: number
  day: number
  heldFromHour: number
  heldToHour: number
  at: string
}>

/** Days of which hours came late, in the store's changes after the one of that number. */
export function readLateDays(sql: Sql, afterChange: number): Promise<readonly DayRow[]> {
  return sql.query<DayRow>(
    `select series_id as "seriesId", day, held_from as "heldFromHour", held_to as "heldToHour", ${instant('at')} as at
    from (select * from former_late_change union all select * from late_change) told where change > $1`,
    [afterChange],
  )
}

/** Before later hours of the same days take the place of what is held of them. */
export async function keepLateChanges(
  sql: Sql,
  later: readonly Readonly<{ seriesId: number; fromHour: Hour; toHour: Hour }>[],
  change: number,
): Promise<void> {
  if (later.length === 0) return
  await sql.query(
    `insert into former_late_change (series_id, day, held_from, held_to, at, change)
    select distinct held.series_id, day, held_from, held_to, at, $4::bigint
    from unnest($1::int[], $2::int[], $3::int[]) as later (series_id, from_day, to_day)
    join late_change held on held.series_id = later.series_id and day between from_day and to_day
    on conflict do nothing`,
    [
      intArray(later.map(({ seriesId }) => seriesId)),
      intArray(later.map(({ fromHour }) => Math.floor(fromHour / HOURS_PER_DAY))),
      intArray(later.map(({ toHour }) => Math.floor((toHour - 1) / HOURS_PER_DAY))),
      change,
    ],
  )
}

export function lateChangeOf({ day, heldFromHour, heldToHour, at }: DayRow): LateChange {
  const fromHour = day * HOURS_PER_DAY
  return { fromHour, toHour: fromHour + HOURS_PER_DAY, heldFromHour, heldToHour, at }
}

/** Into a database that is filled for the first time. */
export async function insertLateChanges(
  sql: Sql,
  seriesId: number,
  changes: readonly LateChange[],
): Promise<void> {
  const rows = changes.flatMap(({ fromHour, toHour, heldFromHour, heldToHour, at }) => {
    const firstDay = Math.floor(fromHour / HOURS_PER_DAY)
    const days = Math.ceil(toHour / HOURS_PER_DAY) - firstDay
    return Array.from({ length: days }, (_, index) => ({
      series_id: seriesId,
      day: firstDay + index,
      held_from: heldFromHour,
      held_to: heldToHour,
      at,
      change: 0,
    }))
  })
  if (rows.length === 0) return
  await sql.query(
    `insert into late_change select * from jsonb_populate_recordset(null::late_change, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}
