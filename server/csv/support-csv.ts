import type { PeriodOnWire } from '../../src/contract/catalog.ts'
import type { RotationRow } from '../../src/contract/on-call-rotations.ts'
import type { IncidentRow } from '../../src/contract/recovery-trend.ts'
import type { TicketTrendRow } from '../../src/contract/ticket-trend.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { weekWords } from '../../src/domain/week-words.ts'

export function ticketCsvHeader(periods: readonly PeriodOnWire[]): readonly string[] {
  return [
    'service',
    'team',
    'average growth rate',
    'average delta',
    'trend',
    'tickets',
    ...periods.map(({ id }) => id),
  ]
}

export function ticketCsvRow(row: TicketTrendRow): readonly CsvValue[] {
  const { service, team, averageRate, averageDelta, direction, ticketCount, counts } = row
  return [service, team, averageRate, averageDelta, direction, ticketCount, ...counts]
}

export const rotationCsvHeader = [
  'team',
  'rotation',
  'covered hours UTC',
  'hours a week',
  'services',
  'deployments',
  'primary people',
  'backup people',
  'since',
  'until',
] as const

export function rotationCsvRow(row: RotationRow): readonly CsvValue[] {
  return [
    row.team,
    row.name ?? row.id,
    weekWords(row.covered),
    row.coveredHours,
    row.services.join(' '),
    row.deployments.join(' '),
    row.primaryPeople,
    row.backupPeople,
    row.since,
    row.until,
  ]
}

export const incidentCsvHeader = [
  'incident',
  'title',
  'services',
  'deployments',
  'created',
  'resolved',
  'recovery minutes',
  'detection minutes',
  'severity',
  'priority',
  'seen first by',
] as const

export function incidentCsvRow(row: IncidentRow): readonly CsvValue[] {
  return [
    row.id,
    row.title,
    row.services.join(' '),
    row.deployments.join(' '),
    row.createdAt,
    row.resolvedAt,
    row.recoveryMinutes,
    row.detectionMinutes,
    row.severity,
    row.priority,
    row.detectedBy,
  ]
}
