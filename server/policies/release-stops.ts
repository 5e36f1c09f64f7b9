import type { PlannedDowntimeEffect } from '../../src/contract/planned-downtime.ts'
import { isInForce, type ConsequenceKind } from '../../src/domain/policy.ts'
import type { ApiContext } from '../context.ts'
import { instantOf } from '../instant.ts'
import { enactmentsIn } from './enactments.ts'
import type { KnownClause } from './known-policies.ts'
import { presentWindow } from './policy-on-wire.ts'
import { maySee, policySource } from './policy-source.ts'

type Place = Readonly<{ service: string; deployment: string; isProduction: boolean }>

export type ReleaseStops = Readonly<{
  /** Met now, and neither lifted nor left out. */
  present: PlannedDowntimeEffect['stops']
  /** Of the clauses that would stop releases as more of a budget is depleted, the first. */
  firstOf(seriesId: string): Readonly<{ known: KnownClause; share: number }> | null
}>

/** What in the policies that the caller may see stops releases of the service to that place, or would. */
export async function releaseStops(context: ApiContext, place: Place): Promise<ReleaseStops> {
  const { policies, source } = await policySource(context)
  const { nowHour } = source.moment
  const stopping: ConsequenceKind = place.isProduction ? 'stop-production-releases' : 'stop-staging-releases'
  const clauses = policies
    .filter(maySee(context))
    .filter(({ policy }) => isInForce(policy, nowHour))
    .flatMap((policy) => policy.clauses)
    .filter(({ clause }) => clause.consequences.some(({ kind }) => kind === stopping))
    // Budgets of production alone are in a policy's scope, and stop what is released before it as well.
    .map((clause) => ({
      ...clause,
      members: clause.members.filter(({ series }) => isHere(series.member, place)),
    }))
    .filter(({ members }) => members.length > 0)
  const enactments = await enactmentsIn(source, clauses, presentWindow(source.moment))
  const present = enactments.flatMap(({ id, clause, consequences, acknowledgedAt, metAt, endedAt }) => {
    const progress = consequences[clause.clause.consequences.findIndex(({ kind }) => kind === stopping)]
    const isOver = endedAt !== null || progress?.state === 'done' || progress?.state === 'left-out'
    if (isOver) return []
    return [
      {
        ...clauseOnWire(clause),
        enactment: id,
        since: instantOf(metAt),
        isAcknowledged: acknowledgedAt !== null,
      },
    ]
  })
  return {
    present,
    firstOf(seriesId) {
      const [first] = clauses
        .filter(({ members }) => members.some(({ series }) => series.id === seriesId))
        .flatMap((known) => {
          const { limit, clause } = known
          const isOfPeriod = limit !== null && limit.withinHours === null && clause.condition.budget === 'slo'
          return isOfPeriod ? [{ known, share: limit.share }] : []
        })
        .toSorted((a, b) => a.share - b.share)
      return first ?? null
    },
  }
}

export function clauseOnWire({ id, clause, policy: { policy } }: KnownClause) {
  return {
    team: policy.team,
    policy: policy.slug,
    policyName: policy.name,
    clause: id,
    clauseName: clause.name,
  }
}

function isHere(
  { slo, deployment }: KnownClause['members'][number]['series']['member'],
  place: Place,
): boolean {
  return slo.service === place.service && (!place.isProduction || deployment === place.deployment)
}
