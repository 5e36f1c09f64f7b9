import { formatCount, formatShareBelow } from './format.ts'
import { counted, sentences } from './indicator-words.ts'
import type {
  ConditionKind,
  ConsequenceKind,
  PolicyCondition,
  PolicyConsequence,
  PolicyState,
} from './policy.ts'
import { hoursOfLength } from './policy.ts'

const NARROW = '\u202f'
const shareWords = (depletedPercent: number | null) => `${depletedPercent ?? 0}${NARROW}%`

/** What is gone of a budget in percent; neither met nor exhausted before it is. */
export function formatGone(depleted: number, threshold: number): string {
  return formatShareBelow(depleted, [threshold, 1])
}

const lengthUnits: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week' }

/** "7d" is 7 days. */
export function lengthWords(length: string): string {
  if (hoursOfLength(length) === null) return length
  return counted(Number(length.slice(0, -1)), lengthUnits[length.slice(-1)] ?? 'hour')
}

const beyond: Readonly<Record<ConditionKind, (condition: PolicyCondition, budget: string) => string>> = {
  depleted: ({ depletedPercent }, budget) =>
    (depletedPercent ?? 0) === 100
      ? `${budget} is exhausted before the period ends`
      : `${shareWords(depletedPercent)} of ${budget} is gone before the period ends`,
  'depleted-within': ({ depletedPercent, within }, budget) =>
    `${shareWords(depletedPercent)} of ${budget} goes within ${lengthWords(within ?? '')}`,
  'depleted-by-incident': ({ depletedPercent }, budget) =>
    `one incident takes ${shareWords(depletedPercent)} of ${budget}`,
  'depleted-of-quarter-by-outage-type': ({ depletedPercent }, budget) =>
    `outages of one type take ${shareWords(depletedPercent)} of ${budget} of a quarter`,
  'depleted-by-dependency': ({ depletedPercent }, budget) =>
    `a dependency takes ${shareWords(depletedPercent)} of ${budget}`,
  other: ({ description }) => description,
}

/** "30 % of an availability budget goes within 24 hours". */
export function conditionWords(condition: PolicyCondition): string {
  const { budget, slis, kind, description } = condition
  const names = slis.length === 0 ? '' : `${slis.join(' or ')} `
  const what = `${budget === 'sla' ? 'an SLA’s ' : /^[aeiou]/.test(names) || names === '' ? 'an ' : 'a '}${names}${names === '' && budget === 'slo' ? 'error budget' : 'budget'}`
  const words = beyond[kind](condition, what)
  return kind === 'other' || description === '' ? words : `${words}: ${description}`
}

/** At the beginning of a clause: a condition in the team's own words stands for itself. */
export function whenWords(condition: PolicyCondition): string {
  return condition.kind === 'other' ? condition.description : `When ${conditionWords(condition)}`
}

const does: Readonly<Record<ConsequenceKind, string>> = {
  'assign-people': 'Engineers work on reliability',
  escalate: 'Escalate',
  postmortem: 'Hold a postmortem',
  'create-action-item': 'Create an action item',
  'prioritise-action-item': 'Put the action item first',
  'finish-action-item': 'Finish the action item',
  'engage-dependency-owner': 'Engage the owner of the dependency',
  communicate: 'Tell people how the budget stands',
  'stop-staging-releases': 'Stop feature releases to staging',
  'stop-production-releases': 'Stop feature releases to production',
  other: 'Do as agreed',
}

/** Without its time to keep, which stands beside it. */
export function consequenceWords({
  kind,
  description,
  engineersPercent,
}: Omit<PolicyConsequence, 'execution'>): string {
  if (kind === 'other' && description !== '') return description
  const words =
    kind === 'assign-people' && engineersPercent !== null
      ? `${shareWords(engineersPercent)} of the engineers work on reliability`
      : does[kind]
  return description === '' ? words : `${words}: ${description}`
}

export const policyStateWords: Readonly<Record<PolicyState, string>> = {
  draft: 'Draft',
  'product-owner-review': 'With the product owner',
  'tie-breaker-review': 'With the tie-breakers',
  agreed: 'Agreed, not enacted',
  enacted: 'Enacted',
  'in-review': 'Enacted, in review',
  retired: 'Retired',
}

type PolicyFacts = Readonly<{
  teams: number
  inForce: number
  clausesMet: number
  unacknowledged: number
  overdue: number
  reviewsOverdue: number
}>

/** What holds for whom, and what waits for people. */
export function describePolicies(facts: PolicyFacts): string {
  const { teams, inForce, clausesMet, unacknowledged, overdue, reviewsOverdue } = facts
  const review =
    reviewsOverdue === 0
      ? null
      : `${reviewsOverdue === 1 ? '1 policy is' : `${formatCount(reviewsOverdue)} policies are`} overdue for review.`
  if (inForce === 0) {
    const whom = teams === 1 ? 'the team' : 'any of the teams'
    return sentences([`No error budget policy binds ${whom} yet.`, review])
  }
  const waiting = [
    unacknowledged === 0 ? '' : `, ${formatCount(unacknowledged)} unacknowledged`,
    overdue === 0 ? '' : `, ${formatCount(overdue)} with an overdue consequence`,
  ].join('')
  return sentences([
    `${formatCount(inForce)} of ${counted(teams, 'team')} ${inForce === 1 ? 'is' : 'are'} bound by an error budget policy.`,
    clausesMet === 0
      ? 'None of its clauses is met now.'
      : `${counted(clausesMet, 'clause')} ${clausesMet === 1 ? 'is' : 'are'} met now or not done with${waiting}.`,
    review,
  ])
}

type EnactmentFacts = Readonly<{
  enactments: number
  unacknowledged: number
  passed: number
  onTime: number
  onTimeOf: number
  missed: number
}>

export function describeEnactments(facts: EnactmentFacts): string {
  const { enactments, unacknowledged, passed, onTime, onTimeOf, missed } = facts
  if (enactments === 0 && missed === 0) return 'No clause was met in this window.'
  return sentences([
    `Clauses were met ${enactments === 1 ? 'once' : `${formatCount(enactments)} times`}.`,
    unacknowledged === 0
      ? null
      : `${formatCount(unacknowledged)} ${unacknowledged === 1 ? 'waits' : 'wait'} for somebody to acknowledge ${unacknowledged === 1 ? 'it' : 'them'}.`,
    passed === 0
      ? null
      : `${formatCount(passed)} passed before anybody acknowledged ${passed === 1 ? 'it' : 'them'}.`,
    onTimeOf === 0
      ? null
      : `${formatCount(onTime)} of ${counted(onTimeOf, 'consequence')} with a time to keep kept it.`,
    missed === 0
      ? null
      : `${counted(missed, 'budget')} ${missed === 1 ? 'was' : 'were'} exhausted early without an acknowledged enactment.`,
  ])
}
