import type { Deployment, Service, Sli, Slo } from '../src/contract/catalog.ts'
import type { ServiceProfile } from '../src/contract/service-profile.ts'
import type { Contract } from '../src/contract/contracts.ts'
import { didYouMean } from './closest-names.ts'
import type { Catalog } from './ports.ts'
import { invalidParameter, RequestProblem } from './problem.ts'

export type CatalogIndex = Readonly<{
  catalog: Catalog
  teams: ReadonlyMap<string, Readonly<{ slug: string; name: string }>>
  services: ReadonlyMap<string, Service>
  profiles: ReadonlyMap<string, ServiceProfile>
  slis: ReadonlyMap<string, Sli>
  deployments: ReadonlyMap<string, Deployment>
  slos: ReadonlyMap<string, Slo>
  contracts: ReadonlyMap<string, Contract>
}>

/** A list of every name helps up to here; beyond, only the nearest ones do. */
const MOST_ALLOWED = 50

const indexes = new WeakMap<Catalog, CatalogIndex>()

/** Built once per catalog, not once per request. */
export function catalogIndex(catalog: Catalog): CatalogIndex {
  const known = indexes.get(catalog)
  if (known !== undefined) return known
  const index = {
    catalog,
    teams: bySlug(catalog.teams),
    services: bySlug(catalog.services),
    profiles: bySlug(catalog.profiles),
    slis: bySlug(catalog.slis),
    deployments: bySlug(catalog.deployments),
    slos: new Map(catalog.slos.map((slo) => [slo.id, slo])),
    contracts: bySlug(catalog.contracts),
  }
  indexes.set(catalog, index)
  return index
}

function bySlug<Item extends Readonly<{ slug: string }>>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.slug, item]))
}

/**
 * The members of a comma-separated filter, or null where there is none. A name nobody knows is refused:
 * an empty list would look like good news.
 */
export function chosenNames(
  field: string,
  value: string | undefined,
  known: ReadonlyMap<string, unknown>,
): ReadonlySet<string> | null {
  if (value === undefined) return null
  const names = new Set(value.split(','))
  for (const name of names) {
    if (known.has(name)) continue
    const allowed = known.size <= MOST_ALLOWED ? { allowed: [...known.keys()].toSorted() } : {}
    const hint = didYouMean(name, known.keys())
    throw invalidParameter(field, value, {
      detail: `There is no ${field} "${name}"`,
      ...allowed,
      ...(hint === undefined ? {} : { hint }),
    })
  }
  return names
}

/** Of the chosen teams, and among the chosen services. */
export function chosenServices(
  { team, service }: Readonly<{ team?: string | undefined; service?: string | undefined }>,
  index: CatalogIndex,
): readonly string[] {
  const teams = chosenNames('team', team, index.teams)
  const services = chosenNames('service', service, index.services)
  return index.catalog.services
    .filter((one) => (teams?.has(one.team) ?? true) && (services?.has(one.slug) ?? true))
    .map(({ slug }) => slug)
}

export function foundSlo({ slos }: CatalogIndex, id: string): Slo {
  const slo = slos.get(id)
  if (slo !== undefined) return slo
  throw new RequestProblem('not-found', {
    detail: `There is no SLO "${id}"`,
    field: 'slo',
    value: id,
    hint: didYouMean(id, slos.keys()),
    apiHint: 'GET /api/slos lists them',
  })
}

/** The SLO, where it is measured in that deployment. */
export function foundSeries(index: CatalogIndex, params: Readonly<{ slo: string; deployment: string }>): Slo {
  const slo = foundSlo(index, params.slo)
  if (slo.deployments.includes(params.deployment)) return slo
  throw new RequestProblem('not-found', {
    detail: `The SLO "${slo.id}" is not measured in "${params.deployment}"`,
    field: 'deployment',
    value: params.deployment,
    allowed: [...slo.deployments],
    hint: didYouMean(params.deployment, slo.deployments),
    apiHint: 'GET /api/deployments lists every one',
  })
}
