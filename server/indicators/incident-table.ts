import type { Incident as IncidentRecord } from '../../src/contract/records.ts'
import type {
  DurationTrendOnWire,
  IncidentRow,
  RecoverySortColumn,
  RecoveryTable,
  ServiceIncidents,
} from '../../src/contract/recovery-trend.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { detectionMinutes, recoveryMinutes, type Incident } from '../../src/domain/incident.ts'
import {
  detectionByPeriod,
  downtimeMinutes,
  incidentsByPeriod,
  recoveryTrend,
  type DurationTrend,
} from '../../src/domain/incident-trend.ts'
import { instantsOf } from '../../src/domain/instant.ts'
import { periodBefore, type Period } from '../../src/domain/period.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Moment } from '../moment.ts'
import type { RecordStore } from '../ports.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'
import { searchedFor } from '../search-words.ts'
import type { Placed } from './facets.ts'
import { everyRecord } from './read-records.ts'

export const RECOVERY_SORT = '-created'

/** The newest: a year of most organizations. */
const MOST_POINTS = 1_000
const MOST_SERVICES = 200

export type IncidentEntry = Readonly<{
  record: IncidentRecord
  incident: Incident
  places: readonly Placed[]
}>

/**
 * What was created in the periods, or in the one before them and may reach into them, or is open however long ago it was
 * created: their downtime is asked for.
 */
export async function incidentEntries(
  { incidents }: RecordStore,
  periods: readonly Period[],
  index: CatalogIndex,
  { scheme }: Moment,
): Promise<readonly IncidentEntry[]> {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return []
  const to = isoFromHour(last.endHour)
  const from = isoFromHour(periodBefore(scheme, first, 1).startHour)
  const positionOf = ({ createdAt, id }: IncidentRecord) => [createdAt, id]
  const [recent, open] = await Promise.all([
    everyRecord<IncidentRecord>((span) => incidents({ from, to }, span), positionOf),
    everyRecord<IncidentRecord>((span) => incidents({ to, isOpen: true }, span), positionOf),
  ])
  const byId = new Map([...open, ...recent].map((record) => [record.id, record]))
  return [...byId.values()].map((record) => ({
    record,
    incident: asInstants(record),
    places: placesOf(record, index),
  }))
}

function asInstants(record: IncidentRecord): Incident {
  const ms = (instant: string | null) => (instant === null ? null : Date.parse(instant))
  return {
    id: record.id,
    services: record.services,
    deployments: record.deployments,
    startedMs: ms(record.startedAt),
    detectedMs: ms(record.detectedAt),
    createdMs: Date.parse(record.createdAt),
    resolvedMs: ms(record.resolvedAt),
    detectedBy: record.detectedBy,
  }
}

/** Where nobody named a deployment it concerns every one of its services. */
function placesOf({ id, services, deployments }: IncidentRecord, index: CatalogIndex): readonly Placed[] {
  return services.flatMap((service) => {
    const known = index.services.get(service)
    const concerned = deployments.length > 0 ? deployments : (known?.deployments ?? [])
    return concerned.map((deployment) => ({
      team: known?.team ?? '',
      service,
      sli: null,
      deployment,
      item: id,
    }))
  })
}

export function isCreatedIn(periods: readonly Period[]): (entry: IncidentEntry) => boolean {
  const spans = periods.map(instantsOf)
  return ({ incident: { createdMs } }) => spans.some(({ from, to }) => createdMs >= from && createdMs < to)
}

/** All words must occur in name, services or deployments. */
export function isIncidentFound(search?: string): (entry: IncidentEntry) => boolean {
  const isSearched = searchedFor(search)
  return ({ record: { id, title, services, deployments } }) =>
    isSearched([id, title, ...services, ...deployments])
}

const severityRanks = { critical: 1, error: 2, warning: 3 } as const

const keys: Readonly<Record<RecoverySortColumn, (entry: IncidentEntry) => SortKey>> = {
  created: ({ incident }) => incident.createdMs,
  incident: ({ record }) => record.title ?? record.id,
  recovery: ({ incident }) => recoveryMinutes(incident),
  detection: ({ incident }) => detectionMinutes(incident),
  severity: ({ record: { severity } }) => (severity === null ? null : severityRanks[severity]),
  priority: ({ record }) => record.priority,
}

export function recoveryOrder(sort: string): RowOrder<IncidentEntry> {
  return rowOrder(sort, keyIn(keys), ({ record }) => record.id)
}

export function incidentOnWire({ record, incident }: IncidentEntry): IncidentRow {
  return {
    ...record,
    recoveryMinutes: recoveryMinutes(incident),
    detectionMinutes: detectionMinutes(incident),
  }
}

export function pointsOf(resolved: readonly IncidentEntry[]): RecoveryTable['points'] {
  return resolved
    .toSorted((a, b) => a.incident.createdMs - b.incident.createdMs)
    .slice(-MOST_POINTS)
    .flatMap(({ record: { id, title, services, createdAt, url }, incident }) => {
      const minutes = recoveryMinutes(incident)
      if (minutes === null) return []
      const detection = detectionMinutes(incident)
      return [
        {
          id,
          title,
          services: [...services],
          createdAt,
          recoveryMinutes: minutes,
          detectionMinutes: detection,
          url,
        },
      ]
    })
}

export function trendOnWire({ points, meanMinutes, line }: DurationTrend): DurationTrendOnWire {
  const [first] = points
  const last = points.at(-1)
  return {
    count: points.length,
    meanMinutes,
    line:
      line && first && last
        ? {
            ...line,
            fromAt: new Date(first.createdMs).toISOString(),
            toAt: new Date(last.createdMs).toISOString(),
          }
        : null,
  }
}

export function periodsOnWire(
  entries: readonly IncidentEntry[],
  periods: readonly Period[],
  nowMs: number,
  { nowHour }: Moment,
): RecoveryTable['byPeriod'] {
  const incidents = entries.map(({ incident }) => incident)
  const figures = incidentsByPeriod(incidents, periods, nowMs)
  const detection = detectionByPeriod(incidents, periods)
  return periods.flatMap((period, at) => {
    const [own, seen] = [figures[at], detection[at]]
    if (own === undefined || seen === undefined) return []
    const { periodId: _periodId, ...counts } = own
    return [{ period: periodOnWire(period, nowHour), ...counts, ...seen }]
  })
}

type Downtime = Readonly<{ from: number; to: number; nowMs: number }>

/** Each service apart: incidents that have nothing to do with each other are no one downtime. */
export function incidentsByService(
  entries: readonly IncidentEntry[],
  isInWindow: (entry: IncidentEntry) => boolean,
  isChosen: (place: Placed) => boolean,
  { from, to, nowMs }: Downtime,
): ServiceIncidents[] {
  const byService = new Map<string, IncidentEntry[]>()
  for (const entry of entries) {
    for (const service of new Set(entry.places.filter(isChosen).map((place) => place.service))) {
      const known = byService.get(service)
      if (known === undefined) byService.set(service, [entry])
      else known.push(entry)
    }
  }
  return [...byService]
    .map(([service, own]) => {
      const created = own.filter(isInWindow)
      const trend = recoveryTrend(created.map(({ incident }) => incident))
      return {
        service,
        count: created.length,
        openCount: own.filter(({ incident }) => incident.resolvedMs === null).length,
        meanRecoveryMinutes: trend.meanMinutes,
        downtimeMinutes: downtimeMinutes(
          own.map(({ incident }) => incident),
          { from, to },
          nowMs,
        ),
        direction: trend.line?.direction ?? null,
      }
    })
    .filter(({ count, openCount, downtimeMinutes: minutes }) => count + openCount > 0 || minutes > 0)
    .toSorted((a, b) => b.downtimeMinutes - a.downtimeMinutes || (a.service < b.service ? -1 : 1))
    .slice(0, MOST_SERVICES)
}
