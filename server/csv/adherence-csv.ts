import type { PeriodOnWire } from '../../src/contract/catalog.ts'
import type { AdherenceRow } from '../../src/contract/indicators.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { subjectCsvHeader, subjectCsvRow } from './subject-csv.ts'

export function adherenceCsvHeader(periods: readonly PeriodOnWire[]): readonly string[] {
  return [
    ...subjectCsvHeader,
    ...periods.flatMap(({ id }) => [id, `${id} budget left`]),
    'periods fulfilled',
    'periods broken',
    'fulfilment rate',
  ]
}

export function adherenceCsvRow(row: AdherenceRow): readonly CsvValue[] {
  return [
    ...subjectCsvRow(row),
    ...row.cells.flatMap(({ adherence, remaining }) => [adherence, remaining]),
    row.fulfilledCount,
    row.brokenCount,
    row.fulfilmentRate,
  ]
}
