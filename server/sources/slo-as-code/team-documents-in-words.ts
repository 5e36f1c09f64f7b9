import type { PolicyClause } from '../../../src/domain/policy.ts'
import type { CodedPolicy, CodedRotation, Shift } from './slo-catalog.ts'

type Shown = Readonly<Record<string, string>>

const NONE = 'none'
const listed = (names: readonly string[]) => (names.length === 0 ? NONE : names.join(', '))

export function policyInWords(policy: CodedPolicy): Shown {
  const { team, clauses, nextReview } = policy
  return {
    state: stateInWords(policy),
    name: policy.name,
    description: policy.description || NONE,
    team,
    services: listed(policy.services),
    purpose: policy.purpose,
    visibility: policy.visibility,
    escalation: listed(policy.escalation),
    'agreed by': listed(policy.agreedBy),
    'next review': reviewInWords(nextReview),
    'silver bullets a year': String(policy.silverBulletsPerYear ?? NONE),
    'thaw tax': String(policy.thawTax ?? NONE),
    ...Object.fromEntries(clauses.map((clause) => [`clause ${clause.name}`, clauseInWords(clause)])),
    ...Object.fromEntries(policy.parts.map(({ title, text }) => [`part ${title}`, text])),
  }
}

function stateInWords({ state, enactedOn, retiredOn }: CodedPolicy): string {
  if (state !== 'retired') return enactedOn === null ? state : `${state} since ${enactedOn}`
  return [state, enactedOn && `in force from ${enactedOn}`, retiredOn && `until ${retiredOn}`]
    .filter(Boolean)
    .join(' ')
}

function reviewInWords(review: CodedPolicy['nextReview']): string {
  const parts = [review?.on, review?.orAfter && `after ${review.orAfter}`].filter(Boolean)
  return parts.length === 0 ? NONE : parts.join(' or ')
}

function clauseInWords({ condition, trigger, consequences }: PolicyClause): string {
  const { kind, depletedPercent, within, budget, slis, description } = condition
  const when = [
    kind,
    depletedPercent === null ? '' : `${depletedPercent} % of the ${budget} budget`,
    within === null ? '' : `within ${within}`,
    slis.length === 0 ? '' : `of ${slis.join(', ')}`,
    description,
  ]
  const then = consequences.map((consequence) =>
    [
      consequence.kind,
      consequence.engineersPercent === null ? '' : `${consequence.engineersPercent} % of engineers`,
      consequence.within === null ? '' : `within ${consequence.within}`,
      consequence.execution,
      consequence.description,
    ]
      .filter(Boolean)
      .join(' '),
  )
  return `${trigger}, ${when.filter(Boolean).join(' ')}: ${then.join('; ')}`
}

export function rotationInWords(rotation: CodedRotation): Shown {
  const { primaryPeople, backupPeople, sharedPeople } = rotation
  return {
    hours: `${rotation.shifts.map(shiftInWords).join('; ')} ${rotation.timeZone}`,
    people: `${primaryPeople} primary, ${backupPeople} backup`,
    'shared people': String(sharedPeople ?? NONE),
    name: rotation.name,
    description: rotation.description || NONE,
    team: rotation.team,
    services: listed(rotation.services),
    deployments: listed(rotation.deployments),
  }
}

function shiftInWords({ weekdays, from, to }: Shift): string {
  return `${weekdays.length === 7 ? 'daily' : weekdays.join(' ')} ${from} to ${to}`
}
