import type { CatalogRow } from '../../src/contract/service-catalog.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

export const catalogCsvHeader = [
  'id',
  'name',
  'team',
  'description',
  'level',
  'stage',
  'live from',
  'product',
  'part of',
  'parts',
  'endpoints',
  'SLOs',
  'budgets',
  'worst budget',
  'burning',
  'missing',
  'confirmed at',
  'confirmed by',
  'months since',
]

export function catalogCsvRow(row: CatalogRow): readonly CsvValue[] {
  const { budgets, confirmed } = row
  return [
    row.slug,
    row.name,
    row.team,
    row.description,
    row.level,
    row.stage,
    row.liveFrom,
    row.product,
    row.partOf,
    row.partCount,
    row.endpointCount,
    row.sloCount,
    budgets?.seriesCount ?? null,
    budgets?.worstState ?? null,
    budgets?.burningCount ?? null,
    row.missing.join(' '),
    confirmed?.at ?? null,
    confirmed?.by ?? null,
    confirmed?.months ?? null,
  ]
}
