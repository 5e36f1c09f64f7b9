import type { Service } from '../../src/contract/catalog.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { compareAscending, listIdentity, pageOf, type Position } from '../page.ts'

export const listServices: Route<'listServices'> = async ({ query }, { index }) => {
  const teams = chosenNames('team', query.team, index.teams)
  const items = index.catalog.services
    .filter((service) => teams?.has(service.team) ?? true)
    .toSorted((a, b) => compareAscending(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('services', query), positionOf, compare: compareAscending },
    query,
  )
}

function positionOf({ slug }: Service): Position {
  return [slug]
}
