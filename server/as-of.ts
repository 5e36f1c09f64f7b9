import type { Build } from '../src/contract/builds.ts'
import type { Release } from '../src/contract/catalog.ts'
import type { EndpointFigures, Incident, Rotation, Ticket } from '../src/contract/records.ts'
import { isoFromHour, type Hour } from '../src/domain/hours.ts'
import { createEntriesInMemory } from './entries-in-memory.ts'
import type { EntryStore } from './entry-ports.ts'
import { everyRecord } from './indicators/read-records.ts'
import type { KnownThen } from './known-then.ts'
import type { ApiDeps, BuildStore, Catalog, RecordStore, ReleaseStore } from './ports.ts'

const HOUR_MS = 3_600_000

type Incidents = RecordStore['incidents']

type Known = () => Promise<KnownThen>

/** What the API draws from, as it stood at an hour already past and was known then: nothing that came later is there yet. */
export function asOf(deps: ApiDeps, hour: Hour, known: Known): ApiDeps {
  const { buckets, corrections, records, releases, builds, entries } = deps
  return {
    ...deps,
    now: () => hour * HOUR_MS,
    catalog: async () => (await known()).catalog,
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
    releases: releasesAsOf(releases, hour, known),
    builds: buildsAsOf(builds, hour, known),
    entries: entriesAsOf(entries, known),
  }
}

function recordsAsOf(records: RecordStore, hour: Hour, known: Known): RecordStore {
  const at = isoFromHour(hour)
  const afterIt = isoFromHour(hour + 1)
  const until = async <Filter extends Readonly<{ to?: string }>>(filter: Filter, end = at) => ({
    ...filter,
    to: filter.to === undefined || isLater(filter.to, end) ? end : filter.to,
    knownUntil: (await known()).knownUntil,
  })
  return {
    ...(records.revision && { revision: () => records.revision?.() ?? Promise.resolve(0) }),
    incidents: incidentsAsOf(records, at),
    tickets: async (filter, span) => {
      const { items, totalCount } = await records.tickets(await until(filter), span)
      return { items: items.map((ticket) => ticketAt(ticket, at)), totalCount }
    },
    rotations: async (filter, span) => {
      // In force in the hour itself is in force then.
      const { items, totalCount } = await records.rotations(await until(filter, afterIt), span)
      return { items: items.map((rotation) => rotationAt(rotation, at)), totalCount }
    },
    endpointFigures: async (filter, span) => {
      const [found, { catalog }] = await Promise.all([
        records.endpointFigures(await until(filter), span),
        known(),
      ])
      return { ...found, items: found.items.map((figures) => namedBy(catalog, figures)) }
    },
    breaches: async (filter, span) => records.breaches(await until(filter), span),
  }

  function incidentsAsOf({ incidents }: RecordStore, then: string): Incidents {
    return async ({ isOpen, ...asked }, { after, limit }) => {
      const filter = await until(asked)
      const read: Parameters<typeof everyRecord<Incident>>[0] = async (span) => {
        const { items } = await incidents(filter, span)
        return { items: items.map((incident) => incidentAt(incident, then)) }
      }
      if (!isOpen) {
        const { totalCount } = await incidents(filter, { after: null, limit: 1 })
        return { items: (await read({ after, limit })).items, totalCount }
      }
      // Open then is not open now: the store cannot be asked for them.
      const open = (await everyRecord(read, positionOf)).filter(({ resolvedAt }) => resolvedAt === null)
      const start = after === null ? 0 : open.findIndex((one) => positionOf(one).join() === after.join()) + 1
      return { items: open.slice(start, start + limit), totalCount: open.length }
    }
  }
}

/** The endpoint by the name it had then, if any: what is measured of endpoints knows their paths only. */
function namedBy({ endpoints }: Catalog, figures: EndpointFigures): EndpointFigures {
  const { service, verb, path } = figures
  const then = endpoints.find((one) => one.service === service && one.path === path && one.verb === verb)
  return { ...figures, endpoint: then?.slug ?? null }
}

function releasesAsOf({ list }: ReleaseStore, hour: Hour, known: Known): ReleaseStore {
  const at = isoFromHour(hour)
  return {
    list: async (filter) => {
      const { knownUntil } = await known()
      const found = await list({ ...filter, toHour: Math.min(filter.toHour, hour), knownUntil })
      return found.map((release) => releaseAt(release, at))
    },
  }
}

function buildsAsOf({ list }: BuildStore, hour: Hour, known: Known): BuildStore {
  const at = isoFromHour(hour)
  return {
    list: async (filter) => {
      const { knownUntil } = await known()
      const found = await list({ ...filter, toHour: Math.min(filter.toHour, hour), knownUntil })
      return found.map((build) => buildAt(build, at))
    },
  }
}

/** What people entered until then. */
function entriesAsOf(entries: EntryStore, known: Known): EntryStore {
  const entered = async () => {
    const [all, { knownUntil }] = await Promise.all([entries.all(), known()])
    return createEntriesInMemory(
      () => undefined,
      () => all.filter(({ at }) => Date.parse(at) < (knownUntil + 1) * HOUR_MS),
    )
  }
  return {
    ...entries,
    read: async (...which) => (await entered()).read(...which),
    list: async (kind) => (await entered()).list(kind),
    history: async (...which) => (await entered()).history(...which),
    all: async () => (await entered()).all(),
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
  const until = (instant: string | null) => (isLater(instant, at) ? null : instant)
  return {
    ...incident,
    acknowledgedAt: until(incident.acknowledgedAt),
    escalatedAt: until(incident.escalatedAt),
    resolvedAt: until(incident.resolvedAt),
  }
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
