import { didYouMean } from '../../closest-names.ts'
import type { PolicyDeclaration, Reference, RotationDeclaration } from './declarations.ts'
import { NameRegistry } from './name-registry.ts'
import type { ResolvedNames } from './resolved-names.ts'
import type { CodedPolicy, CodedRotation, SloCatalog } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

type Owners = Pick<SloCatalog, 'services' | 'teams'> &
  Readonly<{ names: ResolvedNames; broken: ReadonlySet<string> }>

export function resolvePolicies(
  declarations: readonly PolicyDeclaration[],
  owners: Owners,
): readonly CodedPolicy[] {
  const registry = new NameRegistry('ErrorBudgetPolicy', declarations, owners.broken)
  return [...registry.bySlug].flatMap(([slug, declaration]) => {
    const { kind: _, name, displayName, ...terms } = declaration
    const scope = scopeOf(declaration, owners)
    return scope === null ? [] : [{ ...terms, ...scope, slug, name: displayName ?? name.name }]
  })
}

export function resolveRotations(
  declarations: readonly RotationDeclaration[],
  owners: Owners,
): readonly CodedRotation[] {
  const registry = new NameRegistry('Rotation', declarations, owners.broken)
  return [...registry.bySlug].flatMap(([slug, declaration]) => {
    const { kind: _, name, displayName, ...terms } = declaration
    const scope = scopeOf(declaration, owners)
    const deployments = owners.names.deploymentsOf(declaration.deployments, null)
    if (scope === null || deployments === null) return []
    return [{ ...terms, ...scope, slug, name: displayName ?? name.name, deployments }]
  })
}

type Scoped = Readonly<{ name: Reference; team: Reference; services: readonly Reference[] | null }>

/** Whose it is, and for which services it holds: those named, else all of the team. */
function scopeOf(
  { name, team, services }: Scoped,
  owners: Owners,
): Readonly<{ team: string; services: readonly string[] }> | null {
  const slug = teamOf(team, owners)
  const named = services?.map((reference) => owners.names.knownService(reference))
  if (slug === null || named?.includes(null) === true) return null
  const held =
    named?.filter((service) => service !== null) ??
    owners.services.filter((service) => service.team === slug).map((service) => service.slug)
  if (held.length === 0) {
    const problem = `holds for nothing: the team ${slug} has no service`
    name.document.warn({ rule: 'taken-as', path: name.path, problem })
  }
  return { team: slug, services: [...new Set(held)].toSorted() }
}

/** A Team, or one that the labels of services and SLOs speak of. */
function teamOf({ document, path, name }: Reference, { teams }: Owners): string | null {
  const slug = slugFrom(name)
  if (teams.some((team) => team.slug === slug)) return slug
  document.error({
    rule: 'unresolved-reference',
    path,
    problem: `names no team of these files: ${name}`,
    hint: didYouMean(
      slug,
      teams.map((team) => team.slug),
    ),
  })
  return null
}
