import * as entries from './entries.ts'
import type { Operation } from './operation.ts'
import * as recordLists from './record-lists.ts'

/** What other tools told, and what people entered. */
export const recordOperations = {
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
  listEntries: {
    path: '/api/entries',
    query: entries.entriesQuery,
    response: entries.entryPageSchema,
    // What a team wrote to a policy it keeps to itself is answered to some only.
    permission: { action: 'read' },
    summary: 'Every version of everything people entered, in the order it was entered',
  },
} as const satisfies Readonly<Record<string, Operation>>
