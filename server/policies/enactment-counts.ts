import type { EnactmentCounts } from '../../src/contract/enactments.ts'
import type { Ticket } from '../../src/contract/records.ts'
import { isoFromHour, HOURS_PER_DAY } from '../../src/domain/hours.ts'
import { periodsBetween, type Period } from '../../src/domain/period.ts'
import { isUnfinished, onTimeOf } from '../../src/domain/policy-enactment.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import type { Member } from '../budgets/series.ts'
import { everyRecord } from '../indicators/read-records.ts'
import { median } from '../../src/domain/median.ts'
import { hoursOrNull } from './enactment-on-wire.ts'
import type { Enactment, EnactmentSource } from './enactments.ts'
import type { KnownPolicy } from './known-policies.ts'
import { releasesInStops, stopCounts, type ReleasesInStops } from './releases-in-stops.ts'

const HOUR_MS = 3_600_000
/** Tickets are looked at for as long as a period usually is. */
const TICKET_DAYS = 28
const TICKET_HOURS = TICKET_DAYS * HOURS_PER_DAY

/** A budget in scope that was exhausted before its period ended while a policy bound somebody. */
type Exhaustion = Readonly<{ team: string; seriesId: string; member: Member; period: Period; atHour: number }>

export type ReviewData = Readonly<{
  /** Whatever a list shows of them: what was acknowledged stays so when it is filtered out of sight. */
  enactments: readonly Enactment[]
  exhaustions: readonly Exhaustion[]
  tickets: readonly Ticket[]
  inStops: ReleasesInStops
}>

/** What a review asks about beside the enactments themselves, read once for all that is summed up of it. */
export async function reviewData(
  source: EnactmentSource,
  policies: readonly KnownPolicy[],
  enactments: readonly Enactment[],
  window: HourRange,
): Promise<ReviewData> {
  const { book, moment, deps } = source
  const isUpToNow = window.toHour >= moment.nowHour
  const periods = periodsBetween(
    moment.scheme,
    Math.max(window.fromHour, moment.dataFromHour),
    Math.min(window.toHour, moment.nowHour),
  )
  const exhaustions = await Promise.all(
    policies.flatMap(({ scope, boundFrom, boundUntil, policy }) =>
      periods.map(async (period): Promise<readonly Exhaustion[]> => {
        if (boundFrom === null || boundFrom >= period.endHour) return []
        // Nobody knows which of them came before it was retired.
        if (boundUntil === null) return []
        const members = scope.map(({ member }) => member)
        const standings = await book.standings(members, period, moment)
        return scope.flatMap(({ id, member }, row) => {
          const budget = standings[row]?.budget
          const atHour = budget?.exhaustedAtHour ?? null
          const isInside =
            atHour !== null && atHour >= Math.max(window.fromHour, boundFrom) && atHour < boundUntil
          return budget?.isPremature === true && isInside && (isUpToNow || atHour < window.toHour)
            ? [{ team: policy.team, seriesId: id, member, period, atHour }]
            : []
        })
      }),
    ),
  )
  const [tickets, inStops] = await Promise.all([
    ticketsAround(deps, enactments),
    releasesInStops(source, enactments),
  ])
  return { enactments, exhaustions: exhaustions.flat(), tickets, inStops }
}

async function ticketsAround(
  { records }: EnactmentSource['deps'],
  enactments: readonly Enactment[],
): Promise<readonly Ticket[]> {
  const services = [...new Set(enactments.flatMap(({ series }) => series?.member.slo.service ?? []))]
  if (services.length === 0) return []
  const hours = enactments.map(({ metAt }) => Math.floor(metAt / HOUR_MS))
  const filter = {
    services,
    isReliability: true as const,
    from: isoFromHour(Math.min(...hours) - TICKET_HOURS),
    to: isoFromHour(Math.max(...hours) + TICKET_HOURS),
  }
  return everyRecord<Ticket>(
    (span) => records.tickets(filter, span),
    ({ createdAt, id }) => [createdAt, id],
  )
}

type Part = Readonly<{ team?: string; period?: Period }>

/** Of all, or of one team or one period. */
export function countsOf(
  chosen: readonly Enactment[],
  { enactments, exhaustions, tickets, inStops }: ReviewData,
  nowMs: number,
  { team, period }: Part = {},
): EnactmentCounts {
  const isIn = (ms: number) =>
    period === undefined || (ms >= period.startHour * HOUR_MS && ms < period.endHour * HOUR_MS)
  const own = chosen.filter(
    (one) => (team === undefined || one.clause.policy.policy.team === team) && isIn(one.metAt),
  )
  const out = exhaustions.filter(
    (one) =>
      (team === undefined || one.team === team) && (period === undefined || one.period.id === period.id),
  )
  const has = (status: Enactment['status']) => own.filter((one) => one.status === status).length
  const { onTime, of } = onTimeOf(
    own.flatMap(({ consequences, status }) => (status === 'passed' ? [] : consequences)),
    nowMs,
  )
  return {
    enactments: own.length,
    present: own.filter(({ endedAt }) => endedAt === null).length,
    unacknowledged: has('unacknowledged'),
    passed: has('passed'),
    unfinished: own.filter(({ status }) => isUnfinished(status)).length,
    onTime,
    onTimeOf: of,
    hoursToAcknowledge: hoursOrNull(median(own.flatMap(({ leads }) => leads.toAcknowledge ?? []))),
    hoursToDone: hoursOrNull(median(own.flatMap(({ leads }) => leads.toDone ?? []))),
    exhaustions: out.length,
    missed: out.filter((one) => !isAnswered(one, enactments)).length,
    ...ticketCounts(own, tickets, nowMs),
    ...stopCounts(inStops, own),
  }
}

/** Somebody acknowledged an enactment of the same budget in the same period. */
function isAnswered({ seriesId, period }: Exhaustion, enactments: readonly Enactment[]): boolean {
  return enactments.some(
    ({ series, acknowledgedAt, metAt }) =>
      series?.id === seriesId &&
      acknowledgedAt !== null &&
      metAt >= period.startHour * HOUR_MS &&
      metAt < period.endHour * HOUR_MS,
  )
}

/**
 * What a service met within 28 days of something else is the same time that customers wrote about: so that no ticket counts
 * twice after, or twice before.
 */
function ticketCounts(
  enactments: readonly Enactment[],
  tickets: readonly Ticket[],
  nowMs: number,
): Pick<EnactmentCounts, 'ticketsBefore' | 'ticketsAfter' | 'ticketsOf'> {
  const span = TICKET_HOURS * HOUR_MS
  const times = new Map<string, number[]>()
  for (const { series, metAt } of enactments.toSorted((a, b) => a.metAt - b.metAt)) {
    if (series === null || metAt + span > nowMs) continue
    const { service } = series.member.slo
    const known = times.get(service) ?? []
    if (metAt >= (known.at(-1) ?? -Infinity) + span) times.set(service, [...known, metAt])
  }
  const isWithin = (fromSpans: number) => (ticket: Ticket) => {
    const at = Date.parse(ticket.createdAt)
    return (times.get(ticket.service ?? '') ?? []).some(
      (metAt) => at >= metAt + fromSpans * span && at < metAt + (fromSpans + 1) * span,
    )
  }
  return {
    ticketsBefore: tickets.filter(isWithin(-1)).length,
    ticketsAfter: tickets.filter(isWithin(0)).length,
    ticketsOf: [...times.values()].flat().length,
  }
}
