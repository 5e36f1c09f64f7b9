import { firstHourOf } from './day.ts'
import { HOURS_PER_DAY, HOURS_PER_WEEK, type Hour } from './hours.ts'

export const policyStates = [
  'draft',
  'product-owner-review',
  'tie-breaker-review',
  'agreed',
  'enacted',
  'in-review',
  'retired',
] as const
export type PolicyState = (typeof policyStates)[number]

/** `depleted`: of the period's grant, 100 for exhausted. The others say by what, or how fast. */
export const conditionKinds = [
  'depleted',
  'depleted-within',
  'depleted-by-incident',
  'depleted-of-quarter-by-outage-type',
  'depleted-by-dependency',
  'other',
] as const
export type ConditionKind = (typeof conditionKinds)[number]

export const consequenceKinds = [
  'assign-people',
  'escalate',
  'postmortem',
  'create-action-item',
  'prioritise-action-item',
  'finish-action-item',
  'engage-dependency-owner',
  'communicate',
  'stop-staging-releases',
  'stop-production-releases',
  'other',
] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]

export type PolicyCondition = Readonly<{
  kind: ConditionKind
  /** Fulfilled when at least this much of the budget is depleted; null where the kind is `other`. */
  depletedPercent: number | null
  /** "24h", "7d": slides inside the period and does not reach into the one before. */
  within: string | null
  budget: 'slo' | 'sla'
  /** Empty for all of them. */
  slis: readonly string[]
  description: string
}>

export type PolicyConsequence = Readonly<{
  kind: ConsequenceKind
  description: string
  execution: 'automated' | 'semi-automated' | 'manual'
  within: string | null
  engineersPercent: number | null
}>

export type PolicyClause = Readonly<{
  name: string
  condition: PolicyCondition
  trigger: 'automatic' | 'manual'
  consequences: readonly PolicyConsequence[]
}>

export type PolicyTerms = Readonly<{
  purpose: string
  state: PolicyState
  /** A day, 2026-01-05. */
  enactedOn: string | null
  /** The first day on which it bound nobody any more; left out where nobody said. */
  retiredOn?: string
  visibility: 'public' | 'team'
  clauses: readonly PolicyClause[]
  /** Roles, in the order they are asked. */
  escalation: readonly string[]
  agreedBy: readonly string[]
  nextReview: Readonly<{ on: string | null; orAfter: string | null }> | null
  silverBulletsPerYear: number | null
  /** Each day of a freeze on which a release was made adds 1 + this many days. */
  thawTax: number | null
  parts: readonly Readonly<{ title: string; text: string }>[]
}>

/** A team's policy as it was agreed. */
export type Policy = PolicyTerms &
  Readonly<{ slug: string; name: string; description: string; team: string; services: readonly string[] }>

/** The letters of the reference's tables, by which people speak of conditions and consequences. */
export type ConditionLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'
export type ConsequenceLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J'

/** Null for a condition of the team's own. */
export function conditionLetter({
  kind,
  depletedPercent,
  within,
}: Pick<PolicyCondition, 'kind' | 'depletedPercent' | 'within'>): ConditionLetter | null {
  switch (kind) {
    case 'depleted':
      return (depletedPercent ?? 0) >= 100 ? 'A' : 'B'
    case 'depleted-within':
      return (hoursOfLength(within ?? '') ?? 0) <= HOURS_PER_DAY ? 'E' : 'F'
    case 'depleted-by-incident':
      return 'C'
    case 'depleted-of-quarter-by-outage-type':
      return 'D'
    case 'depleted-by-dependency':
      return 'G'
    case 'other':
      return null
  }
}

/** Whether budgets alone tell that it is met. The others need what no budget holds, and people who look. */
export function isSeenInBudgets(kind: ConditionKind): boolean {
  return kind === 'depleted' || kind === 'depleted-within'
}

type Automation = 'automatable' | 'traceable' | 'by-people'

const consequenceFacts: Readonly<
  Record<ConsequenceKind, Readonly<{ letter: ConsequenceLetter | null; automation: Automation }>>
> = {
  'assign-people': { letter: 'A', automation: 'by-people' },
  escalate: { letter: 'B', automation: 'by-people' },
  postmortem: { letter: 'C', automation: 'traceable' },
  'create-action-item': { letter: 'D', automation: 'automatable' },
  'prioritise-action-item': { letter: 'E', automation: 'traceable' },
  'finish-action-item': { letter: 'F', automation: 'traceable' },
  'engage-dependency-owner': { letter: 'G', automation: 'by-people' },
  communicate: { letter: 'H', automation: 'by-people' },
  'stop-staging-releases': { letter: 'I', automation: 'automatable' },
  'stop-production-releases': { letter: 'J', automation: 'automatable' },
  other: { letter: null, automation: 'by-people' },
}

export function consequenceLetter(kind: ConsequenceKind): ConsequenceLetter | null {
  return consequenceFacts[kind].letter
}

/** Who can do it: a tool, people whose work leaves a trace, or people alone. */
export function automationOf(kind: ConsequenceKind): Automation {
  return consequenceFacts[kind].automation
}

const lengthPattern = /^([1-9]\d{0,3})([hdw])$/
const hoursPerUnit: Readonly<Record<string, number>> = { h: 1, d: HOURS_PER_DAY, w: HOURS_PER_WEEK }

/** "24h", "7d", "2w" in hours; null where the text is none of these. */
export function hoursOfLength(length: string): number | null {
  const parts = lengthPattern.exec(length)
  if (parts === null) return null
  return Number(parts[1]) * (hoursPerUnit[parts[2] ?? ''] ?? 1)
}

const statesOfBound: readonly PolicyState[] = ['enacted', 'in-review', 'retired']

/** The first hour a policy binds, or bound before it was retired; null for one that never did. */
export function boundFromHour({ state, enactedOn }: Pick<PolicyTerms, 'state' | 'enactedOn'>): Hour | null {
  return statesOfBound.includes(state) && enactedOn !== null ? firstHourOf(enactedOn) : null
}

/** The first hour it binds no more: none while it is not retired. Null where nobody said since when it is. */
export function boundUntilHour({ state, retiredOn }: Pick<PolicyTerms, 'state' | 'retiredOn'>): Hour | null {
  if (state !== 'retired') return Infinity
  return retiredOn === undefined ? null : firstHourOf(retiredOn)
}

export function isInForce(policy: Pick<PolicyTerms, 'state' | 'enactedOn'>, hour: Hour): boolean {
  const from = boundFromHour(policy)
  return policy.state !== 'retired' && from !== null && hour >= from
}
