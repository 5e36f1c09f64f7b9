import { HOURS_PER_DAY } from '../../../src/domain/hours.ts'
import type { LateChange } from '../../../src/domain/restatement.ts'
import { instant } from './instant-text.ts'
import type { Sql } from './sql.ts'

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
    from late_change where change > $1`,
    [afterChange],
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
