import * as indicators from './indicators.ts'
import * as keptOverview from './kept-overview.ts'
import * as onCallRotations from './on-call-rotations.ts'
import type { Operation } from './operation.ts'

/** The indicators over periods; those about SLAs stand apart. */
export const indicatorOperations = {
  listAdherence: {
    path: '/api/indicators/slo-adherence',
    hasCsv: true,
    query: indicators.adherenceQuery,
    response: indicators.adherenceTableSchema,
    summary: 'Whether each SLO was kept, period by period',
  },
  listDepletion: {
    path: '/api/indicators/budget-depletion',
    hasCsv: true,
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
  listEndpointRanking: {
    path: '/api/indicators/endpoints',
    hasCsv: true,
    query: indicators.endpointRankingQuery,
    response: indicators.endpointTableSchema,
    summary: 'Which endpoints fail most, and which take longest',
  },
  listOnCallRotations: {
    path: '/api/indicators/on-call-rotations',
    hasCsv: true,
    query: onCallRotations.onCallRotationsQuery,
    response: onCallRotations.rotationTableSchema,
    summary: 'Which hours on-call rotations cover, where nobody would come, and who is on duty',
  },
  listKeptOverview: {
    path: '/api/indicators/kept-overview',
    hasCsv: true,
    query: keptOverview.keptOverviewQuery,
    response: keptOverview.keptOverviewSchema,
    summary:
      'How many SLOs of each service stayed within budget, period by period, and which services kept every one',
  },
} as const satisfies Readonly<Record<string, Operation>>
