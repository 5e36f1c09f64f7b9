import type { DepletionRow } from '../../src/contract/indicators.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { subjectCsvHeader, subjectCsvRow } from './subject-csv.ts'

export const depletionCsvHeader = [
  ...subjectCsvHeader,
  'period',
  'period is open',
  'state',
  'budget left at the end',
  'exhausted at',
  'hours to exhaustion',
  'exhausted early',
  'average speed %/h',
  'highest speed %/h',
  'good',
  'total',
  'grant',
] as const

/** Ratios as ratios and instants in UTC: a file is read by programs first. */
export function depletionCsvRow({
  budget,
  averageSpeed,
  highestSpeed,
  ...slo
}: DepletionRow): readonly CsvValue[] {
  return [
    ...subjectCsvRow(slo),
    budget.period.id,
    budget.period.isOpen ? 'yes' : 'no',
    budget.state,
    budget.remaining,
    budget.exhaustedAt,
    budget.timeToExhaustionHours,
    budget.isPremature ? 'yes' : 'no',
    averageSpeed,
    highestSpeed,
    budget.good,
    budget.total,
    budget.grant,
  ]
}
