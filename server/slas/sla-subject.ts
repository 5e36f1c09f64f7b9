import type { SlaDepletionRow } from '../../src/contract/sla-indicators.ts'
import { isSlaLooser } from '../../src/domain/sla.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { servicesOf, type ContractualSla, type EndpointSla } from './known-slas.ts'

export type SlaSubject = Pick<
  SlaDepletionRow,
  | 'type'
  | 'id'
  | 'name'
  | 'sli'
  | 'sliName'
  | 'target'
  | 'thresholdMs'
  | 'deployment'
  | 'contracts'
  | 'part'
  | 'contract'
>

const nameOf = ({ slug, name }: Readonly<{ slug: string; name: string }>) => ({ slug, name })

export function endpointSubject(sla: EndpointSla, { teams, slis }: CatalogIndex) {
  const { slo, slaTarget, contracts, member } = sla
  const { slug, verb, path } = slo.endpoint
  return {
    type: 'endpoint-level',
    id: slo.id,
    name: verb === null ? path : `${verb} ${path}`,
    sli: slo.sli,
    sliName: slis.get(slo.sli)?.name ?? slo.sli,
    target: slaTarget,
    thresholdMs: slo.thresholdMs,
    deployment: member.deployment,
    contracts: contracts.map(nameOf),
    part: {
      sloId: slo.id,
      sloSlug: slo.slug,
      team: slo.team,
      teamName: teams.get(slo.team)?.name ?? slo.team,
      service: slo.service,
      endpoint: { slug, verb, path },
      sloTarget: slo.target,
      isTooTight: !isSlaLooser(slaTarget, slo.target),
    },
    contract: null,
  } satisfies SlaSubject
}

/** `selected`: the services it rests on that are looked at. */
export function contractSubject(
  { contract, deployment, parts }: ContractualSla,
  selected: readonly string[],
  { slis }: CatalogIndex,
): SlaSubject {
  const { slug, name, sli, target, customers, tier, since } = contract
  return {
    type: 'contractual',
    id: slug,
    name,
    sli,
    sliName: slis.get(sli)?.name ?? sli,
    target,
    thresholdMs: null,
    deployment,
    contracts: [nameOf(contract)],
    part: null,
    contract: { customers, tier, since, services: [...selected], serviceCount: servicesOf(parts).length },
  }
}

/** Of the services a contract rests on those that team and service leave in view. */
export function selectedServices(
  { parts }: ContractualSla,
  { team, service }: Readonly<{ team?: string | undefined; service?: string | undefined }>,
): readonly string[] {
  const teams = team?.split(',')
  const services = service?.split(',')
  return servicesOf(
    parts.filter(
      ({ slo }) => (teams?.includes(slo.team) ?? true) && (services?.includes(slo.service) ?? true),
    ),
  )
}
