import type { Build } from '../src/contract/builds.ts'
import type { Release } from '../src/contract/catalog.ts'
import type { Incident, Rotation, Ticket } from '../src/contract/records.ts'
import { isoFromHour, type Hour } from '../src/domain/hours.ts'
import { everyRecord } from './indicators/read-records.ts'
import type { KnownThen } from './known-then.ts'
import type { ApiDeps, BuildStore, RecordStore, ReleaseStore } from './ports.ts'

const HOUR_MS = 3_600_000

type Incidents = RecordStore['incidents']

/**
 * What the API draws from, as it stood at an hour already past: nothing that came later is there yet. What other tools tell
 * goes by the times it names: nobody keeps when it was told.
 */
export function asOf(deps: ApiDeps, hour: Hour, known: () => Promise<KnownThen>): ApiDeps {
  const { buckets, corrections, records, releases, builds } = deps
  return {
    ...deps,
    now: () => hour * HOUR_MS,
    buckets: {
      ...buckets,
      read: async (...span) => (await known()).buckets.read(...span),
      lifetime: async (series) => (await known()).buckets.lifetime(series),
      fromHour: async () => (await known()).buckets.fromHour(),
    },
    corrections: {
      ...corrections,
      list: async (series) => (await known()).corrections.list(series),
      all: async () => (await known()).corrections.all(),
    },
    records: recordsAsOf(records, hour, known),
    releases: releasesAsOf(releases, hour),
    builds: buildsAsOf(builds, hour),
  }
}

function recordsAsOf(records: RecordStore, hour: Hour, known: () => Promise<KnownThen>): RecordStore {
  const at = isoFromHour(hour)
  const afterIt = isoFromHour(hour + 1)
  const until = <Filter extends Readonly<{ to?: string }>>(filter: Filter, end = at): Filter => ({
    ...filter,
    to: filter.to === undefined || isLater(filter.to, end) ? end : filter.to,
  })
  return {
    ...(records.revision && { revision: () => records.revision?.() ?? Promise.resolve(0) }),
    incidents: incidentsAsOf(records, at),
    tickets: async (filter, span) => {
      const { items, totalCount } = await records.tickets(until(filter), span)
      return { items: items.map((ticket) => ticketAt(ticket, at)), totalCount }
    },
    rotations: async (filter, span) => {
      // In force in the hour itself is in force then.
      const { items, totalCount } = await records.rotations(until(filter, afterIt), span)
      return { items: items.map((rotation) => rotationAt(rotation, at)), totalCount }
    },
    endpointFigures: async (filter, span) => {
      const { knownUntil } = await known()
      return records.endpointFigures({ ...until(filter), knownUntil }, span)
    },
    breaches: (filter, span) => records.breaches(until(filter), span),
  }

  function incidentsAsOf({ incidents }: RecordStore, then: string): Incidents {
    return async ({ isOpen, ...filter }, { after, limit }) => {
      const read: Parameters<typeof everyRecord<Incident>>[0] = async (span) => {
        const { items } = await incidents(until(filter), span)
        return { items: items.map((incident) => incidentAt(incident, then)) }
      }
      if (!isOpen) {
        const { totalCount } = await incidents(until(filter), { after: null, limit: 1 })
        return { items: (await read({ after, limit })).items, totalCount }
      }
      // Open then is not open now: the store cannot be asked for them.
      const open = (await everyRecord(read, positionOf)).filter(({ resolvedAt }) => resolvedAt === null)
      const start = after === null ? 0 : open.findIndex((one) => positionOf(one).join() === after.join()) + 1
      return { items: open.slice(start, start + limit), totalCount: open.length }
    }
  }
}

function releasesAsOf({ list }: ReleaseStore, hour: Hour): ReleaseStore {
  const at = isoFromHour(hour)
  return {
    list: async (filter) => {
      const found = await list({ ...filter, toHour: Math.min(filter.toHour, hour) })
      return found.map((release) => releaseAt(release, at))
    },
  }
}

function buildsAsOf({ list }: BuildStore, hour: Hour): BuildStore {
  const at = isoFromHour(hour)
  return {
    list: async (filter) => {
      const found = await list({ ...filter, toHour: Math.min(filter.toHour, hour) })
      return found.map((build) => buildAt(build, at))
    },
  }
}

function positionOf({ createdAt, id }: Incident) {
  return [createdAt, id]
}

function releaseAt(release: Release, at: string): Release {
  return isLater(release.recoveredAt, at) ? { ...release, recoveredAt: null } : release
}

function buildAt(build: Build, at: string): Build {
  return isLater(build.endedAt, at) ? { ...build, endedAt: null, result: null } : build
}

function incidentAt(incident: Incident, at: string): Incident {
  return isLater(incident.resolvedAt, at) ? { ...incident, resolvedAt: null } : incident
}

function ticketAt(ticket: Ticket, at: string): Ticket {
  return isLater(ticket.closedAt, at) ? { ...ticket, closedAt: null } : ticket
}

function rotationAt(rotation: Rotation, at: string): Rotation {
  return isLater(rotation.until, at) ? { ...rotation, until: null } : rotation
}

function isLater(instant: string | null, at: string): boolean {
  return instant !== null && Date.parse(instant) > Date.parse(at)
}
