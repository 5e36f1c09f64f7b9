import type { Hour } from '../../../src/domain/hours.ts'
import { mapQueries } from '../../sources/slo-as-code/resolve-measurement.ts'
import type { BudgetingMethod, Measurement } from '../../sources/slo-as-code/slo-catalog.ts'
import type { SeriesKey } from '../../ports.ts'
import type { Sql } from './sql.ts'

/** Which queries fill which series. `{{.window}}` still stands in them: whoever asks says for which span. */
export type SeriesMeasurement = SeriesKey &
  Readonly<{
    seriesId: number
    measurement: Measurement
    method: BudgetingMethod
    /** The first hour held, null before there is one. */
    beganHour: Hour | null
  }>

type Row = Omit<SeriesMeasurement, 'measurement' | 'method'> &
  Readonly<{ definition: Pick<SeriesMeasurement, 'measurement' | 'method'> }>

/** Every series of the applied catalog, in its order. Archived and simulated ones are not measured. */
export async function readMeasurements(sql: Sql): Promise<readonly SeriesMeasurement[]> {
  const rows = await sql.query<Row>(`
    select series.id as "seriesId", slo.id as "sloId", series.deployment, series.began_hour as "beganHour",
      slo.definition
    from slo join series on series.slo_id = slo.id
    where slo.definition is not null and slo.archived_at is null and series.archived_at is null
    order by slo.ordinal, series.ordinal`)
  return rows.map(({ definition: { measurement, method }, ...series }) => ({
    ...series,
    method,
    measurement: mapQueries(measurement, (query) => ({
      ...query,
      promql: query.promql.replaceAll('{{.deployment}}', series.deployment),
    })),
  }))
}
