import type { Release } from '../../src/contract/catalog.ts'
import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { chosenNames, chosenServices } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { listIdentity, pageOf, type Position } from '../page.ts'
import { requestedRange } from '../window-range.ts'

export const listReleases: Route<'listReleases'> = async ({ query }, { deps, index, moment }) => {
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const releases = await deps.releases.list({
    ...(query.service === undefined && query.team === undefined
      ? {}
      : { services: chosenServices(query, index) }),
    ...(deployments === null ? {} : { deployments: [...deployments] }),
    ...requestedRange(query, await moment()),
  })
  const found = releases.filter(({ result }) => query.result === undefined || result === query.result)
  const items = found.toSorted((a, b) => compareNewestFirst(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('releases', query), positionOf, compare: compareNewestFirst },
    query,
  )
}

function positionOf({ at, id }: Release): Position {
  return [Date.parse(at), id]
}

function compareNewestFirst([atA = null, idA = null]: Position, [atB = null, idB = null]: Position): number {
  return compareAbsentLast(atB, atA) || compareAbsentLast(idA, idB)
}
