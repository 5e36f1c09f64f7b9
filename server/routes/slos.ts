import type { Slo } from '../../src/contract/catalog.ts'
import { chosenNames, foundSlo } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { compareAscending, listIdentity, pageOf, type Position } from '../page.ts'

export const listSlos: Route<'listSlos'> = async ({ query }, { index }) => {
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const slis = chosenNames('sli', query.sli, index.slis)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const items = index.catalog.slos
    .filter(
      (slo) =>
        (teams?.has(slo.team) ?? true) &&
        (services?.has(slo.service) ?? true) &&
        (slis?.has(slo.sli) ?? true) &&
        (deployments === null || slo.deployments.some((deployment) => deployments.has(deployment))) &&
        (query.flavor === undefined || slo.flavor === query.flavor),
    )
    .toSorted((a, b) => compareAscending(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('slos', query), positionOf, compare: compareAscending },
    query,
  )
}

export const readSlo: Route<'readSlo'> = async ({ params }, { index }) => foundSlo(index, params.slo)

function positionOf({ id }: Slo): Position {
  return [id]
}
