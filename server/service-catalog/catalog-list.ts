import type { CatalogRow, CatalogSortColumn } from '../../src/contract/service-catalog.ts'
import type { OperationId, QueryOf } from '../../src/contract/operations.ts'
import { inTree, missingOf } from '../../src/domain/service-catalog.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { searchedFor } from '../search-words.ts'
import type { KnownService } from './known-services.ts'

type Query = QueryOf<Extract<OperationId, 'readCatalogDocument'>>

export const PLACE_SORT = 'place'

/** What is asked for by what a service is. What is missing or stale of it narrows rows, not what coverage is counted of. */
export function isChosen(query: Query, index: CatalogIndex): (service: KnownService) => boolean {
  const teams = chosenNames('team', query.team, index.teams)
  const isIn = (choice: string | undefined, value: string) => choice?.split(',').includes(value) ?? true
  const isSearched = searchedFor(query.search)
  return (service) => {
    const { slug, name, description, product, profile } = service
    return (
      (teams?.has(service.team) ?? true) &&
      isIn(query.level, service.level) &&
      isIn(query.stage, service.stage) &&
      (query.product === undefined || service.product === query.product) &&
      isSearched([slug, name, description, product, profile?.hosting, index.teams.get(service.team)?.name])
    )
  }
}

export function isLacking({ missing, stale }: Query): (service: KnownService) => boolean {
  const asked = missing?.split(',') ?? []
  return (service) => {
    const lacking: readonly string[] = asked.length === 0 ? [] : missingOf(service)
    return (
      (stale === undefined || service.confirmed?.isStale === true) &&
      asked.every((attribute) => lacking.includes(attribute))
    )
  }
}

/** Rows of those with the aggregates above them, so that each is seen in its place; business first within a product. */
export function placedRows(
  all: readonly KnownService[],
  shown: ReadonlySet<string>,
  toRow: (service: KnownService, place: Readonly<{ depth: number; isContext: boolean }>) => CatalogRow,
): readonly CatalogRow[] {
  const partOf = new Map(all.map(({ slug, partOf: whole }) => [slug, whole]))
  const needed = new Set(shown)
  for (const slug of shown) {
    for (let whole = partOf.get(slug); whole != null && !needed.has(whole); whole = partOf.get(whole))
      needed.add(whole)
  }
  const inProducts = all
    .filter(({ slug }) => needed.has(slug))
    .toSorted((a, b) => compareProduct(a, b) || (a.slug < b.slug ? -1 : 1))
  return inTree(inProducts).map(({ item, depth }) => toRow(item, { depth, isContext: !shown.has(item.slug) }))
}

/** What belongs to no product comes last. */
function compareProduct({ product: a }: KnownService, { product: b }: KnownService): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

const keys: Readonly<Record<Exclude<CatalogSortColumn, 'place'>, (row: CatalogRow) => SortKey>> = {
  name: ({ slug }) => slug,
  team: ({ teamName }) => teamName,
  product: ({ product }) => product,
  state: ({ budgets }) => (budgets?.worstState == null ? null : statesBySeverity.indexOf(budgets.worstState)),
  slos: ({ sloCount }) => sloCount,
  missing: ({ missing }) => missing.length,
  confirmed: ({ confirmed }) => confirmed?.at ?? null,
}

export function catalogOrder(sort: string): RowOrder<CatalogRow> {
  return rowOrder(sort, keyIn(keys), ({ slug }) => slug)
}
