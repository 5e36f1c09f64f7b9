import type { Slo } from '../../src/contract/catalog.ts'
import type { BudgetingMethod, Measurement, Query } from '../sources/slo-as-code/slo-catalog.ts'
import { emptyCatalog, insertCatalog } from '../stores/sql/catalog-rows.ts'
import { migrate } from '../stores/sql/migrate.ts'
import { onlyRow, type Sql } from '../stores/sql/sql.ts'

export type MeasuredSlo = Readonly<{ slug: string; measurement: Measurement; method?: BudgetingMethod }>

export const events = (promql: string, source: string | null = null): Query => ({
  promql,
  reading: 'events',
  source,
})

/** An organization of one service whose SLOs are measured so, and of which nothing is held yet. */
export async function storeMeasuredSlos(sql: Sql, measured: readonly MeasuredSlo[]): Promise<void> {
  await migrate(sql)
  const endpoint = { slug: 'all', service: 'shop', verb: null, path: 'all' }
  const version = {
    version: 1,
    target: 0.99,
    effectiveFrom: '2025-01-01T00:00:00Z',
    author: 'a',
    reason: 'r',
  }
  const slos = measured.map(({ slug }): Slo => ({
    id: `shop.availability.${slug}`,
    slug,
    team: 'shop',
    service: 'shop',
    sli: 'availability',
    endpoint,
    target: 0.99,
    thresholdMs: null,
    flavor: 'explicit',
    priority: null,
    deployments: ['main'],
    versions: [version],
    slaTarget: null,
  }))
  await insertCatalog(sql, {
    ...emptyCatalog,
    teams: [{ slug: 'shop', name: 'Shop' }],
    deployments: [{ slug: 'main', name: 'Main', kind: 'production', region: '' }],
    services: [
      {
        slug: 'shop',
        name: 'Shop',
        team: 'shop',
        description: '',
        deployments: ['main'],
        dependencies: [],
        endpointCount: 1,
        sloCount: slos.length,
      },
    ],
    endpoints: [endpoint],
    slis: [{ slug: 'availability', name: 'Availability', goodEvent: '', hasThreshold: false }],
    slos,
  })
  for (const { slug, measurement, method = { kind: 'occurrences' } } of measured) {
    await sql.query('update slo set definition = $2::jsonb where id = $1', [
      `shop.availability.${slug}`,
      JSON.stringify({ measurement, method }),
    ])
  }
}

export type HeldHours = ReadonlyMap<number, Readonly<{ good: number; total: number }>>

/** What is held of one of them, by hour. */
export async function heldHours(sql: Sql, slug: string): Promise<HeldHours> {
  const { id } = await onlyRow(
    sql.query<{ id: number }>('select id from series where slo_id = $1', [`shop.availability.${slug}`]),
  )
  const rows = await sql.query<{ hour: number; good: number; total: number }>(
    'select hour, good::float8 as good, total::float8 as total from bucket where series_id = $1 order by hour',
    [id],
  )
  return new Map(rows.map(({ hour, good, total }) => [hour, { good, total }]))
}
