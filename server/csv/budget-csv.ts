import type { BudgetSummary } from '../../src/contract/budget.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { subjectCsvHeader, subjectCsvRow } from './subject-csv.ts'

export const budgetCsvHeader = [
  ...subjectCsvHeader,
  'period',
  'period is open',
  'state',
  'budget left',
  'good',
  'bad',
  'total',
  'grant',
  'exhausted at',
  'projected exhaustion at',
  'missing hours',
  'burn rate',
  'burn rate window h',
] as const

/** Ratios as ratios and instants in UTC: a file is read by programs first. */
export function budgetCsvRow({ budget, burning, ...slo }: BudgetSummary): readonly CsvValue[] {
  return [
    ...subjectCsvRow(slo),
    budget.period.id,
    budget.period.isOpen ? 'yes' : 'no',
    budget.state,
    budget.remaining,
    budget.good,
    budget.bad,
    budget.total,
    budget.grant,
    budget.exhaustedAt,
    budget.projectedExhaustionAt,
    budget.missingHours,
    burning?.rate ?? null,
    burning?.longHours ?? null,
  ]
}
