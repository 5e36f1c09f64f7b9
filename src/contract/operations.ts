import * as z from 'zod/mini'

import * as budget from './budget.ts'
import * as catalog from './catalog.ts'
import * as recordLists from './record-lists.ts'

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
  readBudgetHistory: {
    path: '/api/budgets/{slo}/{deployment}',
    query: budget.budgetHistoryQuery,
    response: budget.budgetHistorySchema,
    summary: 'The burn-down of one SLO in one deployment',
  },
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
  readKeptBudgets: {
    path: '/api/kept-budgets',
    query: budget.keptBudgetsQuery,
    response: budget.keptBudgetsSchema,
    summary: 'Services that kept every budget, by period',
  },
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
} as const

export type OperationId = keyof typeof operations
export type ResponseOf<Id extends OperationId> = z.infer<(typeof operations)[Id]['response']>
export type QueryOf<Id extends OperationId> = z.infer<(typeof operations)[Id]['query']>
