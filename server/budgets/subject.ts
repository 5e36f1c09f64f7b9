import type { BudgetSummary } from '../../src/contract/budget.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Member } from './series.ts'

export type Subject = Omit<BudgetSummary, 'budget' | 'burning' | 'earlier' | 'sparkline'>

/** Who a budget belongs to, in the words of its row. */
export function subjectOf(
  { slo, deployment }: Member,
  names: Readonly<{ teamName: string; sliName: string }>,
): Subject {
  const { slug, verb, path } = slo.endpoint
  return {
    sloId: slo.id,
    sloSlug: slo.slug,
    team: slo.team,
    teamName: names.teamName,
    service: slo.service,
    sli: slo.sli,
    sliName: names.sliName,
    deployment,
    endpoint: { slug, verb, path },
    target: slo.target,
    thresholdMs: slo.thresholdMs,
    flavor: slo.flavor,
    priority: slo.priority,
  }
}

export function namesOf(
  { slo }: Member,
  { teams, slis }: CatalogIndex,
): Readonly<{ teamName: string; sliName: string }> {
  return { teamName: teams.get(slo.team)?.name ?? slo.team, sliName: slis.get(slo.sli)?.name ?? slo.sli }
}
