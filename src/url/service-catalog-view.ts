import { catalogAttributes, serviceLevels, serviceStages } from '../domain/service-catalog.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'
import { formatIndicatorSort, parseIndicatorSort, type IndicatorSort } from './indicator-sort.ts'

/** What a link to the service catalog shows. An empty list of choices means all of them. */
export type ServiceCatalogView = Readonly<{
  team: readonly string[]
  /** As it is written; empty for all. */
  product: string
  level: readonly (typeof serviceLevels)[number][]
  stage: readonly (typeof serviceStages)[number][]
  missing: readonly (typeof catalogAttributes)[number][]
  isStale: boolean
  search: string
  /** By place where it is empty. */
  sort: readonly IndicatorSort[]
}>

export const defaultServiceCatalogView: ServiceCatalogView = {
  team: [],
  product: '',
  level: [],
  stage: [],
  missing: [],
  isStale: false,
  search: '',
  sort: [],
}

/** The server takes no longer search. */
const MOST_SEARCHED = 200
const MOST_PRODUCT = 300
const columns = ['name', 'team', 'product', 'state', 'slos', 'missing', 'confirmed']

export const serviceCatalogViewCodec: UrlCodec<ServiceCatalogView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    product: (params['product'] ?? '').slice(0, MOST_PRODUCT),
    level: serviceLevels.filter((one) => listFrom(params['level']).includes(one)),
    stage: serviceStages.filter((one) => listFrom(params['stage']).includes(one)),
    missing: catalogAttributes.filter(
      // What links said before there was more to be missing.
      (one) => listFrom(params['missing']).includes(one) || (one === 'slos' && params['slo'] === 'none'),
    ),
    isStale: params['stale'] === 'only',
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
    sort: parseIndicatorSort(params['sort']).filter(({ column }) => columns.includes(column)),
  }),

  format: (view) => ({
    ...Object.fromEntries(
      (['team', 'level', 'stage', 'missing'] as const)
        .filter((name) => view[name].length > 0)
        .map((name) => [name, view[name].join(',')]),
    ),
    ...(view.product !== '' && { product: view.product }),
    ...(view.isStale && { stale: 'only' }),
    ...(view.search !== '' && { q: view.search }),
    ...(view.sort.length > 0 && { sort: formatIndicatorSort(view.sort) }),
  }),
}
