import type { EndpointRow } from '../../src/contract/indicators.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'

export const endpointCsvHeader = [
  'service',
  'team',
  'endpoint',
  'deployment',
  'period',
  'requests',
  'failures',
  'availability',
  'average latency ms',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'longest latency ms',
] as const

export function endpointCsvRow(row: EndpointRow): readonly CsvValue[] {
  const { endpoint, percentiles } = row
  return [
    row.service,
    row.team,
    endpointWords(endpoint),
    row.deployment,
    row.period.id,
    row.requests,
    row.failures,
    row.availability,
    row.averageLatencyMs,
    percentiles?.p50.ms ?? null,
    percentiles?.p95.ms ?? null,
    percentiles?.p99.ms ?? null,
    row.maxLatencyMs,
  ]
}
