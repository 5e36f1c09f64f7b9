import {
  boundFromHour,
  boundUntilHour,
  hoursOfLength,
  isSeenInBudgets,
  type Policy,
  type PolicyClause,
} from '../../src/domain/policy.ts'
import type { DepletionLimit } from '../../src/domain/premature-depletion.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import type { Member } from '../budgets/series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { knownSlas } from '../slas/known-slas.ts'
import { slugFrom } from '../../src/domain/slug.ts'

/** A budget a clause looks at. `judged` has the SLA's target in place of the SLO's where the clause is about what was promised. */
export type ClauseMember = Readonly<{ series: ListedSeries; judged: Member }>

export type KnownClause = Readonly<{
  /** Unique in the policy. */
  id: string
  clause: PolicyClause
  policy: KnownPolicy
  /** Null where no budget tells of its condition. */
  limit: DepletionLimit | null
  /** Its budgets say when it is met; of the others people do. */
  isDerived: boolean
  members: readonly ClauseMember[]
}>

export type KnownPolicy = Readonly<{
  policy: Policy
  teamName: string
  /** The first hour it binds, or bound before it was retired; null for one that never did. */
  boundFrom: Hour | null
  /** The first hour it binds no more; null for a retired one of which nobody said since when. */
  boundUntil: Hour | null
  /** Every budget in its scope: those of production. */
  scope: readonly ListedSeries[]
  clauses: readonly KnownClause[]
}>

const known = new WeakMap<CatalogIndex, readonly KnownPolicy[]>()

/** By team and name; put together once per catalog. */
export function knownPolicies(index: CatalogIndex, listed: readonly ListedSeries[]): readonly KnownPolicy[] {
  const held = known.get(index)
  if (held !== undefined) return held
  const teams = [...index.teams.keys()]
  const policies = index.catalog.policies
    .map((policy) => knownPolicy(policy, index, listed))
    .toSorted(
      (a, b) =>
        teams.indexOf(a.policy.team) - teams.indexOf(b.policy.team) ||
        (a.policy.slug < b.policy.slug ? -1 : 1),
    )
  known.set(index, policies)
  return policies
}

function knownPolicy(policy: Policy, index: CatalogIndex, listed: readonly ListedSeries[]): KnownPolicy {
  const services = new Set(policy.services)
  const scope = listed.filter((series) => series.isProduction && services.has(series.member.slo.service))
  const clauses: KnownClause[] = []
  const found = {
    policy,
    teamName: index.teams.get(policy.team)?.name ?? policy.team,
    boundFrom: boundFromHour(policy),
    boundUntil: boundUntilHour(policy),
    scope,
    clauses,
  }
  const ids = clauseIds(policy.clauses)
  for (const [place, clause] of policy.clauses.entries()) {
    const isSeen = isSeenInBudgets(clause.condition.kind)
    clauses.push({
      id: ids[place] ?? '',
      clause,
      policy: found,
      limit: isSeen ? limitOf(clause) : null,
      isDerived: isSeen && clause.trigger === 'automatic',
      members: isSeen ? membersOf(clause, scope, index) : [],
    })
  }
  return found
}

/** Names are any text; those that become the same in an address are told apart by their places. */
function clauseIds(clauses: readonly PolicyClause[]): readonly string[] {
  const slugs = clauses.map(({ name }) => slugFrom(name))
  return slugs.map((slug, place) =>
    slug === '' || slugs.indexOf(slug) < place ? `clause-${place + 1}` : slug,
  )
}

function limitOf({ condition: { depletedPercent, within } }: PolicyClause): DepletionLimit {
  return {
    share: (depletedPercent ?? 100) / 100,
    withinHours: within === null ? null : hoursOfLength(within),
  }
}

function membersOf(
  { condition: { slis, budget } }: PolicyClause,
  scope: readonly ListedSeries[],
  index: CatalogIndex,
): readonly ClauseMember[] {
  const chosen = scope.filter(({ member }) => slis.length === 0 || slis.includes(member.slo.sli))
  if (budget === 'slo') return chosen.map((series) => ({ series, judged: series.member }))
  const promised = new Map(knownSlas(index).endpoints.map(({ id, member }) => [id, member]))
  return chosen.flatMap((series) => {
    const judged = promised.get(series.id)
    return judged === undefined ? [] : [{ series, judged }]
  })
}
