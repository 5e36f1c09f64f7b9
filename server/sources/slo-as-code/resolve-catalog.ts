import type { Declaration, OrganizationDeclaration, Reference } from './declarations.ts'
import type { Place } from '../../yaml/mistake.ts'
import { NameRegistry, noteDuplicate, slugOf } from './name-registry.ts'
import { derivedSlos, resolveDefaults } from './resolve-defaults.ts'
import { resolveContracts } from './resolve-contracts.ts'
import { resolveServices } from './resolve-services.ts'
import { resolvePolicies, resolveRotations } from './resolve-team-documents.ts'
import { resolveSlas } from './resolve-slas.ts'
import { resolveSlo, type ResolvedSlo } from './resolve-slo.ts'
import { groupDeclarations, ResolvedNames } from './resolved-names.ts'
import { writtenTarget, type WrittenTarget } from './written-target.ts'
import type { CodedDataSource, SloCatalog } from './slo-catalog.ts'

export type ResolvedCatalog = Readonly<{
  catalog: SloCatalog
  /** Where each SLO was written, by its id; a derived one where its default was. */
  origins: ReadonlyMap<string, Place>
  /** Where the target of each explicit SLO is written, by its id; without those that are only repeated by an alias. */
  targets: ReadonlyMap<string, WrittenTarget>
}>

/** Brings the declarations of all files together. What refers to nothing is left out, with a mistake on its document. */
export function resolveCatalog(
  declarations: readonly Declaration[],
  broken: ReadonlySet<string>,
): ResolvedCatalog {
  const grouped = groupDeclarations(declarations)
  const names = new ResolvedNames(grouped, broken)
  const resolved = withoutDuplicates(grouped.slo.flatMap((declaration) => resolveSlo(declaration, names)))
  const defaults = resolveDefaults(grouped['default-slo'], names)
  const derived = derivedSlos(
    defaults,
    resolved.map(({ slo }) => slo),
  )
  const slas = new NameRegistry('Sla', grouped.sla, broken, 'only here')
  const slaTargets = resolveSlas(slas.bySlug.values(), resolved, derived)
  const slos = [...resolved.map(({ slo }) => slo), ...derived].map((slo) => ({
    ...slo,
    slaTarget: slaTargets.get(slo.id) ?? null,
  }))
  const contracts = resolveContracts(grouped.contract, { names, slos, resolved, broken })
  const { services, teams } = resolveServices(names, grouped.slo)
  const owners = { names, services, teams, broken }
  const catalog: SloCatalog = {
    ...organizationOf(grouped.organization),
    teams: teams.toSorted(by(({ slug }) => slug)),
    deployments: names.deployments.toSorted(by(({ slug }) => slug)),
    services: services.toSorted(by(({ slug }) => slug)),
    dataSources: dataSourcesOf(names).toSorted(by(({ slug }) => slug)),
    defaultSlos: defaults.map(({ value }) => value).toSorted(by(({ service, sli }) => `${service}.${sli}`)),
    slos: slos.toSorted(by(({ id }) => id)),
    contracts: contracts.toSorted(by(({ slug }) => slug)),
    policies: resolvePolicies(grouped.policy, owners).toSorted(by(({ slug }) => slug)),
    rotations: resolveRotations(grouped.rotation, owners).toSorted(by(({ slug }) => slug)),
  }
  return { catalog, origins: originsOf(resolved), targets: writtenTargets(resolved) }
}

function withoutDuplicates(resolved: readonly ResolvedSlo[]): readonly ResolvedSlo[] {
  const first = new Map<string, Reference>()
  return resolved.filter(({ slo, declaration }) => {
    const other = first.get(slo.id)
    if (other) noteDuplicate(declaration.name, other, `the SLO ${slo.id}`)
    else first.set(slo.id, declaration.name)
    return other === undefined
  })
}

function organizationOf(
  declared: readonly OrganizationDeclaration[],
): Pick<SloCatalog, 'organization' | 'periodScheme'> {
  const [first, ...others] = declared
  for (const other of others) if (first) noteDuplicate(other.name, first.name, 'the one Organization')
  const slug = first && slugOf(first.name)
  if (!first || slug == null) {
    return {
      organization: { slug: 'organization', name: 'Organization' },
      periodScheme: { kind: 'four-weeks' },
    }
  }
  return {
    organization: { slug, name: first.displayName ?? first.name.name },
    periodScheme: first.periodScheme,
  }
}

function dataSourcesOf(names: ResolvedNames): readonly CodedDataSource[] {
  return [...names.dataSources.bySlug].map(
    ([slug, { name, displayName, description, type, connectionDetails }]) => ({
      slug,
      name: displayName ?? name.name,
      description,
      type,
      connectionDetails,
    }),
  )
}

function originsOf(resolved: readonly ResolvedSlo[]): ReadonlyMap<string, Place> {
  return new Map(resolved.map(({ slo, declaration: { name } }) => [slo.id, name.document.placeOf(name.path)]))
}

function writtenTargets(resolved: readonly ResolvedSlo[]): ReadonlyMap<string, WrittenTarget> {
  return new Map(
    resolved.flatMap(({ slo, objective }): [string, WrittenTarget][] => {
      const written = writtenTarget(objective)
      return written === null ? [] : [[slo.id, written]]
    }),
  )
}

function by<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)))
}
