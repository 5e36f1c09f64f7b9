import type { Slo } from '../../src/contract/catalog.ts'
import type { Contract } from '../../src/contract/contracts.ts'
import { contractFromHour } from '../../src/domain/contract-beginning.ts'
import { formatTarget } from '../../src/domain/format.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Member } from '../budgets/series.ts'
import { customersOf } from './customers.ts'

/** An endpoint-level SLA in one deployment. `member` has the SLA's target in place of the SLO's. */
export type EndpointSla = Readonly<{
  type: 'endpoint-level'
  id: string
  slo: Slo
  slaTarget: number
  member: Member
  /** Those that rest on it here. */
  contracts: readonly Contract[]
}>

/** A contractual SLA in one of the deployments it holds in. */
export type ContractualSla = Readonly<{
  type: 'contractual'
  id: string
  contract: Contract
  deployment: string
  /** Measured by its own target from end to end; null where it is what its parts make of it. */
  journey: Member | null
  /** Judged from the contract's beginning on, while the endpoint's own promise has none. */
  parts: readonly EndpointSla[]
}>

export type KnownSlas = Readonly<{
  contracts: readonly ContractualSla[]
  endpoints: readonly EndpointSla[]
}>

const known = new WeakMap<CatalogIndex, KnownSlas>()

/** Everything that was promised to customers, where it holds; put together once per catalog. */
export function knownSlas(index: CatalogIndex): KnownSlas {
  const held = known.get(index)
  if (held !== undefined) return held
  const { catalog, slos } = index
  const endpoints = catalog.slos.flatMap((slo) =>
    slo.slaTarget === null ? [] : endpointSlas(slo, slo.slaTarget, catalog.contracts),
  )
  const byId = new Map(endpoints.map((sla) => [sla.id, sla]))
  const contracts = catalog.contracts.flatMap((contract) =>
    contract.deployments.map((deployment): ContractualSla => ({
      type: 'contractual',
      id: `${contract.slug}@${deployment}`,
      contract,
      deployment,
      journey: journeyOf(contract, deployment, slos),
      parts: contract.parts
        .flatMap((id) => byId.get(`${id}@${deployment}`) ?? [])
        .map((part) => partSince(part, contract)),
    })),
  )
  const all = { contracts, endpoints }
  known.set(index, all)
  return all
}

/** What is judged for them: each promise, and once more whatever a contract judges otherwise than its endpoint does. */
export function promisedMembers({ endpoints, contracts }: KnownSlas): readonly Member[] {
  return [
    ...new Set([
      ...endpoints.map(({ member }) => member),
      ...contracts.flatMap(({ journey, parts }) => [
        ...(journey === null ? [] : [journey]),
        ...parts.map(({ member }) => member),
      ]),
    ]),
  ]
}

function endpointSlas(slo: Slo, slaTarget: number, contracts: readonly Contract[]): readonly EndpointSla[] {
  const resting = contracts.filter(({ parts }) => parts.includes(slo.id))
  const judged = { ...slo, target: slaTarget, versions: slo.slaVersions ?? [] }
  return slo.deployments.map((deployment) => ({
    type: 'endpoint-level',
    id: `${slo.id}@${deployment}`,
    slo,
    slaTarget,
    member: { slo: judged, deployment },
    contracts: resting.filter(({ deployments }) => deployments.includes(deployment)),
  }))
}

function partSince(part: EndpointSla, contract: Contract): EndpointSla {
  return contract.since === null ? part : { ...part, member: { ...part.member, ...sinceOf(contract) } }
}

function sinceOf({ since }: Pick<Contract, 'since'>): Pick<Member, 'sinceHour'> {
  return since === null ? {} : { sinceHour: contractFromHour(since) }
}

function journeyOf(contract: Contract, deployment: string, slos: CatalogIndex['slos']): Member | null {
  const { journey, target, versions } = contract
  const slo = journey === null ? undefined : slos.get(journey)
  if (!slo?.deployments.includes(deployment)) return null
  return { slo: { ...slo, target, versions }, deployment, ...sinceOf(contract) }
}

/** Where an SLA belongs, by what can be chosen. A contract is found by each of the services it rests on. */
export type SlaPlace = Readonly<{
  team: readonly string[]
  service: readonly string[]
  sli: readonly string[]
  deployment: readonly string[]
  contract: readonly string[]
  customer: readonly string[]
  /** Lower case; what `search` looks through. */
  words: string
}>

export function placeOfEndpoint(sla: EndpointSla, index: CatalogIndex): SlaPlace {
  const { slo, contracts, member } = sla
  return {
    team: [slo.team],
    service: [slo.service],
    sli: [slo.sli],
    deployment: [member.deployment],
    contract: contracts.map(({ slug }) => slug),
    customer: customersNamed(contracts, index),
    words: wordsOf([
      endpointText(slo),
      slo.service,
      slo.team,
      slo.sli,
      member.deployment,
      ...namesOf(contracts),
    ]),
  }
}

export function placeOfContract(
  { contract, deployment, parts }: ContractualSla,
  index: CatalogIndex,
): SlaPlace {
  const slos = parts.map(({ slo }) => slo)
  return {
    team: [...new Set(slos.map(({ team }) => team))],
    service: servicesOf(parts),
    sli: [contract.sli],
    deployment: [deployment],
    contract: [contract.slug],
    customer: customersNamed([contract], index),
    words: wordsOf([
      contract.functionality,
      contract.tier ?? '',
      contract.sli,
      deployment,
      ...namesOf([contract]),
    ]),
  }
}

export function servicesOf(parts: readonly EndpointSla[]): readonly string[] {
  return [...new Set(parts.map(({ slo }) => slo.service))]
}

/** What holds for every customer was promised to each. */
function customersNamed(contracts: readonly Contract[], { catalog }: CatalogIndex): readonly string[] {
  const slugs = contracts.some(({ customers }) => customers.length === 0)
    ? [...customersOf(catalog).keys()]
    : contracts.flatMap(({ customers }) => customers.map(({ slug }) => slug))
  return [...new Set(slugs)]
}

function namesOf(contracts: readonly Contract[]): readonly string[] {
  return contracts.flatMap(({ name, slug, customers }) => [name, slug, ...customers.map((one) => one.name)])
}

const wordsOf = (words: readonly string[]) => words.join(' ').toLowerCase()

function endpointText({ endpoint: { verb, path } }: Slo): string {
  return verb === null ? path : `${verb} ${path}`
}

/** As sentences call it: "POST /charge 99.9 %". */
export function endpointSlaName({ slo, slaTarget }: Pick<EndpointSla, 'slo' | 'slaTarget'>): string {
  return `${endpointText(slo)} ${formatTarget(slaTarget)}\u202f%`
}
