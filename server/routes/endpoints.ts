import type { Endpoint } from '../../src/contract/catalog.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { compareAscending, listIdentity, pageOf, type Position } from '../page.ts'

export const listEndpoints: Route<'listEndpoints'> = async ({ query }, { index }) => {
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const items = index.catalog.endpoints
    .filter(({ service }) => services?.has(service) ?? true)
    .filter(({ service }) => teams?.has(index.services.get(service)?.team ?? '') ?? true)
    .toSorted((a, b) => compareAscending(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('endpoints', query), positionOf, compare: compareAscending },
    query,
  )
}

function positionOf({ service, slug }: Endpoint): Position {
  return [service, slug]
}
