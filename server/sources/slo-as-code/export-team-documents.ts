import type { PolicyClause } from '../../../src/domain/policy.ts'
import type { CodedPolicy, CodedRotation } from './slo-catalog.ts'

type Fields = Readonly<Record<string, unknown>>

export function policySpecOf(policy: CodedPolicy): Fields {
  const { team, services, purpose, state, visibility, clauses, escalation, nextReview } = policy
  return {
    ...described(policy.description),
    team,
    services,
    purpose,
    state,
    ...given({ enactedOn: policy.enactedOn, retiredOn: policy.retiredOn ?? null }),
    visibility,
    clauses: clauses.map(clauseFields),
    escalation,
    agreedBy: policy.agreedBy,
    ...(nextReview === null ? {} : { nextReview: given(nextReview) }),
    ...given({ silverBulletsPerYear: policy.silverBulletsPerYear, thawTax: policy.thawTax }),
    ...(policy.parts.length === 0 ? {} : { parts: policy.parts }),
  }
}

function clauseFields({ name, condition, trigger, consequences }: PolicyClause): Fields {
  const { kind, depletedPercent, within, budget, slis, description } = condition
  return {
    name,
    condition: {
      kind,
      ...given({ depletedPercent, within }),
      ...(kind === 'other' ? {} : { budget }),
      ...(slis.length === 0 ? {} : { slis }),
      ...described(description),
    },
    trigger,
    consequences: consequences.map((consequence) => ({
      kind: consequence.kind,
      ...described(consequence.description),
      execution: consequence.execution,
      ...given({ within: consequence.within, engineersPercent: consequence.engineersPercent }),
    })),
  }
}

export function rotationSpecOf(rotation: CodedRotation): Fields {
  const { team, services, deployments, timeZone, shifts, primaryPeople, backupPeople } = rotation
  return {
    ...described(rotation.description),
    team,
    services,
    deployments,
    timeZone,
    shifts,
    primaryPeople,
    backupPeople,
    ...given({ sharedPeople: rotation.sharedPeople }),
  }
}

const described = (description: string): Fields => (description === '' ? {} : { description })

/** Without what nobody said. */
function given(fields: Readonly<Record<string, string | number | null>>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
