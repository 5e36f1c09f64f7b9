import type { EnactmentOnWire } from '../../src/contract/enactments.ts'
import { consequenceStanding } from '../../src/domain/policy-enactment.ts'
import { subjectOf } from '../budgets/subject.ts'
import { instantOf } from '../instant.ts'
import { keptConsequences, type Enactment } from './enactments.ts'
import { conditionOnWire, consequenceOnWire } from './policy-on-wire.ts'

const HOUR_MS = 3_600_000

export function enactmentOnWire(enactment: Enactment, nowMs: number): EnactmentOnWire {
  const { id, clause, series, metAt, endedAt, body, leads } = enactment
  const { policy, teamName } = clause.policy
  const { depletedAtMet, depletedAtMost, isEstimate, status, written } = enactment
  return {
    id,
    policy: policy.slug,
    policyName: policy.name,
    clause: clause.id,
    clauseName: clause.clause.name,
    condition: conditionOnWire(clause),
    team: policy.team,
    teamName,
    subject: series === null ? null : subjectOf(series.member, series),
    metAt: instantOf(metAt),
    endedAt: endedAt === null ? null : instantOf(endedAt),
    depletedAtMet,
    depletedAtMost,
    isEstimate,
    status,
    acknowledged: body?.acknowledged ?? null,
    consequences: consequencesOnWire(enactment, nowMs),
    hoursToAcknowledge: hoursOrNull(leads.toAcknowledge),
    hoursToDone: hoursOrNull(leads.toDone),
    written: { ...written },
  }
}

function consequencesOnWire(
  { clause: { clause }, body, consequences }: Enactment,
  nowMs: number,
): EnactmentOnWire['consequences'] {
  const kept = keptConsequences(clause, body)
  return clause.consequences.flatMap((consequence, place) => {
    const progress = consequences[place]
    if (progress === undefined) return []
    const told = kept[place] ?? null
    return [
      {
        ...consequenceOnWire(consequence),
        state: progress.state,
        stateAt: instantOf(progress.at),
        by: told?.by ?? null,
        dueAt: progress.dueAt === null ? null : instantOf(progress.dueAt),
        standing: consequenceStanding(progress, nowMs),
        link: told?.link ?? null,
        note: told?.note ?? '',
      },
    ]
  })
}

export function hoursOrNull(ms: number | null): number | null {
  return ms === null ? null : ms / HOUR_MS
}
