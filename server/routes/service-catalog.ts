import type { ServiceFacts } from '../../src/contract/service-catalog.ts'
import { describeServiceCatalog } from '../../src/domain/describe-service-catalog.ts'
import { coverageOf } from '../../src/domain/service-catalog.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { compareAscending, listIdentity, pageOf } from '../page.ts'
import { RequestProblem } from '../problem.ts'
import { inOrder } from '../row-order.ts'
import { catalogOrder, isChosen, isLacking, PLACE_SORT, placedRows } from '../service-catalog/catalog-list.ts'
import type { KnownService } from '../service-catalog/known-services.ts'
import { readKnown, rowOf } from '../service-catalog/read-known.ts'
import { serviceDocument } from '../service-catalog/service-document.ts'
import { serviceDetail } from '../service-catalog/service-detail.ts'

const listCatalogServices: Route<'listCatalogServices'> = async ({ query }, context) => {
  const { cursor, limit, sort = PLACE_SORT, ...asked } = query
  const known = await readKnown(context)
  const chosen = known.services.filter(isChosen(query, context.index))
  const rowFor = (service: KnownService, place?: Parameters<typeof rowOf>[3]) =>
    rowOf(service, known, context, place)
  const shown = chosen.filter(isLacking(query))
  const identity = listIdentity(`catalog ${sort}`, asked)
  const coverage = coverageOf(chosen)
  return {
    ...(sort === PLACE_SORT ? placed() : sorted()),
    coverage: [...coverage],
    teams: context.index.catalog.teams.flatMap(({ slug, name }) => {
      const own = chosen.filter(({ team }) => team === slug)
      if (own.length === 0) return []
      return [{ team: slug, name, serviceCount: own.length, coverage: [...coverageOf(own)] }]
    }),
    staleCount: chosen.filter(({ confirmed }) => confirmed?.isStale === true).length,
    products: [...new Set(known.services.flatMap(({ product }) => product ?? []))].toSorted(),
    answer: describeServiceCatalog({
      services: chosen.length,
      planned: chosen.filter(({ stage }) => stage === 'planned').length,
      aggregated: chosen.filter(({ level }) => level !== 'technical').length,
      stale: chosen.filter(({ confirmed }) => confirmed?.isStale === true).length,
      coverage,
    }),
  }

  function placed() {
    const slugs = new Set(shown.map(({ slug }) => slug))
    const rows = placedRows(known.services, slugs, rowFor).map((row, at) => ({ row, at }))
    const page = pageOf(
      { items: rows, identity, positionOf: ({ row, at }) => [at, row.slug], compare: compareAscending },
      { cursor, limit },
    )
    return { ...page, items: page.items.map(({ row }) => row) }
  }

  function sorted() {
    const order = catalogOrder(sort)
    const rows = inOrder(
      shown.map((service) => rowFor(service)),
      order,
    )
    return pageOf({ items: rows, identity, ...order }, { cursor, limit })
  }
}

const readCatalogDocument: Route<'readCatalogDocument'> = async ({ query }, context) => {
  const { services } = await readKnown(context)
  const shown = services.filter(isChosen(query, context.index)).filter(isLacking(query))
  return { fileName: 'services.yaml', text: shown.map(serviceDocument).join('---\n') }
}

const readCatalogService: Route<'readCatalogService'> = async ({ params }, context) => {
  const known = await readKnown(context)
  return serviceDetail(found(params.service, known.services), known, context)
}

const writeServiceFacts: Route<'writeServiceFacts'> = async ({ params, body }, { deps, caller }) => {
  const { facts, seenVersion } = body
  if (facts !== null) refuseImpossible(facts, deps.now())
  const { version } = await writeEntry(deps, caller, {
    kind: 'service-facts',
    key: params.service,
    seenVersion,
    ...(facts === null
      ? { body: (await deps.entries.read('service-facts', params.service))?.body ?? {}, isWithdrawn: true }
      : { body: facts }),
  })
  return { version }
}

function refuseImpossible({ model, modelSince }: ServiceFacts, nowMs: number): void {
  if (modelSince === null) return
  const refuse = (detail: string, hint: string) => {
    throw new RequestProblem('invalid-body', { detail, field: 'facts.modelSince', value: modelSince, hint })
  }
  if (model === null) refuse('There is no operating model that could hold since then', 'Name the model too')
  if (Date.parse(modelSince) > nowMs)
    refuse('The operating model holds since a day that has not come yet', 'Give today or a day in the past')
}

function found(slug: string, services: readonly KnownService[]): KnownService {
  const service = services.find((one) => one.slug === slug)
  if (service !== undefined) return service
  throw new RequestProblem('not-found', {
    detail: `There is no service "${slug}" in the catalog`,
    field: 'service',
    value: slug,
    hint: didYouMean(
      slug,
      services.map((one) => one.slug),
    ),
    apiHint: 'GET /api/catalog/services lists them',
  })
}

export const serviceCatalogRoutes = {
  listCatalogServices,
  readCatalogDocument,
  readCatalogService,
  writeServiceFacts,
}
