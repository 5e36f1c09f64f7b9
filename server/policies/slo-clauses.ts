import type { SloClause } from '../../src/contract/policies.ts'
import { isInForce } from '../../src/domain/policy.ts'
import { isUnfinished } from '../../src/domain/policy-enactment.ts'
import { instantOf } from '../instant.ts'
import { enactmentsIn, type Enactment, type EnactmentSource } from './enactments.ts'
import type { KnownClause, KnownPolicy } from './known-policies.ts'
import {
  budgetsNow,
  conditionOnWire,
  consequenceOnWire,
  presentWindow,
  type BudgetNow,
} from './policy-on-wire.ts'

/** How one budget stands to the clauses of these policies; what is met first, then the nearest. */
export async function sloClausesOf(
  source: EnactmentSource,
  policies: readonly KnownPolicy[],
  seriesId: string,
): Promise<SloClause[]> {
  const clauses = policies
    .flatMap((policy) => policy.clauses)
    .map((clause) => ({
      ...clause,
      members: clause.members.filter(({ series }) => series.id === seriesId),
    }))
    .filter(({ members }) => members.length > 0)
  const enactments = await enactmentsIn(source, clauses, presentWindow(source.moment))
  const all = await Promise.all(
    clauses.map(async (clause) => {
      const [now] = (await budgetsNow(source, clause)) ?? []
      const own = enactments.filter((one) => one.clause === clause)
      return now === undefined ? [] : [onWire(source, clause, now, own)]
    }),
  )
  const nearness = ({ isMet, depleted, threshold }: SloClause) =>
    isMet ? Infinity : (depleted ?? -1) / threshold
  return all.flat().toSorted((a, b) => {
    const [left, right] = [nearness(a), nearness(b)]
    return left === right ? 0 : right - left
  })
}

function onWire(
  { moment }: EnactmentSource,
  known: KnownClause,
  { depleted, isMet }: BudgetNow,
  enactments: readonly Enactment[],
): SloClause {
  const { policy, teamName } = known.policy
  const present = enactments.findLast(({ endedAt, status }) => endedAt === null || isUnfinished(status))
  return {
    policy: policy.slug,
    policyName: policy.name,
    clause: known.id,
    clauseName: known.clause.name,
    team: policy.team,
    teamName,
    condition: conditionOnWire(known),
    trigger: known.clause.trigger,
    consequences: known.clause.consequences.map(consequenceOnWire),
    isInForce: isInForce(policy, moment.nowHour),
    depleted,
    threshold: known.limit?.share ?? 1,
    isMet,
    enactment:
      present === undefined
        ? null
        : { id: present.id, status: present.status, metAt: instantOf(present.metAt) },
  }
}
