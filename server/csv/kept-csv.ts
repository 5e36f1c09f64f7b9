import type { PeriodOnWire } from '../../src/contract/catalog.ts'
import type { KeptRow } from '../../src/contract/kept-overview.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

export function keptCsvHeader(periods: readonly PeriodOnWire[]): readonly string[] {
  return [
    'service',
    'team',
    'periods with a broken SLO',
    ...periods.flatMap(({ id }) => [`${id} within budget`, `${id} broke`]),
  ]
}

export function keptCsvRow({ service, team, brokenPeriods, cells }: KeptRow): readonly CsvValue[] {
  const counts = cells.flatMap(({ within, broke, isKept }) =>
    isKept === null ? [null, null] : [within, broke],
  )
  return [service, team, brokenPeriods, ...counts]
}
