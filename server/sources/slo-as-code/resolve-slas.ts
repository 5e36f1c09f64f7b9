import { closestNames } from '../../closest-names.ts'
import { isSlaLooser } from '../../../src/domain/sla.ts'
import type { SlaDeclaration } from './declarations.ts'
import type { ResolvedSlo } from './resolve-slo.ts'
import type { CodedSlo } from './slo-catalog.ts'
import { slugFrom } from './slug.ts'
import { percentFromShare } from './target.ts'

/** The strictest SLA of each SLO, by its id. */
export function resolveSlas(
  slas: Iterable<SlaDeclaration>,
  resolved: readonly ResolvedSlo[],
  derived: readonly CodedSlo[],
): ReadonlyMap<string, number> {
  const byId = new Map([...resolved.map(({ slo }) => slo), ...derived].map((slo) => [slo.id, slo]))
  const byName = Map.groupBy(resolved, ({ declaration }) => slugFrom(declaration.name.name))
  const targets = new Map<string, number>()
  for (const sla of slas) {
    const candidates = byName.get(slugFrom(sla.slo.name))?.map(({ slo }) => slo) ?? []
    const slo = byId.get(sla.slo.name) ?? (candidates.length === 1 ? candidates[0] : undefined)
    if (slo === undefined) noteUnresolved(sla, candidates, [...byId.keys(), ...byName.keys()])
    else if (isLooser(sla, slo)) targets.set(slo.id, Math.max(targets.get(slo.id) ?? 0, sla.target))
  }
  return targets
}

function noteUnresolved(
  { slo: { document, path, name } }: SlaDeclaration,
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

function isLooser({ target, targetSource: { document, path } }: SlaDeclaration, slo: CodedSlo): boolean {
  if (isSlaLooser(target, slo.target)) return true
  document.error({
    rule: 'sla-not-looser',
    path,
    problem: `must be looser than the SLO ${slo.id}, which is ${percentFromShare(slo.target)} %`,
    hint: 'Between SLO and SLA lies the time to act before the contract is broken.',
  })
  return false
}
