import type { EndpointRow, EndpointSortColumn } from '../../src/contract/indicators.ts'
import type { EndpointFigures } from '../../src/contract/records.ts'
import { describeLeastAvailable, describeSlowest } from '../../src/domain/describe-endpoints.ts'
import {
  availability,
  averageLatencyMs,
  isLowTraffic,
  latencyPercentiles,
} from '../../src/domain/endpoint-figures.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Moment } from '../moment.ts'
import type { RecordStore } from '../ports.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'
import { searchedFor } from '../search-words.ts'
import type { Placed } from './facets.ts'

export type EndpointRanking = 'availability' | 'latency'

/** Worst first; of equal ones the one that more users meet. */
export const ENDPOINT_SORT: Readonly<Record<EndpointRanking, string>> = {
  availability: 'availability,-requests,service,endpoint',
  latency: '-average-latency,-requests,service,endpoint',
}

export type EndpointEntry = Placed & Readonly<{ figures: EndpointFigures; period: Period; teamName: string }>

const PAGE = 500

/** What was sent of every endpoint, period by period. */
export async function endpointEntries(
  { endpointFigures }: RecordStore,
  periods: readonly Period[],
  { services, teams }: CatalogIndex,
): Promise<readonly EndpointEntry[]> {
  const entries: EndpointEntry[] = []
  for (const period of periods) {
    const range = { from: isoFromHour(period.startHour), to: isoFromHour(period.endHour) }
    for (let after: readonly string[] | null = null; ;) {
      const { items } = await endpointFigures(range, { after, limit: PAGE })
      for (const figures of items) {
        const { service, deployment } = figures
        const team = services.get(service)?.team ?? ''
        entries.push({
          figures,
          period,
          service,
          deployment,
          team,
          teamName: teams.get(team)?.name ?? team,
          sli: null,
        })
      }
      const last = items.at(-1)
      if (last === undefined || items.length < PAGE) break
      after = [last.service, last.path, last.verb ?? '', last.deployment]
    }
  }
  return entries
}

/** All words must occur in service, endpoint, team or deployment. */
export function isFound(search: string | undefined): (entry: EndpointEntry) => boolean {
  const isSearched = searchedFor(search)
  return ({ figures: { service, verb, path, deployment }, team, teamName }) =>
    isSearched([service, verb, path, deployment, team, teamName])
}

const keys: Readonly<Record<EndpointSortColumn, (entry: EndpointEntry) => SortKey>> = {
  service: ({ service }) => service,
  team: ({ teamName }) => teamName,
  endpoint: ({ figures }) => endpointName(figures),
  deployment: ({ deployment }) => deployment,
  period: ({ period }) => period.startHour,
  requests: ({ figures }) => figures.requests,
  availability: ({ figures }) => availability(figures),
  'average-latency': ({ figures }) => averageLatencyMs(figures),
  'max-latency': ({ figures }) => figures.latencyMaxMs,
  p50: ({ figures }) => latencyPercentiles(figures)?.p50.ms ?? null,
  p95: ({ figures }) => latencyPercentiles(figures)?.p95.ms ?? null,
  p99: ({ figures }) => latencyPercentiles(figures)?.p99.ms ?? null,
}

export function endpointOrder(sort: string): RowOrder<EndpointEntry> {
  return rowOrder(
    sort,
    keyIn(keys),
    ({ figures, period }) => `${figures.service} ${endpointName(figures)} ${figures.deployment} ${period.id}`,
  )
}

export function endpointAnswer(entries: readonly EndpointEntry[], by: EndpointRanking): string {
  const rows = entries.map(({ figures, period, service, deployment }) => ({
    name: `${endpointName(figures)} of ${service}`,
    periodName: period.name,
    deployment,
    figures,
  }))
  return by === 'availability' ? describeLeastAvailable(rows) : describeSlowest(rows)
}

export function endpointOnWire(entry: EndpointEntry, { nowHour }: Moment): EndpointRow {
  const { figures, period, team, teamName } = entry
  const { service, deployment, endpoint, verb, path, requests, failures, latencyMaxMs } = figures
  return {
    service,
    team,
    teamName,
    deployment,
    endpoint: { slug: endpoint, verb, path },
    period: periodOnWire(period, nowHour),
    requests,
    failures,
    availability: availability(figures),
    averageLatencyMs: averageLatencyMs(figures),
    maxLatencyMs: latencyMaxMs,
    percentiles: latencyPercentiles(figures),
    isLowTraffic: isLowTraffic(figures),
  }
}

function endpointName({ verb, path }: Pick<EndpointFigures, 'verb' | 'path'>): string {
  return verb === null ? path : `${verb} ${path}`
}
