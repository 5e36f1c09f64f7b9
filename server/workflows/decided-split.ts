import type { FeaturesOrReliability } from '../../src/contract/features-or-reliability.ts'
import type { ApiContext } from '../context.ts'
import { readDecisionRows } from '../decisions/decision-rows.ts'

/** Whether it was decided already how these teams share the period's capacity; the latest that still stands or may come to. */
export async function decidedSplit(
  teams: readonly string[],
  period: string,
  context: Pick<ApiContext, 'deps' | 'index'>,
): Promise<FeaturesOrReliability['decided']> {
  const decisions = await readDecisionRows(context)
  const found = decisions
    .filter(({ row }) => row.state !== 'withdrawn' && row.state !== 'superseded')
    .flatMap(({ kept, row }) => {
      const { split } = kept.latest.body
      return split?.period === period && isSameTeams(split.teams, teams) ? [{ row, split }] : []
    })
    .toSorted((a, b) => Date.parse(b.row.at) - Date.parse(a.row.at))
  const [latest] = found
  if (latest === undefined) return null
  const { id, title, decision, state, by, at, deciders, nextReview } = latest.row
  return {
    id,
    title,
    decision,
    state,
    reliability: latest.split.reliability,
    by,
    at,
    deciderCount: deciders.length,
    signedCount: deciders.filter(({ signedAt }) => signedAt !== null).length,
    nextReview,
  }
}

function isSameTeams(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((team) => b.includes(team))
}
