import type { Hour } from './hours.ts'
import { type Instant, periodOfInstant } from './instant.ts'
import type { Period } from './period.ts'
import type { TicketCount } from './ticket-trend.ts'

export type Ticket = Readonly<{
  /** Null where the tool only knows the product. */
  service: string | null
  /** Trends count only these, unless somebody asks for all. */
  isReliability: boolean
  /** What several tickets are about, where the tool links them to one problem. */
  problem: string | null
  createdMs: Instant
}>

/** One count per period, in their order; a period without tickets counts 0. */
export function ticketCounts(
  tickets: readonly Ticket[],
  periods: readonly Period[],
  nowHour: Hour,
): readonly TicketCount[] {
  const byPeriod = Map.groupBy(tickets, ({ createdMs }) => periodOfInstant(periods, createdMs)?.id)
  return periods.map(({ id, endHour }) => ({
    periodId: id,
    count: byPeriod.get(id)?.length ?? 0,
    isOpen: endHour > nowHour,
  }))
}

export function reliabilityTickets(tickets: readonly Ticket[]): readonly Ticket[] {
  return tickets.filter(({ isReliability }) => isReliability)
}

export type RepeatedProblem = Readonly<{
  problem: string
  ticketCount: number
  /** Those with a ticket of it, in their order: one, and it was a wave; several, and it came back. */
  periodIds: readonly string[]
}>

/** The references ask whether many tickets point to one issue and give no number: two are enough to look. Most first. */
export function repeatedProblems(
  tickets: readonly Ticket[],
  periods: readonly Period[],
): readonly RepeatedProblem[] {
  const placed = tickets.flatMap(({ problem, createdMs }) => {
    const period = periodOfInstant(periods, createdMs)
    return problem === null || period === null ? [] : [{ problem, periodId: period.id }]
  })
  return [...Map.groupBy(placed, ({ problem }) => problem)]
    .map(([problem, some]) => ({
      problem,
      ticketCount: some.length,
      periodIds: periods.map(({ id }) => id).filter((id) => some.some(({ periodId }) => periodId === id)),
    }))
    .filter(({ ticketCount }) => ticketCount > 1)
    .toSorted((a, b) => b.ticketCount - a.ticketCount || (a.problem < b.problem ? -1 : 1))
}
