import type { ContractDeclaration, Reference } from './declarations.ts'
import { NameRegistry } from './name-registry.ts'
import { sloFinder, warnIfTight } from './resolve-slas.ts'
import type { ResolvedSlo } from './resolve-slo.ts'
import type { ResolvedNames } from './resolved-names.ts'
import type { CodedContract, CodedSlo } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

type Known = Readonly<{
  names: ResolvedNames
  /** With their SLAs. */
  slos: readonly CodedSlo[]
  resolved: readonly ResolvedSlo[]
  broken: ReadonlySet<string>
}>

/** What refers to nothing, or rests on what was promised to nobody, is left out with a mistake. */
export function resolveContracts(
  declarations: readonly ContractDeclaration[],
  { names, slos, resolved, broken }: Known,
): readonly CodedContract[] {
  const registry = new NameRegistry('ContractualSla', declarations, broken)
  const sloOf = sloFinder(slos, resolved)
  return [...registry.bySlug].flatMap(([slug, declaration]) => {
    const journey = declaration.journey === null ? null : sloOf(declaration.journey)
    const parts = declaration.parts.map((reference) => withSla(reference, sloOf(reference)))
    const isWhole = (declaration.journey === null) === (journey === null)
    const found = parts.filter((part) => part !== null)
    const deployments = deploymentsOf(declaration, journey, found, names)
    if (!isWhole || found.length < parts.length || deployments === null) return []
    if (journey !== null) warnIfTight(declaration, journey)
    const { name, displayName, functionality, customers, tier, since, target, penalty, url } = declaration
    return [
      {
        slug,
        name: displayName ?? name.name,
        functionality,
        customers,
        tier,
        since,
        sli: slugFrom(declaration.sli.name),
        target,
        journey: journey?.id ?? null,
        parts: [...new Set(found.map(({ id }) => id))].toSorted(),
        deployments,
        penalty,
        url,
      },
    ]
  })
}

function withSla({ document, path }: Reference, slo: CodedSlo | null): CodedSlo | null {
  if (slo === null || slo.slaTarget !== null) return slo
  document.error({
    rule: 'unresolved-reference',
    path,
    problem: `names ${slo.id}, which has no SLA`,
    hint: `Write one: kind: Sla with spec.slo: ${slo.id} and its target.`,
  })
  return null
}

/** Those named, else all in which it is measured: on its journey, else on any of its parts. */
function deploymentsOf(
  { deployments }: ContractDeclaration,
  journey: CodedSlo | null,
  parts: readonly CodedSlo[],
  names: ResolvedNames,
): readonly string[] | null {
  if (deployments !== null) return names.deploymentsOf(deployments, null)
  const measured = journey === null ? parts : [journey]
  return [...new Set(measured.flatMap((slo) => slo.deployments))].toSorted()
}
