import type { Contract } from '../../src/contract/contracts.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { compareAscending, listIdentity, pageOf, type Position } from '../page.ts'
import { customersOf } from '../slas/customers.ts'

export const listContracts: Route<'listContracts'> = async ({ query }, { index }) => {
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const slis = chosenNames('sli', query.sli, index.slis)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const customers = chosenNames('customer', query.customer, customersOf(index.catalog))
  const slosOf = ({ parts }: Contract) => parts.flatMap((id) => index.slos.get(id) ?? [])
  const items = index.catalog.contracts
    .filter(
      (contract) =>
        (teams === null || slosOf(contract).some(({ team }) => teams.has(team))) &&
        (services === null || slosOf(contract).some(({ service }) => services.has(service))) &&
        (slis?.has(contract.sli) ?? true) &&
        (deployments === null || contract.deployments.some((deployment) => deployments.has(deployment))) &&
        (customers === null ||
          contract.customers.length === 0 ||
          contract.customers.some(({ slug }) => customers.has(slug))),
    )
    .toSorted((a, b) => compareAscending(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('contracts', query), positionOf, compare: compareAscending },
    query,
  )
}

function positionOf({ slug }: Contract): Position {
  return [slug]
}
