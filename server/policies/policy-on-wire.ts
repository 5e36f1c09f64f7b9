import type { ClauseOnWire, ConsequenceOnWire, PolicyOnWire } from '../../src/contract/policies.ts'
import {
  automationOf,
  conditionLetter,
  consequenceLetter,
  isInForce,
  type PolicyConsequence,
} from '../../src/domain/policy.ts'
import { clauseStatus, isUnfinished } from '../../src/domain/policy-enactment.ts'
import type { ReviewState } from '../../src/domain/review-calendar.ts'
import { HOURS_PER_DAY } from '../../src/domain/hours.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import type { Moment } from '../moment.ts'
import { enactmentsIn, type Enactment, type EnactmentSource } from './enactments.ts'
import type { ClauseMember, KnownClause, KnownPolicy } from './known-policies.ts'

/** What is unfinished for longer stands in the log and not on the clause. */
const LOOKBACK_HOURS = 84 * HOURS_PER_DAY

export function presentWindow({ nowHour, currentPeriod }: Moment): HourRange {
  return { fromHour: nowHour - LOOKBACK_HOURS, toHour: currentPeriod.endHour }
}

type DueReview = Readonly<{ due: string; state: ReviewState }>

/** `review`: when it is reviewed next, by what was agreed; null where nothing was. */
export async function policyOnWire(
  source: EnactmentSource,
  known: KnownPolicy,
  review: DueReview | null,
): Promise<PolicyOnWire> {
  const { policy, teamName, boundFrom } = known
  const isBound = boundFrom !== null && policy.state !== 'retired'
  const { moment } = source
  const enactments = await enactmentsIn(source, known.clauses, presentWindow(moment))
  const clauses = await Promise.all(
    known.clauses.map((clause) =>
      clauseOnWire(
        source,
        clause,
        enactments.filter((one) => one.clause === clause),
      ),
    ),
  )
  const { clauses: _clauses, services, escalation, agreedBy, parts, ...terms } = policy
  return {
    ...terms,
    teamName,
    services: [...services],
    escalation: [...escalation],
    agreedBy: [...agreedBy],
    parts: parts.map((part) => ({ ...part })),
    retiredOn: policy.retiredOn ?? null,
    isInForce: isInForce(policy, moment.nowHour),
    reviewDue: review?.due ?? null,
    isReviewOverdue: review?.state === 'overdue',
    clauses: isBound ? clauses : clauses.map((clause) => ({ ...clause, status: null })),
  }
}

async function clauseOnWire(
  source: EnactmentSource,
  known: KnownClause,
  enactments: readonly Enactment[],
): Promise<ClauseOnWire> {
  const { clause, id, policy } = known
  const budgets = await budgetsNow(source, known)
  const { checks, version } = source.entries.checksOf(policy.policy.slug, id)
  return {
    id,
    name: clause.name,
    condition: conditionOnWire(known),
    trigger: clause.trigger,
    consequences: clause.consequences.map(consequenceOnWire),
    status: clauseStatus(enactments),
    metCount: budgets === null ? null : budgets.filter(({ isMet }) => isMet).length,
    unfinishedCount: enactments.filter(({ status }) => isUnfinished(status)).length,
    nearest: budgets === null ? null : nearestOf(budgets),
    check: known.isDerived ? null : (checks.at(-1) ?? null),
    checkVersion: version,
  }
}

export function conditionOnWire({ clause: { condition } }: KnownClause): ClauseOnWire['condition'] {
  return { ...condition, slis: [...condition.slis], letter: conditionLetter(condition) }
}

export function consequenceOnWire(consequence: PolicyConsequence): ConsequenceOnWire {
  const { kind } = consequence
  return { ...consequence, letter: consequenceLetter(kind), automation: automationOf(kind) }
}

export type BudgetNow = Readonly<{ member: ClauseMember; depleted: number | null; isMet: boolean }>

/** How its condition stands in every budget of its scope; null where people look. */
export async function budgetsNow(
  { conditions, book, slaBook, moment }: EnactmentSource,
  { limit, members, clause, policy: { boundFrom } }: KnownClause,
): Promise<readonly BudgetNow[] | null> {
  if (limit === null) return null
  const period = moment.currentPeriod
  const readings = await conditions.of(
    {
      members: members.map(({ judged }) => judged),
      limit,
      period,
      fromHour: boundFrom ?? period.startHour,
    },
    clause.condition.budget === 'sla' ? slaBook : book,
    moment,
  )
  return members.flatMap((member, row) => {
    const reading = readings[row]
    return reading === undefined || reading === null ? [] : [{ member, ...reading.standing }]
  })
}

/** What is met without a share to tell is as far beyond as can be. */
function nearestOf(budgets: readonly BudgetNow[]): ClauseOnWire['nearest'] {
  const far = ({ isMet, depleted }: BudgetNow) =>
    (isMet ? 1_000_000 : 0) + (depleted ?? (isMet ? 1_000_000 : -1))
  const [first] = budgets.toSorted((a, b) => far(b) - far(a))
  if (first === undefined || (first.depleted === null && !first.isMet)) return null
  const { slo, deployment } = first.member.series.member
  const { slug, verb, path } = slo.endpoint
  return {
    sloId: slo.id,
    sloSlug: slo.slug,
    service: slo.service,
    sli: slo.sli,
    deployment,
    endpoint: { slug, verb, path },
    depleted: first.depleted,
    isMet: first.isMet,
  }
}
