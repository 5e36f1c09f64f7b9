import type { Operation } from './operation.ts'
import * as recoveryTrend from './recovery-trend.ts'
import * as ticketTrend from './ticket-trend.ts'

/** What incidents and customers tell, over periods. */
export const trendOperations = {
  listTicketTrend: {
    path: '/api/indicators/ticket-trend',
    hasCsv: true,
    query: ticketTrend.ticketTrendQuery,
    response: ticketTrend.ticketTrendTableSchema,
    summary: 'How many tickets customers opened about each service, period by period, and how that grows',
  },
  listRecoveryTrend: {
    path: '/api/indicators/recovery-trend',
    hasCsv: true,
    query: recoveryTrend.recoveryTrendQuery,
    response: recoveryTrend.recoveryTableSchema,
    summary: 'How long it took to recover from incidents, whether that grows, and the downtime',
  },
} as const satisfies Readonly<Record<string, Operation>>
