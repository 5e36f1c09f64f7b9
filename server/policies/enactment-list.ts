import type { EnactmentList, EnactmentSortColumn } from '../../src/contract/enactments.ts'
import { enactmentStatuses } from '../../src/domain/policy-enactment.ts'
import type { Member } from '../budgets/series.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import type { Enactment } from './enactments.ts'

/** The newest first. */
export const ENACTMENT_SORT = '-met'

type Choices = Readonly<{
  team?: string | undefined
  service?: string | undefined
  sli?: string | undefined
  slo?: string | undefined
  deployment?: string | undefined
  clause?: string | undefined
}>

/** Those of the chosen places. What people said of no budget belongs to its team and to no other place. */
export function isEnactmentPlaced(query: Choices, index: CatalogIndex): (enactment: Enactment) => boolean {
  const teams = chosenNames('team', query.team, index.teams)
  const clauses = query.clause?.split(',')
  const isPlaced = isMemberPlaced(query, index)
  const isAnywhere = [query.service, query.sli, query.slo, query.deployment].every(
    (names) => names === undefined,
  )
  return ({ clause, series }) => {
    if (!(teams?.has(clause.policy.policy.team) ?? true)) return false
    if (!(clauses?.includes(clause.id) ?? true)) return false
    return series === null ? isAnywhere : isPlaced(series.member)
  }
}

export function isMemberPlaced(query: Choices, index: CatalogIndex): (member: Member) => boolean {
  const services = chosenNames('service', query.service, index.services)
  const slis = chosenNames('sli', query.sli, index.slis)
  const slos = chosenNames('slo', query.slo, index.slos)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  return ({ slo, deployment }) =>
    (services?.has(slo.service) ?? true) &&
    (slis?.has(slo.sli) ?? true) &&
    (slos?.has(slo.id) ?? true) &&
    (deployments?.has(deployment) ?? true)
}

export function isEnactmentChosen(status: string | undefined): (enactment: Enactment) => boolean {
  const chosen = status?.split(',')
  return (enactment) => chosen?.includes(enactment.status) ?? true
}

export function statusCounts(enactments: readonly Enactment[]): EnactmentList['statuses'] {
  return enactmentStatuses.map((slug) => ({
    slug,
    count: enactments.filter(({ status }) => status === slug).length,
  }))
}

const keys: Readonly<Record<EnactmentSortColumn, (enactment: Enactment) => SortKey>> = {
  met: ({ metAt }) => metAt,
  team: ({ clause }) => clause.policy.teamName,
  clause: ({ clause }) => clause.clause.name,
  service: ({ series }) => series?.member.slo.service ?? null,
  depleted: ({ depletedAtMost }) => depletedAtMost,
  acknowledged: ({ leads }) => leads.toAcknowledge,
  done: ({ leads }) => leads.toDone,
}

export function enactmentOrder(sort: string): RowOrder<Enactment> {
  return rowOrder(sort, keyIn(keys), ({ id }) => id)
}
