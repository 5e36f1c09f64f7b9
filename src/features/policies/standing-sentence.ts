import type { PolicyOnWire } from '../../contract/policies.ts'
import { formatDay } from '../../domain/day.ts'
import { policyStateWords } from '../../domain/describe-policies.ts'
import { nameList } from '../../domain/indicator-words.ts'
import { boundWords } from './policy-text.ts'

/** What binds whom, and what waits for people now. */
export function standingSentence(policy: PolicyOnWire): string {
  const { state, isInForce, isReviewOverdue, reviewDue, clauses } = policy
  const review =
    isReviewOverdue && reviewDue !== null ? ` Its review was due on ${formatDay(reviewDue)}.` : ''
  const bound = boundWords(policy)
  if (state === 'retired') return `${policyStateWords[state]}${bound}: it binds nobody any more.`
  if (!isInForce) {
    const would = clauses.filter(({ metCount }) => (metCount ?? 0) > 0).length
    const then =
      would === 0
        ? 'None of its clauses would be met now.'
        : `${would} of its ${clauses.length} clauses would be met now.`
    return `${policyStateWords[state]}: it binds nobody yet. ${then}${review}`
  }
  const met = clauses.filter(({ status }) => status !== null && status !== 'not-met')
  const waiting = met.filter(({ status }) => status === 'unacknowledged' || status === 'overdue')
  if (met.length === 0) return `In force${bound}. None of its ${clauses.length} clauses is met now.${review}`
  const waits =
    waiting.length === 0
      ? 'all of them answered'
      : `${nameList(waiting.map(({ name }) => `“${name}”`))} ${waiting.length === 1 ? 'waits' : 'wait'} for people`
  return `In force${bound}. ${met.length} of ${clauses.length} clauses ${met.length === 1 ? 'is' : 'are'} met now or not done with: ${waits}.${review}`
}
