import { HOURS_PER_WEEK, type Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { hoursBehind, type FigureName, type PeriodFigures } from '../../budgets/period-figures.ts'
import type { SeriesKey } from '../../ports.ts'
import { intArray, type Sql } from './sql.ts'

/** Of one series in one period, by the targets of its SLO or of something that was promised to customers. */
export type SummaryRow = SeriesKey &
  Readonly<{ targets: string; isOfSlo: boolean; inputs: string; figures: PeriodFigures }>

type HeldFigure<Name extends FigureName> = Readonly<{
  seriesId: number
  targets: string
  inputs: string
  figure: PeriodFigures[Name]
}>

/** Of SLOs a series has one a period, which is replaced with its targets; of promises one for each. */
const tables = {
  slo: { table: 'period_summary', targets: "''", key: 'period_id, series_id' },
  promise: { table: 'promise_summary', targets: 'targets', key: 'period_id, series_id, targets' },
} as const
type SummaryKind = keyof typeof tables

/** Those whose hours have not changed since; whether the rest still holds, their `inputs` tell. */
export async function readSummaries<Name extends FigureName>(
  sql: Sql,
  kind: SummaryKind,
  name: Name,
  seriesIds: readonly number[],
  period: Period,
  nowHour: Hour,
): Promise<readonly HeldFigure<Name>[]> {
  if (seriesIds.length === 0) return []
  const { fromHour, toHour } = hoursBehind(period, nowHour)
  const { table, targets } = tables[kind]
  return sql.query<HeldFigure<Name>>(
    `select series_id as "seriesId", ${targets} as targets, inputs, figures -> $5::text as figure
    from ${table} summary
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
  period: Period,
  change: number,
  rows: readonly SummaryRow[],
): Promise<void> {
  await upsertKind(
    sql,
    'slo',
    period,
    change,
    rows.filter(({ isOfSlo }) => isOfSlo),
  )
  await upsertKind(
    sql,
    'promise',
    period,
    change,
    rows.filter(({ isOfSlo }) => !isOfSlo),
  )
}

async function upsertKind(
  sql: Sql,
  kind: SummaryKind,
  { id }: Period,
  change: number,
  rows: readonly SummaryRow[],
): Promise<void> {
  if (rows.length === 0) return
  const { table, key } = tables[kind]
  const named = key.includes('targets')
  await sql.query(
    `insert into ${table} as held (period_id, series_id,${named ? ' targets,' : ''} inputs, change, figures)
    select $1, series.id,${named ? ' made.targets,' : ''} made.inputs, $2::bigint, made.figures
    from jsonb_to_recordset($3::jsonb) as made ("sloId" text, deployment text, targets text, inputs text, figures jsonb)
    join series on series.slo_id = made."sloId" and series.deployment = made.deployment
    on conflict (${key}) do update set
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
