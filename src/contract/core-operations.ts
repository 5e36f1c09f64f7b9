import * as z from 'zod/mini'

import * as budget from './budget.ts'
import * as catalog from './catalog.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

/** What nearly every page asks for: what there is, the periods, and how budgets stand. */
export const coreOperations = {
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
  listBudgets: {
    path: '/api/budgets',
    hasCsv: true,
    query: budget.budgetsQuery,
    response: budget.budgetPageSchema,
    summary: 'Budgets of one period: filtered, sorted, in pages',
  },
} as const satisfies Readonly<Record<string, Operation>>
