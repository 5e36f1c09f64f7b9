import type { CodedPolicy, CodedRotation } from '../../sources/slo-as-code/slo-catalog.ts'
import type { Sql } from './sql.ts'

/** All but what has a column of its own. */
export function teamDocumentRow({ slug, team, ...definition }: CodedPolicy | CodedRotation) {
  return { slug, team, definition }
}

type Order = 'ordinal' | 'slug collate "C"'

export function readPolicies(sql: Sql, order: Order): Promise<readonly CodedPolicy[]> {
  return readDocuments(sql, 'error_budget_policy', order)
}

export function readCodedRotations(sql: Sql): Promise<readonly CodedRotation[]> {
  return readDocuments(sql, 'catalog_rotation', 'slug collate "C"')
}

async function readDocuments<Item>(
  sql: Sql,
  table: 'error_budget_policy' | 'catalog_rotation',
  order: Order,
): Promise<readonly Item[]> {
  const rows = await sql.query<{ item: Item }>(`
    select definition || jsonb_build_object('slug', slug, 'team', team) as item
    from ${table} where archived_at is null order by ${order}`)
  return rows.map(({ item }) => item)
}
