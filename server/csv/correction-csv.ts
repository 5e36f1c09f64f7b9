import type { RecordedDecision } from '../../src/contract/corrections.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

export const correctionCsvHeader = [
  'id',
  'kind',
  'category',
  'status',
  'team',
  'service',
  'deployment',
  'slos',
  'start',
  'end',
  'times',
  'rule',
  'time zone',
  'share',
  'dependency',
  'reason',
  'author',
  'recorded at',
  'withdrawn at',
  'withdrawn by',
  'withdrawn because',
]

export function correctionCsvRow(one: RecordedDecision): readonly CsvValue[] {
  const { id, kind, category, status, team, service, deployment, slos, start, end, timeCount, recurrence } =
    one
  return [
    id,
    kind,
    category,
    status,
    team,
    service,
    deployment,
    slos.map((slo) => slo.id).join(' '),
    start,
    end,
    timeCount,
    recurrence?.rule ?? null,
    recurrence?.timeZone ?? null,
    one.share,
    one.dependency,
    one.reason,
    one.author,
    one.at,
    one.withdrawnAt,
    one.withdrawnBy,
    one.withdrawnReason,
  ]
}
