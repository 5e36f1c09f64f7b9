import * as contracts from './contracts.ts'
import * as slaIndicators from './sla-indicators.ts'

/** What was promised to customers, and how it stands. */
export const slaOperations = {
  listContracts: {
    path: '/api/contracts',
    query: contracts.contractsQuery,
    response: contracts.contractPageSchema,
    summary: 'Contractual SLAs: what was promised to customers, and what it rests on',
  },
  listSlas: {
    path: '/api/indicators/slas-by-service',
    hasCsv: true,
    query: slaIndicators.slaListQuery,
    response: slaIndicators.slaListSchema,
    summary: 'What is owed to customers, and the endpoint-level SLAs that carry it',
  },
  listSlaDepletion: {
    path: '/api/indicators/sla-depletion',
    hasCsv: true,
    query: slaIndicators.slaDepletionQuery,
    response: slaIndicators.slaDepletionSchema,
    summary: 'How much each SLA had left of what may fail, period by period, and how fast it went',
  },
  listSlaCurves: {
    path: '/api/indicators/sla-curves',
    query: slaIndicators.slaCurvesQuery,
    response: slaIndicators.slaCurvesSchema,
    summary: 'The burn-down of every period, one row an SLA, with the releases of its services',
  },
  listSlaAdherence: {
    path: '/api/indicators/sla-adherence',
    hasCsv: true,
    query: slaIndicators.slaAdherenceQuery,
    response: slaIndicators.slaAdherenceSchema,
    summary: 'Whether each SLA was kept, period by period, and which part broke a contract',
  },
} as const
