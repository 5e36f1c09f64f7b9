import type { EnactmentOnWire } from '../../src/contract/enactments.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { consequenceWords } from '../../src/domain/describe-policies.ts'

export const enactmentCsvHeader = [
  'enactment',
  'team',
  'policy',
  'clause',
  'service',
  'slo',
  'deployment',
  'met at',
  'ended at',
  'share gone when met',
  'share gone at most',
  'share is an estimate',
  'status',
  'acknowledged at',
  'acknowledged by',
  'hours to acknowledge',
  'hours to done',
  'consequences',
] as const

/** Ratios as ratios and instants in UTC: a file is read by programs first. */
export function enactmentCsvRow(row: EnactmentOnWire): readonly CsvValue[] {
  return [
    row.id,
    row.team,
    row.policyName,
    row.clauseName,
    row.subject?.service ?? null,
    row.subject?.sloId ?? null,
    row.subject?.deployment ?? null,
    row.metAt,
    row.endedAt,
    row.depletedAtMet,
    row.depletedAtMost,
    row.isEstimate ? 'yes' : 'no',
    row.status,
    row.acknowledged?.at ?? null,
    row.acknowledged?.by ?? null,
    row.hoursToAcknowledge,
    row.hoursToDone,
    row.consequences.map((one) => `${consequenceWords(one)}: ${one.state}, ${one.standing}`).join('; '),
  ]
}
