import type { Ticket } from '../../../src/contract/records.ts'
import type { Period } from '../../../src/domain/period.ts'
import { chance, hash, streamOf } from '../hash.ts'
import type { ServicePlan } from '../service-plan.ts'
import type { Timeline } from '../timeline.ts'
import type { Outage } from './incident-records.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** What people write in about when nothing is broken; only the first two are about reliability. */
const everyday = [
  { title: 'The app does not load', category: 'Not reachable', isReliability: true },
  { title: 'It takes very long', category: 'Slow', isReliability: true },
  { title: 'How do I change my address', category: 'Question', isReliability: false },
  { title: 'My invoice is missing', category: 'Billing', isReliability: false },
  { title: 'Please delete my account', category: 'Account', isReliability: false },
] as const

/** Services that travellers do not see have few tickets of their own. */
const visible: Readonly<Record<string, number>> = {
  'booking-api': 14,
  'search-api': 10,
  'payment-gateway': 9,
  timetable: 8,
  login: 8,
  refunds: 7,
  tracking: 5,
  'seat-map': 4,
  cart: 4,
  'mail-out': 4,
  profile: 3,
}
const HIDDEN = 1

/** Tickets of one service that were opened in a period, until now. */
export function ticketsOf(
  world: Readonly<{ seed: number; timeline: Timeline; now: number }>,
  service: ServicePlan,
  period: Period,
  outages: readonly Outage[],
): readonly Ticket[] {
  const own = outages.filter(({ services: [first] }) => first === service.slug)
  return [
    ...everydayTickets(world, service, period),
    ...own.flatMap((one) => outageTickets(world, service, one)),
  ]
    .filter(({ createdAt }) => Date.parse(createdAt) <= world.now)
    .map((ticket) => closedByNow(ticket, world.now))
}

type World = Parameters<typeof ticketsOf>[0]

function everydayTickets({ seed, timeline }: World, service: ServicePlan, period: Period): readonly Ticket[] {
  const stream = streamOf(`${service.slug} tickets`)
  const draw = (counter: number) => chance(seed, stream + counter, period.startHour)
  // As the organization becomes more reliable, fewer people have to ask.
  const level = (visible[service.slug] ?? HIDDEN) * (0.8 + 0.03 * Math.max(0, timeline.periodsAgo(period)))
  const count = Math.floor(level * (0.7 + 0.6 * draw(0)) + draw(1))
  return Array.from({ length: count }, (_, index) => {
    const at = (counter: number) => chance(seed, stream + 100 * (counter + 1), period.startHour + index)
    const kind = everyday[Math.floor(at(0) * everyday.length)] ?? everyday[0]
    const opened = (period.startHour + Math.floor(at(1) * (period.endHour - period.startHour))) * HOUR_MS
    return {
      ...ticket(seed, `${service.slug} ${period.id} ${index}`, service.slug, opened + minutes(at(2), 60)),
      title: kind.title,
      category: kind.category,
      isReliability: kind.isReliability,
      deployment: productionOf(service)[Math.floor(at(3) * productionOf(service).length)] ?? null,
      priority: 3 + Math.floor(at(4) * 3),
      severity: 3 + Math.floor(at(5) * 3),
      closedAt: instantOf(opened + minutes(0.1 + at(6), 6 * 24 * 60)),
    }
  })
}

/** Travellers write in while it hurts and the day after; the longer and the deeper, the more. */
function outageTickets({ seed }: World, service: ServicePlan, outage: Outage): readonly Ticket[] {
  const weight = visible[service.slug] ?? HIDDEN
  const stream = streamOf(outage.name)
  const count = Math.floor(Math.min(40, weight * outage.share * (0.5 + chance(seed, stream, 30))))
  const problem = `PRB-${hash(seed, streamOf('problem'), stream).toString(36).slice(0, 5).toUpperCase()}`
  const spanHours = outage.toHour - outage.fromHour + 14
  return Array.from({ length: count }, (_, index) => {
    const at = (counter: number) => chance(seed, stream + 40 + counter, index)
    const opened = outage.fromHour * HOUR_MS + minutes(0.01 + at(0), spanHours * 60)
    return {
      ...ticket(seed, `${outage.name} ${index}`, service.slug, opened),
      title: outage.title,
      category: outage.title.includes('slow') ? 'Slow' : 'Not reachable',
      isReliability: true,
      deployment: outage.deployment,
      priority: Math.min(5, (outage.priority ?? 3) + Math.floor(at(1) * 2)),
      severity: outage.share >= 0.8 ? 1 : 2,
      problem,
      closedAt: instantOf(Math.max(opened, outage.toHour * HOUR_MS) + minutes(0.05 + at(2), 3 * 24 * 60)),
    }
  })
}

function ticket(seed: number, name: string, service: string, opened: number): Ticket {
  return {
    id: `sup-${hash(seed, streamOf('ticket'), streamOf(name)).toString(36)}`,
    title: null,
    service,
    product: 'Harbourline',
    deployment: null,
    isReliability: false,
    category: null,
    priority: null,
    severity: null,
    problem: null,
    createdAt: instantOf(opened),
    closedAt: null,
    url: null,
  }
}

function closedByNow(ticket: Ticket, now: number): Ticket {
  return ticket.closedAt !== null && Date.parse(ticket.closedAt) > now
    ? { ...ticket, closedAt: null }
    : ticket
}

const productionOf = ({ deployments }: ServicePlan) => deployments.filter((one) => one !== 'staging')
const minutes = (share: number, most: number) => Math.floor(share * most) * MINUTE_MS
const instantOf = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')
