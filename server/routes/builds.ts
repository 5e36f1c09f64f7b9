import type { Build } from '../../src/contract/builds.ts'
import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { chosenServices } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { listIdentity, pageOf, type Position } from '../page.ts'
import { requestedRange } from '../window-range.ts'

export const listBuilds: Route<'listBuilds'> = async ({ query }, { deps, index, moment }) => {
  const builds = await deps.builds.list({
    ...(query.service === undefined && query.team === undefined
      ? {}
      : { services: chosenServices(query, index) }),
    ...requestedRange(query, await moment()),
  })
  const items = builds
    .filter(({ result }) => query.result === undefined || result === query.result)
    .toSorted((a, b) => compareNewestFirst(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('builds', query), positionOf, compare: compareNewestFirst },
    query,
  )
}

function positionOf({ startedAt, id }: Build): Position {
  return [Date.parse(startedAt), id]
}

function compareNewestFirst([atA = null, idA = null]: Position, [atB = null, idB = null]: Position): number {
  return compareAbsentLast(atB, atA) || compareAbsentLast(idA, idB)
}
