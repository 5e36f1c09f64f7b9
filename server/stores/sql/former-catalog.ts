import { agreedBefore } from '../../catalog-then.ts'
import { createLru } from '../../lru.ts'
import type { Archived, Catalog } from '../../ports.ts'
import { formerLists, keyOfRow } from './catalog-lists.ts'
import { readCatalog } from './catalog-rows.ts'
import type { Snapshot } from './snapshot.ts'
import { instant } from './instant-text.ts'
import { onlyRow, type Sql } from './sql.ts'

/** Frozen links of the same time share one, and there are few such times. */
const MOST_HELD = 8

/**
 * The catalog as it stood before a moment, in milliseconds since the epoch. Before the first one was applied nobody was told
 * anything, while its hours may go back further: that is looked at with the first one.
 */
export function createFormerCatalogs(sql: Sql, snapshot: () => Promise<Snapshot>) {
  const held = createLru<Catalog>(MOST_HELD)

  async function rowsBefore(ms: number): Promise<Catalog> {
    const { state, catalog } = await snapshot()
    const { next } = await onlyRow(
      sql.query<{ next: number | null }>(
        `select (extract(epoch from min(until)) * 1000)::float8 as next from former_catalog_row
        where until >= to_timestamp($1::float8 / 1000)`,
        [ms],
      ),
    )
    if (next === null) return catalog
    const name = `${state.catalogRevision} ${next}`
    const then = held.get(name) ?? (await readCatalogAt(sql, ms))
    held.set(name, then)
    return then
  }

  return async (ms: number): Promise<Catalog> => {
    const { first } = await onlyRow(
      sql.query<{ first: number | null }>(
        'select (extract(epoch from min(applied_at)) * 1000)::float8 as first from catalog_change',
      ),
    )
    const moment = Math.max(ms, first === null ? ms : Math.floor(first) + 1)
    return agreedBefore(await rowsBefore(moment), moment)
  }
}

/** As ApiDeps has it. Who and why stand with the catalog that was applied without it. */
export async function readArchived(
  sql: Sql,
  sloId: string,
  deployment: string | null,
): Promise<Archived | null> {
  const [gone] = await sql.query<Archived>(
    `select ${instant('gone.at')} as at, gone."isWhole", author as by, reason from (
      select coalesce(slo.archived_at, series.archived_at) as at, slo.archived_at is not null as "isWhole"
      from slo left join series on series.slo_id = slo.id and series.deployment = $2 where slo.id = $1
    ) as gone join catalog_change on applied_at = gone.at limit 1`,
    [sloId, deployment],
  )
  return gone ?? null
}

/** All at one point in time, as a snapshot is. */
async function readCatalogAt(sql: Sql, ms: number): Promise<Catalog> {
  const then = await sql.transaction(async (transaction) => {
    await transaction.script('set transaction isolation level repeatable read')
    return readCatalog({
      ...transaction,
      query: (text, values) => transaction.query(tablesAt(ms) + text, values),
    })
  })
  return then.organization.isSimulated ? then : inOwnOrder(then)
}

/** Goes before a query, which then finds the rows of each list as they were. */
function tablesAt(ms: number): string {
  const lists = Object.entries(formerLists).map(
    ([list, { key }]) => `${list} as (
      select held.* from ${list} as held where not exists (
        select from later where later.list = '${list}' and later.key = ${keyOfRow('held', key)})
      union all
      select told.* from later, jsonb_populate_record(null::${list}, later.told) as told
      where later.list = '${list}' and later.told is not null)`,
  )
  return `with later as materialized (
      select distinct on (list, key) list, key, told from former_catalog_row
      where until >= to_timestamp(${ms}::float8 / 1000) order by list, key, until, id),
    ${lists.join(', ')}
  `
}

/** Files are applied in this order, while rows of different times have places of different lists. */
function inOwnOrder(catalog: Catalog): Catalog {
  const bySlug = <Item extends Readonly<{ slug: string }>>(items: readonly Item[]) =>
    items.toSorted((a, b) => inBytes(a.slug, b.slug))
  const slos = catalog.slos
    .map((slo) => ({ ...slo, deployments: slo.deployments.toSorted(inBytes) }))
    .toSorted((a, b) => inBytes(a.id, b.id))
  return {
    ...catalog,
    teams: bySlug(catalog.teams),
    deployments: bySlug(catalog.deployments),
    services: bySlug(catalog.services),
    endpoints: asFirstMet(
      catalog.endpoints,
      ({ service, slug }) => `${service} ${slug}`,
      slos.map(({ endpoint }) => `${endpoint.service} ${endpoint.slug}`),
    ),
    slis: asFirstMet(
      catalog.slis,
      ({ slug }) => slug,
      slos.map(({ sli }) => sli),
    ),
    slos,
    contracts: bySlug(catalog.contracts),
    policies: bySlug(catalog.policies),
  }
}

function asFirstMet<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  names: readonly string[],
): readonly Item[] {
  const places = new Map([...new Set(names)].map((name, place) => [name, place]))
  const placeOf = (item: Item) => places.get(nameOf(item)) ?? places.size
  return items.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** As `collate "C"` has it for the letters that names are made of. */
function inBytes(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
