import * as z from 'zod/mini'

import type { Operation } from './operation.ts'
import * as sloBreaches from './slo-breaches.ts'
import * as teamRule from './team-rule.ts'

const none = z.strictObject({})

/** Breaches, what people find about them, and the rules that tell of them. */
export const breachOperations = {
  listSloBreaches: {
    path: '/api/slo-breaches',
    hasCsv: true,
    query: sloBreaches.sloBreachesQuery,
    response: sloBreaches.sloBreachListSchema,
    summary: 'Who broke which SLO, when, how far, and what it took of the budget',
  },
  readSloBreach: {
    path: '/api/slo-breaches/{breach}',
    query: none,
    response: sloBreaches.sloBreachDetailSchema,
    summary:
      'One breach: all an alert says, how its neighbours stood, those before it, and what people found',
  },
  reviewSloBreach: {
    method: 'PUT',
    path: '/api/slo-breaches/{breach}/review',
    query: none,
    body: sloBreaches.breachReviewChangeSchema,
    response: sloBreaches.breachReviewAnswerSchema,
    permission: { action: 'review-breach', subject: 'breach' },
    summary: 'What people found about a breach, or that they take it back',
  },
  readTeamRule: {
    path: '/api/teams/{team}/rule',
    query: none,
    response: teamRule.teamRuleSchema,
    summary: 'What tells somebody that an SLO of the team breaks',
  },
  changeTeamRule: {
    method: 'PUT',
    path: '/api/teams/{team}/rule',
    query: none,
    body: teamRule.teamRuleChangeSchema,
    response: teamRule.teamRuleAnswerSchema,
    permission: { action: 'change-rule', subject: 'team' },
    summary: 'A rule of the team’s own in place of the default ones, or back to those',
  },
  readRuleReplay: {
    path: '/api/teams/{team}/rule-replay',
    query: teamRule.ruleReplayQuery,
    response: teamRule.ruleReplaySchema,
    summary: 'What a draft of a rule would have told in an SLO’s own last 90 days',
  },
} as const satisfies Readonly<Record<string, Operation>>
