import { subjectCsvHeader, subjectCsvRow } from './subject-csv.ts'
import type { SloBreachOnWire } from '../../src/contract/slo-breaches.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

export const breachCsvHeader = [
  'breach',
  ...subjectCsvHeader,
  'began',
  'ended',
  'hours',
  'severity',
  'rules',
  'highest burn rate',
  'in a window of hours',
  'bad events',
  'share of budget taken',
  'budget is an estimate',
  'alerted at',
  'alerts',
  'incidents',
  'release before',
  'reported by',
  'impact',
  'cause',
  'proposal',
  'note',
] as const

/** Ratios as ratios and instants in UTC: a file is read by programs first. */
export function breachCsvRow(row: SloBreachOnWire): readonly CsvValue[] {
  return [
    row.id,
    ...subjectCsvRow(row),
    row.start,
    row.end,
    row.hours,
    row.severity,
    row.rules.join(' '),
    row.peakRate,
    row.peakLongHours,
    row.bad,
    row.depletion,
    row.isEstimate ? 'yes' : 'no',
    row.alertedAt,
    row.alertCount,
    row.incidents.map(({ id }) => id).join(' '),
    row.releaseBefore?.version ?? null,
    row.reports.map(({ source, rule }) => `${source}: ${rule}`).join(', '),
    row.review?.impact ?? null,
    row.review?.cause ?? null,
    row.review?.proposal ?? null,
    row.review?.note ?? null,
  ]
}
