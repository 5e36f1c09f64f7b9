import type { BudgetSummary } from '../../src/contract/budget.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'

type Subject = Pick<
  BudgetSummary,
  'service' | 'team' | 'sli' | 'endpoint' | 'target' | 'thresholdMs' | 'flavor' | 'deployment'
>

export const subjectCsvHeader = [
  'service',
  'team',
  'sli',
  'endpoint',
  'target',
  'threshold ms',
  'kind',
  'deployment',
] as const

export function subjectCsvRow({ endpoint, ...slo }: Subject): readonly CsvValue[] {
  return [
    slo.service,
    slo.team,
    slo.sli,
    endpointWords(endpoint),
    slo.target,
    slo.thresholdMs,
    slo.flavor,
    slo.deployment,
  ]
}
