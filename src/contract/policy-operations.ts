import * as z from 'zod/mini'

import type { Operation } from './operation.ts'
import * as enactments from './enactments.ts'
import * as policies from './policies.ts'
import * as bullets from './silver-bullets.ts'

const none = z.strictObject({})

/** Error budget policies, how their clauses stand, and what came of them. */
export const policyOperations = {
  listPolicies: {
    path: '/api/policies',
    query: policies.policiesQuery,
    response: policies.policyListSchema,
    // What a team keeps to itself is answered to some only.
    permission: { action: 'read' },
    summary: 'The error budget policies of teams, and how their clauses stand now',
  },
  listEnactments: {
    path: '/api/enactments',
    hasCsv: true,
    query: enactments.enactmentsQuery,
    response: enactments.enactmentListSchema,
    permission: { action: 'read' },
    summary: 'When clauses of policies were met, what people did about it and how long it took',
  },
  readEnactment: {
    path: '/api/teams/{team}/enactments/{enactment}',
    query: none,
    response: enactments.enactmentSchema,
    permission: { action: 'read' },
    summary: 'One enactment, under the name it has or had',
  },
  listSloClauses: {
    path: '/api/budgets/{slo}/{deployment}/clauses',
    query: none,
    response: policies.sloClausesSchema,
    permission: { action: 'read' },
    summary: 'Which clauses of policies look at a budget, and how far it is from them',
  },
  changeEnactment: {
    method: 'PUT',
    path: '/api/teams/{team}/enactments/{enactment}',
    query: none,
    body: enactments.enactmentChangeSchema,
    // A clause may have 50 consequences with a note each, of letters that may take four bytes.
    maxBodyBytes: 512 * 1024,
    response: enactments.enactmentAnswerSchema,
    permission: { action: 'enact-policy', subject: 'team' },
    summary: 'That a clause that is met was acknowledged, and how far its consequences are',
  },
  checkClause: {
    method: 'PUT',
    path: '/api/teams/{team}/policies/{policy}/clauses/{clause}/check',
    query: none,
    body: policies.clauseCheckSchema,
    response: policies.clauseCheckAnswerSchema,
    permission: { action: 'enact-policy', subject: 'team' },
    summary: 'That people looked at a condition no budget tells of, and whether it is met',
  },
  listSilverBullets: {
    path: '/api/teams/{team}/policies/{policy}/silver-bullets',
    query: none,
    response: bullets.silverBulletListSchema,
    permission: { action: 'read' },
    summary: 'Feature releases made in spite of a stop, and how many are left this year',
  },
  writeSilverBullet: {
    method: 'PUT',
    path: '/api/teams/{team}/policies/{policy}/silver-bullets/{bullet}',
    query: none,
    body: bullets.silverBulletChange,
    response: bullets.silverBulletWritten,
    permission: { action: 'enact-policy', subject: 'team' },
    summary: 'That a feature was released in spite of a stop: which, and why',
  },
} as const satisfies Readonly<Record<string, Operation>>
