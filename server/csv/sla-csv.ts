import type { PeriodOnWire } from '../../src/contract/catalog.ts'
import type { SlaAdherenceRow, SlaDepletionRow, SlaListRow } from '../../src/contract/sla-indicators.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

type Subject = Omit<
  SlaDepletionRow,
  'period' | 'basis' | 'state' | 'remaining' | 'worst' | 'averageSpeed' | 'highestSpeed'
>

const subjectHeader = [
  'type',
  'sla',
  'contractual slas',
  'customers',
  'holds from',
  'service',
  'team',
  'sli',
  'target',
  'threshold ms',
  'deployment',
] as const

function subjectRow(row: Subject): readonly CsvValue[] {
  const { type, name, contracts, contract, part, sli, target, thresholdMs, deployment } = row
  return [
    type,
    name,
    contracts.map((one) => one.name).join('; '),
    contract === null ? null : contract.customers.map((one) => one.name).join('; ') || 'every customer',
    contract?.since ?? null,
    part === null ? (contract?.services.join('; ') ?? null) : part.service,
    part?.team ?? null,
    sli,
    target,
    thresholdMs,
    deployment,
  ]
}

export const slaListCsvHeader = [
  ...subjectHeader,
  'below contract',
  'contract holds from',
  'slo target',
  'leeway',
  'leeway in bad events',
  'state',
  'left',
] as const

export function slaListCsvRow(row: SlaListRow): readonly CsvValue[] {
  const { under, part, leeway, state, remaining } = row
  return [
    ...subjectRow(row),
    under?.name ?? null,
    under?.since ?? null,
    part.sloTarget,
    leeway.share,
    leeway.badEvents,
    state,
    remaining,
  ]
}

export function slaAdherenceCsvHeader(periods: readonly PeriodOnWire[]): readonly string[] {
  return [
    ...subjectHeader,
    ...periods.flatMap(({ id }) => [id, `${id} left`, `${id} broken by`]),
    'periods fulfilled',
    'periods broken',
    'fulfilment rate',
  ]
}

export function slaAdherenceCsvRow(row: SlaAdherenceRow): readonly CsvValue[] {
  return [
    ...subjectRow(row),
    ...row.cells.flatMap(({ adherence, isSigned, remaining, brokenBy }): CsvValue[] => [
      isSigned ? adherence : 'not signed',
      remaining,
      brokenBy.length === 0 ? null : brokenBy.map(({ name, service }) => `${name} of ${service}`).join('; '),
    ]),
    row.fulfilledCount,
    row.brokenCount,
    row.fulfilmentRate,
  ]
}

export const slaDepletionCsvHeader = [
  ...subjectHeader,
  'period',
  'period is open',
  'basis',
  'state',
  'left at the end',
  'worst part',
  'worst part left',
  'average speed %/h',
  'highest speed %/h',
] as const

/** Ratios as ratios: a file is read by programs first. */
export function slaDepletionCsvRow(row: SlaDepletionRow): readonly CsvValue[] {
  const { period, basis, state, remaining, worst, averageSpeed, highestSpeed } = row
  return [
    ...subjectRow(row),
    period.id,
    period.isOpen ? 'yes' : 'no',
    basis,
    state,
    remaining,
    worst && `${worst.name} of ${worst.service}`,
    worst?.remaining ?? null,
    averageSpeed,
    highestSpeed,
  ]
}
