import type { QueryOf } from '../../src/contract/operations.ts'
import type { Ticket } from '../../src/contract/records.ts'
import type { TicketTotals, TicketTrendRow, TicketTrendSortColumn } from '../../src/contract/ticket-trend.ts'
import { describeTickets } from '../../src/domain/describe-support-indicators.ts'
import { parseGrowthFilter } from '../../src/domain/growth-filter.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { repeatedProblems, ticketCounts, type Ticket as Counted } from '../../src/domain/ticket-counts.ts'
import { passesGrowth, ticketTrend, type TicketTrend } from '../../src/domain/ticket-trend.ts'
import { chosenNames, chosenServices, type CatalogIndex } from '../catalog-index.ts'
import type { Moment } from '../moment.ts'
import type { RecordStore } from '../ports.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { searchedFor } from '../search-words.ts'
import type { Placed } from './facets.ts'
import { everyRecord } from './read-records.ts'

export type TicketQuery = Omit<QueryOf<'listTicketTrend'>, 'cursor' | 'limit' | 'sort'>

/** Where tickets grow most, and of those that grow alike where there are most. */
export const TICKET_SORT = '-growth,-tickets,service'

export type TicketEntry = Readonly<{
  service: string
  team: string
  teamName: string
  counts: readonly number[]
  trend: TicketTrend
}>

/** A service stands in each of its deployments. */
export function placedServices({ catalog }: CatalogIndex): readonly Placed[] {
  return catalog.services.flatMap(({ slug, team, deployments }) =>
    deployments.map((deployment) => ({ team, service: slug, sli: null, deployment, item: slug })),
  )
}

/** The tickets of the periods as they are chosen: the same that the list of tickets gives for the same choices. */
export async function ticketsOf(
  { tickets }: RecordStore,
  periods: readonly Period[],
  query: TicketQuery,
  index: CatalogIndex,
): Promise<readonly Counted[]> {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return []
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const filter = {
    from: isoFromHour(first.startHour),
    to: isoFromHour(last.endHour),
    ...(query.team === undefined && query.service === undefined
      ? {}
      : { services: chosenServices(query, index) }),
    ...(deployments === null ? {} : { deployments: [...deployments] }),
    ...(query.tickets === 'all' ? {} : { isReliability: true as const }),
  }
  const found = await everyRecord<Ticket>(
    (span) => tickets(filter, span),
    ({ createdAt, id }) => [createdAt, id],
  )
  return found.map(({ service, isReliability, problem, createdAt }) => ({
    service,
    isReliability,
    problem,
    createdMs: Date.parse(createdAt),
  }))
}

/** A row for each service, those without a ticket too: that nobody writes in is an answer. */
export function ticketEntries(
  services: readonly string[],
  tickets: readonly Counted[],
  periods: readonly Period[],
  index: CatalogIndex,
  { nowHour }: Moment,
): readonly TicketEntry[] {
  const byService = Map.groupBy(tickets, ({ service }) => service)
  return services.map((service) => {
    const team = index.services.get(service)?.team ?? ''
    const counts = ticketCounts(byService.get(service) ?? [], periods, nowHour)
    return {
      service,
      team,
      teamName: index.teams.get(team)?.name ?? team,
      counts: counts.map(({ count }) => count),
      trend: ticketTrend(counts),
    }
  })
}

export function ticketTotals(
  tickets: readonly Counted[],
  rows: readonly TicketEntry[],
  periods: readonly Period[],
  { nowHour }: Moment,
): TicketTotals {
  const counts = ticketCounts(tickets, periods, nowHour)
  const { averageRate, averageDelta, direction, peakPeriodId } = ticketTrend(counts)
  const inRows = rows.reduce((all, { counts: own }) => all + sum(own), 0)
  const all = counts.map(({ count }) => count)
  return { counts: all, averageRate, averageDelta, direction, peakPeriodId, withoutRow: sum(all) - inRows }
}

export function ticketAnswer(
  rows: readonly TicketEntry[],
  tickets: readonly Counted[],
  periods: readonly Period[],
): string {
  return describeTickets(rows, repeatedProblems(tickets, periods), tickets.length)
}

/** What narrows the rows alone: words of service or team, and the average growth rate. */
export function isListed({ search, growth }: TicketQuery): (entry: TicketEntry) => boolean {
  const isSearched = searchedFor(search)
  const filter = parseGrowthFilter(growth)
  return ({ service, team, teamName, trend }) =>
    isSearched([service, team, teamName]) && (filter === null || passesGrowth(trend.averageRate, filter))
}

const keys: Readonly<Record<TicketTrendSortColumn, (entry: TicketEntry) => SortKey>> = {
  service: ({ service }) => service,
  team: ({ teamName }) => teamName,
  growth: ({ trend }) => trend.averageRate,
  delta: ({ trend }) => trend.averageDelta,
  tickets: ({ counts }) => sum(counts),
}

/** A period's own column sorts by the tickets in it. */
export function ticketOrder(sort: string, periods: readonly Period[]): RowOrder<TicketEntry> {
  const keyOfColumn = keyIn(keys)
  const keyOf = (column: string) => {
    const at = periods.findIndex(({ id }) => id === column)
    return at < 0 ? keyOfColumn(column) : ({ counts }: TicketEntry) => counts[at] ?? null
  }
  return rowOrder(sort, keyOf, ({ service }) => service)
}

export function ticketRowOnWire({ service, team, teamName, counts, trend }: TicketEntry): TicketTrendRow {
  const { averageRate, averageDelta, direction } = trend
  return {
    service,
    team,
    teamName,
    counts: [...counts],
    ticketCount: sum(counts),
    averageRate,
    averageDelta,
    direction,
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
