import { noRecords } from '../../server/no-records.ts'
import type { RecordFilter, RecordStore } from '../../server/ports.ts'
import type { EndpointFigures, Incident, Ticket } from '../../src/contract/records.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { newestFirst, recordsFound } from '../organization/records/records-found.ts'
import { PERIOD_HOURS, startOf, type WorkedEndpoint, type WorkedPlan } from './worked-plan.ts'

const DEPLOYMENT = 'prod-us'
const REQUESTS = 100_000
const MINUTE_MS = 60_000
/** Incidents of all periods come on the same day of theirs, so that what lies between them is whole periods. */
const INCIDENT_HOUR = 240

/** What the tools of a sample's organization told. */
export function workedRecords({ tickets, incidents, rotations, endpoints, teams }: WorkedPlan): RecordStore {
  const allTickets = Object.entries(tickets ?? {}).flatMap(([service, counts]) =>
    counts.flatMap((count, at) =>
      Array.from({ length: count }, (_, one) => ticket(service, at + 1, one, count)),
    ),
  )
  const [service = ''] = Object.values(teams).flat()
  const allIncidents = (incidents ?? []).map((one, at) => incident(service, one, at))
  return {
    ...noRecords,
    // All of them are about reliability.
    tickets: async (filter, span) =>
      recordsFound(
        allTickets.filter((one) => isAmong(one.createdAt, [one.service ?? ''], filter)),
        span,
        newest,
      ),
    incidents: async ({ isOpen, ...filter }, span) =>
      recordsFound(
        allIncidents.filter((one) => isOpen === undefined && isAmong(one.createdAt, one.services, filter)),
        span,
        newest,
      ),
    rotations: async ({ teams: asked, services }, span) =>
      recordsFound(
        (rotations ?? []).filter(
          (one) =>
            (asked?.includes(one.team) ?? true) &&
            (services === undefined || one.services.some((name) => services.includes(name))),
        ),
        span,
        { positionOf: ({ team, id, since }) => [team, id, since] },
      ),
    endpointFigures: async (filter, span) =>
      recordsFound(
        (endpoints ?? [])
          .filter((one) => isAmong(isoFromHour(startOf(one.period)), [one.service], filter))
          .map(figures),
        span,
        { positionOf: (one) => [one.service, one.path, one.verb ?? '', one.deployment] },
      ),
  }
}

const newest = {
  positionOf: ({ createdAt, id }: Readonly<{ createdAt: string; id: string }>) => [createdAt, id],
  compare: newestFirst,
}

function isAmong(at: string, services: readonly string[], filter: RecordFilter): boolean {
  return (
    (filter.from === undefined || at >= filter.from) &&
    (filter.to === undefined || at < filter.to) &&
    (filter.services === undefined || services.some((name) => filter.services?.includes(name))) &&
    (filter.deployments?.includes(DEPLOYMENT) ?? true)
  )
}

function ticket(service: string, period: number, one: number, count: number): Ticket {
  const createdAt = isoFromHour(startOf(period) + Math.floor((one * PERIOD_HOURS) / count))
  return {
    id: `${service}-${period}-${one + 1}`,
    title: 'Requests fail',
    service,
    product: null,
    deployment: DEPLOYMENT,
    isReliability: true,
    category: 'Reliability',
    priority: null,
    severity: null,
    problem: null,
    createdAt,
    closedAt: null,
    url: null,
  }
}

type Recovery = NonNullable<WorkedPlan['incidents']>[number]

function incident(service: string, { period, minutes }: Recovery, at: number): Incident {
  const createdMs = (startOf(period) + INCIDENT_HOUR) * 60 * MINUTE_MS
  const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')
  return {
    id: `INC-${at + 1}`,
    title: `${minutes} minutes to recovery`,
    services: [service],
    deployments: [DEPLOYMENT],
    startedAt: null,
    detectedAt: null,
    createdAt: iso(createdMs),
    acknowledgedAt: null,
    escalatedAt: null,
    resolvedAt: iso(createdMs + minutes * MINUTE_MS),
    detectedBy: null,
    priority: null,
    severity: null,
    url: null,
  }
}

function figures({ service, verb, path, failurePercent, averageMs, maxMs }: WorkedEndpoint): EndpointFigures {
  return {
    service,
    verb,
    path,
    deployment: DEPLOYMENT,
    endpoint: null,
    hourCount: PERIOD_HOURS,
    requests: REQUESTS,
    failures: Math.round((failurePercent / 100) * REQUESTS),
    timedRequests: REQUESTS,
    latencySumMs: averageMs * REQUESTS,
    latencyMaxMs: maxMs,
    latency: null,
  }
}
