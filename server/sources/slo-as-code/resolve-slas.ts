import { closestNames } from '../../closest-names.ts'
import { isSlaLooser } from '../../../src/domain/sla.ts'
import type { Reference, SlaDeclaration } from './declarations.ts'
import type { ResolvedSlo } from './resolve-slo.ts'
import type { CodedSlo } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'
import { percentFromShare } from './target.ts'

/** The strictest SLA of each SLO, by its id. */
export function resolveSlas(
  slas: Iterable<SlaDeclaration>,
  resolved: readonly ResolvedSlo[],
  derived: readonly CodedSlo[],
): ReadonlyMap<string, number> {
  const sloOf = sloFinder([...resolved.map(({ slo }) => slo), ...derived], resolved)
  const targets = new Map<string, number>()
  for (const sla of slas) {
    const slo = sloOf(sla.slo)
    if (slo === null) continue
    warnIfTight(sla, slo)
    targets.set(slo.id, Math.max(targets.get(slo.id) ?? 0, sla.target))
  }
  return targets
}

/** By its id, or by the name it was written under where only one has it; null with a mistake where there is none. */
export function sloFinder<Found extends CodedSlo>(slos: readonly Found[], resolved: readonly ResolvedSlo[]) {
  const byId = new Map(slos.map((slo) => [slo.id, slo]))
  const idsByName = Map.groupBy(resolved, ({ declaration }) => slugFrom(declaration.name.name))
  return (reference: Reference): Found | null => {
    const candidates = (idsByName.get(slugFrom(reference.name)) ?? []).flatMap(
      ({ slo }) => byId.get(slo.id) ?? [],
    )
    const slo = byId.get(reference.name) ?? (candidates.length === 1 ? candidates[0] : undefined)
    if (slo === undefined) noteUnresolved(reference, candidates, [...byId.keys(), ...idsByName.keys()])
    return slo ?? null
  }
}

function noteUnresolved(
  { document, path, name }: Reference,
  candidates: readonly CodedSlo[],
  known: readonly string[],
): void {
  const ids = candidates.map(({ id }) => id)
  const closest = closestNames(name, known)
  document.error({
    rule: 'unresolved-reference',
    path,
    problem: ids.length > 1 ? `names ${ids.length} SLOs` : `names no SLO of these files: ${name}`,
    hint:
      ids.length > 1
        ? `Write one of ${ids.join(', ')}.`
        : closest.length > 0
          ? `Did you mean ${closest.join(' or ')}?`
          : 'Write its name or its id: service.sli.name.',
  })
}

/** It is kept all the same: what a contract says is so, however little time it leaves to act. */
export function warnIfTight(
  { target, targetSource: { document, path } }: Pick<SlaDeclaration, 'target' | 'targetSource'>,
  slo: CodedSlo,
): void {
  if (isSlaLooser(target, slo.target)) return
  document.warn({
    rule: 'sla-not-looser',
    path,
    problem: `should be looser than the SLO ${slo.id}, which is ${percentFromShare(slo.target)} %`,
    hint: 'Between SLO and SLA lies the time to act before the contract is broken.',
  })
}
