import * as z from 'zod/mini'

import * as decisions from './decision-answers.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})
const permission = { action: 'record-decisions', subject: 'of-route' } as const
/** A workflow's evidence may be long, in letters that take four bytes. */
const MOST_BYTES = 1024 * 1024

export const decisionOperations = {
  listDecisions: {
    path: '/api/decisions',
    hasCsv: true,
    query: decisions.decisionsQuery,
    response: decisions.decisionPageSchema,
    summary: 'What was decided about reliability, by whom, and how it stands',
  },
  readDecision: {
    path: '/api/decisions/{decision}',
    query: none,
    response: decisions.decisionDetailSchema,
    summary: 'One decision with its evidence, versions, signatures and what was done to it',
  },
  writeDecision: {
    method: 'PUT',
    path: '/api/decisions/{decision}',
    query: none,
    body: decisions.decisionChange,
    maxBodyBytes: MOST_BYTES,
    response: decisions.decisionVersionAnswer,
    permission,
    summary: 'Records a decision, or changes it to a version that nobody has signed yet',
  },
  signDecision: {
    method: 'POST',
    path: '/api/decisions/{decision}/signatures',
    query: none,
    body: decisions.decisionSigning,
    response: decisions.decisionVersionAnswer,
    permission: { action: 'sign-decisions' },
    summary: 'Signs a decision, as the person who asks',
  },
  withdrawDecision: {
    method: 'POST',
    path: '/api/decisions/{decision}/withdrawal',
    query: none,
    body: decisions.decisionWithdrawal,
    response: decisions.decisionVersionAnswer,
    permission,
    summary: 'Withdraws a decision for good, with the reason',
  },
  writeDecisionEffect: {
    method: 'PUT',
    path: '/api/decisions/{decision}/effect',
    query: none,
    body: decisions.decisionEffectChange,
    response: decisions.decisionVersionAnswer,
    permission,
    summary: 'What was found when people looked at what came of a decision',
  },
} as const satisfies Readonly<Record<string, Operation>>
