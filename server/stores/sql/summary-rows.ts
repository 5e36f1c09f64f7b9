import { HOURS_PER_WEEK, type Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { hoursBehind, type FigureName, type PeriodFigures } from '../../budgets/period-figures.ts'
import type { SeriesKey } from '../../ports.ts'
import { intArray, type Sql } from './sql.ts'

/** Of one series in one period. */
export type SummaryRow = SeriesKey & Readonly<{ inputs: string; figures: PeriodFigures }>

type HeldFigure<Name extends FigureName> = Readonly<{
  seriesId: number
  inputs: string
  figure: PeriodFigures[Name]
}>

/** Those whose hours have not changed since; whether the rest still holds, their `inputs` tell. */
export async function readSummaries<Name extends FigureName>(
  sql: Sql,
  name: Name,
  seriesIds: readonly number[],
  period: Period,
  nowHour: Hour,
): Promise<readonly HeldFigure<Name>[]> {
  const { fromHour, toHour } = hoursBehind(period, nowHour)
  return sql.query<HeldFigure<Name>>(
    `select series_id as "seriesId", inputs, figures -> $5::text as figure
    from period_summary summary
    where period_id = $1 and series_id = any($2::int[]) and not exists (
      select from bucket_change changed
      where changed.series_id = summary.series_id and changed.week between $3 and $4
        and changed.change > summary.change
    )`,
    [period.id, intArray(seriesIds), weekOf(fromHour), weekOf(toHour - 1), name],
  )
}

/** `change` is the store's from before the hours were read: what arrived in the meantime is younger, and seen as such. */
export async function upsertSummaries(
  sql: Sql,
  { id }: Period,
  change: number,
  rows: readonly SummaryRow[],
): Promise<void> {
  await sql.query(
    `insert into period_summary as held (period_id, series_id, inputs, change, figures)
    select $1, series.id, made.inputs, $2::bigint, made.figures
    from jsonb_to_recordset($3::jsonb) as made ("sloId" text, deployment text, inputs text, figures jsonb)
    join series on series.slo_id = made."sloId" and series.deployment = made.deployment
    on conflict (period_id, series_id) do update set
      inputs = excluded.inputs, change = excluded.change, figures = excluded.figures
    where held.change <= excluded.change`,
    [id, change, JSON.stringify(rows)],
  )
}

/** Weeks of which hours changed after the store's change of that number. */
export async function weeksChangedSince(sql: Sql, change: number): Promise<readonly number[]> {
  const rows = await sql.query<{ week: number }>(
    'select distinct week from bucket_change where change > $1 order by week',
    [change],
  )
  return rows.map(({ week }) => week)
}

function weekOf(hour: Hour): number {
  return Math.floor(hour / HOURS_PER_WEEK)
}
