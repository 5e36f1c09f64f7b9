import type { Build } from '../../src/contract/builds.ts'
import type { Release } from '../../src/contract/catalog.ts'
import type { Bottleneck, DeliveryRow } from '../../src/contract/delivery.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { deliveryComponents } from '../../src/domain/delivery.ts'

/** Times in minutes, shares as shares: what is computed with needs no units in its cells. */
export const deliveryCsvHeader = [
  'id',
  'name',
  'deployments a week',
  ...deliveryComponents.flatMap((component) => [component, `${component} rests on`]),
  'services times closed periods',
  'kept every budget',
  'last deployed',
]

export function deliveryCsvRow(row: DeliveryRow): readonly CsvValue[] {
  return [
    row.id,
    row.name,
    row.frequency.value,
    ...row.figures.flatMap((figure) => [figure?.value ?? null, figure?.count ?? null]),
    row.kept.counted,
    row.kept.kept,
    row.lastDeployedAt,
  ]
}

export const bottleneckCsvHeader = [
  'id',
  'side',
  'team',
  'services',
  'shown by data',
  'worst',
  'middle',
  'periods broken in a row',
  'tickets',
  'tickets before',
  'incidents',
  'incidents before',
  'evidence',
  'evidence leans to',
  'decision',
  'reason',
  'owner',
  'date',
  'entered by',
  'entered at',
  'version',
]

export function bottleneckCsvRow(one: Bottleneck): readonly CsvValue[] {
  const entered = one.entered?.isWithdrawn === true ? null : one.entered
  const evidence = entered?.evidence.map(
    ({ kind, isFound, says, link }) =>
      `${kind} ${isFound ? 'found' : 'not found'}: ${says}${link === null ? '' : ` (${link})`}`,
  )
  return [
    one.id,
    one.side,
    one.team,
    one.services.join(' '),
    one.isDetected ? 'yes' : 'no longer',
    one.worst?.value ?? null,
    one.worst?.middle ?? null,
    one.broken?.periods.length ?? null,
    one.tickets.count,
    one.tickets.before,
    one.incidents.count,
    one.incidents.before,
    evidence?.join('; ') ?? null,
    one.lean,
    entered?.decision?.outcome ?? null,
    entered?.decision?.reason ?? null,
    entered?.decision?.owner ?? null,
    entered?.decision?.date ?? null,
    entered?.by ?? null,
    entered?.at ?? null,
    entered?.version ?? null,
  ]
}

export const releaseCsvHeader = [
  'id',
  'service',
  'deployment',
  'version',
  'at',
  'result',
  'committed at',
  'recovered at',
  'commits',
]

export function releaseCsvRow(one: Release): readonly CsvValue[] {
  const { id, service, deployment, version, at, result, committedAt, recoveredAt, commits } = one
  return [id, service, deployment, version, at, result, committedAt, recoveredAt, commits]
}

export const buildCsvHeader = ['id', 'service', 'started at', 'ended at', 'result', 'commits']

export function buildCsvRow({
  id,
  service,
  startedAt,
  endedAt,
  result,
  commits,
}: Build): readonly CsvValue[] {
  return [id, service, startedAt, endedAt, result, commits.map((commit) => commit.id).join(' ')]
}
