import * as indicators from './indicators.ts'
import * as keptOverview from './kept-overview.ts'
import * as onCallRotations from './on-call-rotations.ts'
import type { Operation } from './operation.ts'
import * as recoveryTrend from './recovery-trend.ts'
import * as ticketTrend from './ticket-trend.ts'

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
  listTicketTrend: {
    path: '/api/indicators/ticket-trend',
    hasCsv: true,
    query: ticketTrend.ticketTrendQuery,
    response: ticketTrend.ticketTrendTableSchema,
    summary: 'How many tickets customers opened about each service, period by period, and how that grows',
  },
  listOnCallRotations: {
    path: '/api/indicators/on-call-rotations',
    hasCsv: true,
    query: onCallRotations.onCallRotationsQuery,
    response: onCallRotations.rotationTableSchema,
    summary: 'Which hours on-call rotations cover, where nobody would come, and who is on duty',
  },
  listRecoveryTrend: {
    path: '/api/indicators/recovery-trend',
    hasCsv: true,
    query: recoveryTrend.recoveryTrendQuery,
    response: recoveryTrend.recoveryTableSchema,
    summary: 'How long it took to recover from incidents, whether that grows, and the downtime',
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
