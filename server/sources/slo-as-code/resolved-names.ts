import { didYouMean } from '../../closest-names.ts'
import type { Deployment } from '../../../src/contract/catalog.ts'
import type {
  DataSourceDeclaration,
  Declaration,
  DeploymentDeclaration,
  IndicatorDeclaration,
  Reference,
  ServiceDeclaration,
  TeamDeclaration,
} from './declarations.ts'
import { NameRegistry, slugOf } from './name-registry.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

type OfKind<Kind extends Declaration['kind']> = Extract<Declaration, { kind: Kind }>

type Declarations = Readonly<{ [Kind in Declaration['kind']]: readonly OfKind<Kind>[] }>

const ONLY_DEPLOYMENT: Deployment = { slug: 'production', name: 'production', kind: 'production', region: '' }

/** Everything that can be referred to. */
export class ResolvedNames {
  readonly teams: NameRegistry<TeamDeclaration>
  readonly services: NameRegistry<ServiceDeclaration>
  readonly indicators: NameRegistry<IndicatorDeclaration>
  readonly dataSources: NameRegistry<DataSourceDeclaration>
  readonly deployments: readonly Deployment[]
  /** Services that SLOs name in passing, by slug. */
  readonly impliedServices = new Map<string, string>()
  readonly #deployments: NameRegistry<DeploymentDeclaration>

  constructor(declarations: Declarations, broken: ReadonlySet<string>) {
    this.teams = new NameRegistry('Team', declarations.team, broken)
    this.services = new NameRegistry('Service', declarations.service, broken)
    this.indicators = new NameRegistry('SLI', declarations.indicator, broken, 'only here')
    this.dataSources = new NameRegistry('DataSource', declarations['data-source'], broken)
    this.#deployments = new NameRegistry('Deployment', declarations.deployment, broken)
    const declared = [...this.#deployments.bySlug].map(([slug, { name, displayName, deployment }]) => ({
      slug,
      name: displayName ?? name.name,
      ...deployment,
    }))
    this.deployments = declared.length > 0 ? declared : [ONLY_DEPLOYMENT]
  }

  /** Where no Service is declared at all, the names that SLOs give are the services. */
  serviceOf({
    service,
    impliesService,
  }: Readonly<{ service: Reference; impliesService: boolean }>): string | null {
    const slug = slugFrom(service.name)
    if (this.services.bySlug.has(slug) || this.impliedServices.has(slug)) return slug
    if (!impliesService && this.services.bySlug.size > 0 && !this.services.isBroken(slug)) {
      return this.services.resolve(service)
    }
    const implied = slugOf(service)
    if (implied !== null) this.impliedServices.set(implied, service.name)
    return implied
  }

  /** The services known so far, declared or implied. */
  knownService({ document, path, name }: Reference): string | null {
    const slug = slugFrom(name)
    if (this.services.bySlug.has(slug) || this.impliedServices.has(slug)) return slug
    const isBroken = this.services.isBroken(slug)
    const known = [...this.services.bySlug.keys(), ...this.impliedServices.keys()]
    document.error({
      rule: 'unresolved-reference',
      path,
      problem: isBroken
        ? 'names a Service that has mistakes of its own'
        : `names no service of these files: ${name}`,
      hint: isBroken ? 'Mend that one first.' : didYouMean(slug, known),
    })
    return null
  }

  /** Those named, else the service's, else all of production. */
  deploymentsOf(references: readonly Reference[] | null, service: string | null): readonly string[] | null {
    if (references) return this.#named(references)
    const ofService = service === null ? null : this.services.bySlug.get(service)?.deployments
    // What is wrong about a Service's own list is told once, where services are resolved.
    const known = ofService ? this.#known(ofService) : []
    if (known.length > 0) return known
    const production = this.deployments.filter(({ kind }) => kind === 'production')
    return slugsOf(production.length > 0 ? production : this.deployments)
  }

  #named(references: readonly Reference[]): readonly string[] | null {
    const known = this.#known(references)
    const isMissing = references
      .filter(({ name }) => !known.includes(slugFrom(name)))
      .map((reference) => this.#deployments.resolve(reference))
    return isMissing.length > 0 ? null : known
  }

  #known(references: readonly Reference[]): readonly string[] {
    const named = new Set(references.map(({ name }) => slugFrom(name)))
    return slugsOf(this.deployments.filter(({ slug }) => named.has(slug)))
  }
}

const slugsOf = (deployments: readonly Deployment[]) => deployments.map(({ slug }) => slug).toSorted()

export function groupDeclarations(declarations: readonly Declaration[]): Declarations {
  const ofKind = <Kind extends Declaration['kind']>(kind: Kind) =>
    declarations.filter((declaration): declaration is OfKind<Kind> => declaration.kind === kind)
  return {
    slo: ofKind('slo'),
    'default-slo': ofKind('default-slo'),
    service: ofKind('service'),
    'data-source': ofKind('data-source'),
    indicator: ofKind('indicator'),
    organization: ofKind('organization'),
    team: ofKind('team'),
    deployment: ofKind('deployment'),
    sla: ofKind('sla'),
    contract: ofKind('contract'),
    policy: ofKind('policy'),
    rotation: ofKind('rotation'),
  }
}
