import type { EndpointFigures, Incident, Ticket } from '../../../src/contract/records.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import type { RecordFilter, RecordStore } from '../../../server/ports.ts'
import { createLru } from '../../../server/lru.ts'
import { servicePlans } from '../agreed-slo.ts'
import type { Measurements } from '../measurements.ts'
import type { ServicePlan } from '../service-plan.ts'
import { HISTORY_HOURS, type Timeline } from '../timeline.ts'
import { endpointFigures } from './endpoint-records.ts'
import { incidentRecord, outagesIn, type Outage } from './incident-records.ts'
import { newestFirst, recordsFound } from './records-found.ts'
import { rotationRecords } from './rotation-records.ts'
import { ticketsOf } from './ticket-records.ts'

const HOUR_MS = 3_600_000
/** More than the two years have. */
const MOST_PERIODS = 40
/** Of a year by month, of each service in each deployment. */
const MOST_FIGURES = 1200
/** The last tickets about a loss come so long after it began. */
const LONGEST_ECHO_HOURS = 72

type World = Readonly<{ seed: number; timeline: Timeline; measurements: Measurements; now: () => number }>

/** What Harbourline's other tools would tell: incidents and tickets follow from what its measurements lost. */
export function createRecords(world: World): RecordStore {
  const { seed, timeline, measurements, now } = world
  const outages = createLru<readonly Outage[]>(MOST_PERIODS)
  const outagesOf = (period: Period): readonly Outage[] => {
    const known = outages.get(period.id) ?? outagesIn(measurements, timeline, period)
    outages.set(period.id, known)
    return known
  }
  /** What is over stays as it is: lists are asked for page after page. */
  const over = new WeakMap<Outage, Incident>()
  const incidentOf = (period: Period, outage: Outage): Incident | null => {
    const known = over.get(outage) ?? incidentRecord(seed, timeline, period, outage, now())
    if (known !== null && known.resolvedAt !== null) over.set(outage, known)
    return known
  }
  const figures = createLru<readonly EndpointFigures[]>(MOST_FIGURES)
  const figuresOf = (service: ServicePlan, deployment: string, fromHour: Hour, toHour: Hour) => {
    const name = [service.slug, deployment, fromHour, toHour].join(' ')
    const known =
      figures.get(name) ??
      service.endpoints.flatMap(
        (endpoint) => endpointFigures(world, service, endpoint, deployment, fromHour, toHour) ?? [],
      )
    figures.set(name, known)
    return known
  }
  const periodsOf = (filter: RecordFilter) => {
    const { fromHour, toHour } = hoursOf(filter, now())
    return timeline.periodsBetween(fromHour - LONGEST_ECHO_HOURS, toHour + 1)
  }

  return {
    async incidents({ isOpen, ...filter }, span) {
      const found = periodsOf(filter)
        .flatMap((period) => outagesOf(period).flatMap((outage) => incidentOf(period, outage) ?? []))
        .filter(
          (incident) =>
            isCreatedIn(incident, filter) &&
            concerns(incident.services, filter.services) &&
            concerns(incident.deployments, filter.deployments) &&
            (isOpen === undefined || incident.resolvedAt === null),
        )
      return recordsFound(found, span, { positionOf: byCreation, compare: newestFirst })
    },
    async tickets({ isReliability, ...filter }, span) {
      const plans = servicePlans.filter(({ slug }) => filter.services?.includes(slug) ?? true)
      const found = periodsOf(filter)
        .flatMap((period) =>
          plans.flatMap((plan) => ticketsOf({ seed, timeline, now: now() }, plan, period, outagesOf(period))),
        )
        .filter(
          (ticket) =>
            isCreatedIn(ticket, filter) &&
            (filter.deployments === undefined ||
              (ticket.deployment !== null && filter.deployments.includes(ticket.deployment))) &&
            (isReliability === undefined || ticket.isReliability),
        )
      return recordsFound(found, span, { positionOf: byCreation, compare: newestFirst })
    },
    async rotations({ teams, services, deployments, from, to }, span) {
      const found = rotationRecords(timeline).filter(
        (rotation) =>
          (teams?.includes(rotation.team) ?? true) &&
          concerns(rotation.services, services) &&
          concerns(rotation.deployments, deployments) &&
          (from === undefined || rotation.until === null || rotation.until > from) &&
          (to === undefined || rotation.since < to),
      )
      return recordsFound(found, span, { positionOf: ({ team, id, since }) => [team, id, since] })
    },
    async endpointFigures(filter, span) {
      const { fromHour, toHour } = hoursOf(filter, now())
      const found = servicePlans
        .filter(({ slug }) => filter.services?.includes(slug) ?? true)
        .flatMap((service) =>
          service.deployments
            .filter((deployment) => filter.deployments?.includes(deployment) ?? true)
            .flatMap((deployment) => figuresOf(service, deployment, fromHour, toHour)),
        )
      return recordsFound(found, span, {
        positionOf: ({ service, path, verb, deployment }) => [service, path, verb ?? '', deployment],
      })
    },
    // Breaches are computed from the buckets; no alerting tool reports any beside them.
    breaches: async () => ({ items: [], totalCount: 0 }),
  }
}

/** As far back as buckets are held, up to the last complete hour. */
function hoursOf({ from, to }: RecordFilter, now: number): Readonly<{ fromHour: Hour; toHour: Hour }> {
  const nowHour = Math.floor(now / HOUR_MS)
  const hourOf = (instant: string) => Date.parse(instant) / HOUR_MS
  return {
    fromHour: Math.max(from === undefined ? 0 : Math.floor(hourOf(from)), nowHour - HISTORY_HOURS),
    toHour: Math.min(to === undefined ? nowHour : Math.ceil(hourOf(to)), nowHour),
  }
}

const byCreation = ({ createdAt, id }: Incident | Ticket) => [createdAt, id]

/** Tickets of a loss come until the day after, which may be the next period: their own time decides. */
function isCreatedIn({ createdAt }: Incident | Ticket, { from, to }: RecordFilter): boolean {
  return (from === undefined || createdAt >= from) && (to === undefined || createdAt < to)
}

function concerns(names: readonly string[], asked: readonly string[] | undefined): boolean {
  return asked === undefined || names.some((name) => asked.includes(name))
}
