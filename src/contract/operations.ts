import * as z from 'zod/mini'

import { accessOperations } from './access-operations.ts'
import { boardOperations } from './board-operations.ts'
import * as budget from './budget.ts'
import * as catalog from './catalog.ts'
import { correctionOperations } from './correction-operations.ts'
import * as catalogState from './catalog-state.ts'
import * as entries from './entries.ts'
import { expectationOperations } from './expectation-operations.ts'
import * as feed from './feed.ts'
import { hierarchyOperations } from './hierarchy-operations.ts'
import * as indicators from './indicators.ts'
import * as keptOverview from './kept-overview.ts'
import { maturityOperations } from './maturity-operations.ts'
import type { Operation } from './operation.ts'
import * as onCall from './on-call.ts'
import * as onCallRotations from './on-call-rotations.ts'
import * as recordLists from './record-lists.ts'
import { statusOperations } from './status-operations.ts'
import * as recoveryTrend from './recovery-trend.ts'
import * as sloBreaches from './slo-breaches.ts'
import { slaOperations } from './sla-operations.ts'
import * as teamRule from './team-rule.ts'
import * as ticketTrend from './ticket-trend.ts'

export type { Operation, Permission } from './operation.ts'

const none = z.strictObject({})

/**
 * Every operation of the API, once: the server routes and checks by it, the browser parses by it, the OpenAPI document
 * is generated from it. Path parameters are slugs.
 */
export const operations = {
  readOrganization: {
    path: '/api/organization',
    query: none,
    response: catalog.organizationSchema,
    summary: 'Whose data this is, up to when, and in which period',
  },
  listTeams: {
    path: '/api/teams',
    query: none,
    response: catalog.teamListSchema,
    summary: 'Teams with the state of their budgets',
  },
  listDeployments: {
    path: '/api/deployments',
    query: none,
    response: catalog.deploymentListSchema,
    summary: 'Production regions and other deployments',
  },
  listServices: {
    path: '/api/services',
    query: catalog.servicesQuery,
    response: catalog.servicePageSchema,
    summary: 'Services',
  },
  listEndpoints: {
    path: '/api/endpoints',
    query: catalog.endpointsQuery,
    response: catalog.endpointPageSchema,
    summary: 'Endpoints of services',
  },
  listSlis: {
    path: '/api/slis',
    query: none,
    response: catalog.sliListSchema,
    summary: 'Service level indicators',
  },
  listSlos: {
    path: '/api/slos',
    query: catalog.slosQuery,
    response: catalog.sloPageSchema,
    summary: 'SLOs with their versions, defaults included',
  },
  readSlo: { path: '/api/slos/{slo}', query: none, response: catalog.sloSchema, summary: 'One SLO' },
  readTargetChange: {
    path: '/api/slos/{slo}/target-change',
    query: catalogState.targetChangeQuery,
    response: catalogState.targetChangeSchema,
    summary: 'What would come of another target, and the patch that agrees on it',
  },
  readCatalogState: {
    path: '/api/catalog-state',
    query: none,
    response: catalogState.catalogStateSchema,
    summary: 'How the catalog came to be what it is, and what is wrong with its files',
  },
  listPeriods: {
    path: '/api/periods',
    query: catalog.periodsQuery,
    response: catalog.periodListSchema,
    summary: 'Accounting periods for which there are data',
  },
  listReleases: {
    path: '/api/releases',
    query: catalog.releasesQuery,
    response: catalog.releasePageSchema,
    summary: 'Releases, newest first',
  },
  listBudgets: {
    path: '/api/budgets',
    query: budget.budgetsQuery,
    response: budget.budgetPageSchema,
    summary: 'Budgets of one period: filtered, sorted, in pages',
  },
  ...hierarchyOperations,
  readBudgetHistory: {
    path: '/api/budgets/{slo}/{deployment}',
    query: budget.budgetHistoryQuery,
    response: budget.budgetHistorySchema,
    summary: 'The burn-down of one SLO in one deployment',
  },
  listOnCall: {
    path: '/api/on-call',
    query: onCall.onCallQuery,
    response: onCall.onCallListSchema,
    summary: 'Budgets as somebody on call looks at them: what burns first, then what is exhausted or at risk',
  },
  readSituation: {
    path: '/api/budgets/{slo}/{deployment}/situation',
    query: none,
    response: onCall.situationSchema,
    summary: 'Since when a budget burns, after which change, what it depends on, and what to do first',
  },
  ...boardOperations,
  ...correctionOperations,
  ...expectationOperations,
  ...statusOperations,
  listVerdicts: {
    path: '/api/budgets/{slo}/{deployment}/verdicts',
    query: budget.verdictsQuery,
    response: budget.verdictsSchema,
    summary: 'Verdicts by period',
  },
  readBuckets: {
    path: '/api/budgets/{slo}/{deployment}/buckets',
    query: budget.bucketsQuery,
    response: budget.bucketColumnsSchema,
    summary: 'Raw hourly buckets',
  },
  listAdherence: {
    path: '/api/indicators/slo-adherence',
    query: indicators.adherenceQuery,
    response: indicators.adherenceTableSchema,
    summary: 'Whether each SLO was kept, period by period',
  },
  listDepletion: {
    path: '/api/indicators/budget-depletion',
    query: indicators.depletionQuery,
    response: indicators.depletionTableSchema,
    summary: 'How each error budget ended each period, and how fast it went',
  },
  listBudgetCurves: {
    path: '/api/indicators/budget-curves',
    query: indicators.curvesQuery,
    response: indicators.curvesTableSchema,
    summary: 'The burn-down of every period, one row an SLO',
  },
  ...slaOperations,
  listEndpointRanking: {
    path: '/api/indicators/endpoints',
    query: indicators.endpointRankingQuery,
    response: indicators.endpointTableSchema,
    summary: 'Which endpoints fail most, and which take longest',
  },
  listTicketTrend: {
    path: '/api/indicators/ticket-trend',
    query: ticketTrend.ticketTrendQuery,
    response: ticketTrend.ticketTrendTableSchema,
    summary: 'How many tickets customers opened about each service, period by period, and how that grows',
  },
  listOnCallRotations: {
    path: '/api/indicators/on-call-rotations',
    query: onCallRotations.onCallRotationsQuery,
    response: onCallRotations.rotationTableSchema,
    summary: 'Which hours on-call rotations cover, where nobody would come, and who is on duty',
  },
  listRecoveryTrend: {
    path: '/api/indicators/recovery-trend',
    query: recoveryTrend.recoveryTrendQuery,
    response: recoveryTrend.recoveryTableSchema,
    summary: 'How long it took to recover from incidents, whether that grows, and the downtime',
  },
  listKeptOverview: {
    path: '/api/indicators/kept-overview',
    query: keptOverview.keptOverviewQuery,
    response: keptOverview.keptOverviewSchema,
    summary:
      'How many SLOs of each service stayed within budget, period by period, and which services kept every one',
  },
  listSloBreaches: {
    path: '/api/slo-breaches',
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
  ...maturityOperations,
  listIncidents: {
    path: '/api/incidents',
    query: recordLists.incidentsQuery,
    response: recordLists.incidentPageSchema,
    summary: 'Incidents, newest first',
  },
  listTickets: {
    path: '/api/tickets',
    query: recordLists.ticketsQuery,
    response: recordLists.ticketPageSchema,
    summary: 'Tickets of customers, newest first',
  },
  listRotations: {
    path: '/api/rotations',
    query: recordLists.rotationsQuery,
    response: recordLists.rotationPageSchema,
    summary: 'On-call rotations: hours, services and head counts',
  },
  listEndpointStats: {
    path: '/api/endpoint-stats',
    query: recordLists.endpointStatsQuery,
    response: recordLists.endpointFiguresPageSchema,
    summary: 'Requests, failures and latency of endpoints over a range, with an SLO or without',
  },
  listBreaches: {
    path: '/api/breaches',
    query: recordLists.breachesQuery,
    response: recordLists.reportedBreachPageSchema,
    summary: 'Breaches that alerting tools reported, newest first',
  },
  listFeeds: {
    path: '/api/feeds',
    query: feed.feedsQuery,
    response: feed.feedPageSchema,
    summary: 'When each series was last fed with measurements, and why it is not',
  },
  listEntries: {
    path: '/api/entries',
    query: entries.entriesQuery,
    response: entries.entryPageSchema,
    summary: 'Every version of everything people entered, in the order it was entered',
  },
  ...accessOperations,
} as const satisfies Readonly<Record<string, Operation>>

export type OperationId = keyof typeof operations
export type ResponseOf<Id extends OperationId> = z.infer<(typeof operations)[Id]['response']>
/** What is sent with the operation; undefined where nothing is. */
export type BodyOf<Id extends OperationId> = (typeof operations)[Id] extends {
  body: infer Body extends z.core.$ZodType
}
  ? z.infer<Body>
  : undefined
export type QueryOf<Id extends OperationId> = z.infer<(typeof operations)[Id]['query']>
