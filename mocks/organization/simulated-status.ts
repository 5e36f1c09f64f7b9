import type { Entry } from '../../server/entry-ports.ts'
import { instantOf } from '../../server/instant.ts'
import { updateKey } from '../../server/status/status-updates.ts'
import type { Incident } from '../../src/contract/records.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { Audience, Bracket } from '../../src/domain/service-status.ts'
import { servicePlans } from './agreed-slo.ts'
import type { Measurements } from './measurements.ts'
import { incidentRecord, outagesIn } from './records/incident-records.ts'
import type { Timeline } from './timeline.ts'

export type StatusWorld = Readonly<{
  seed: number
  timeline: Timeline
  measurements: Measurements
  now: () => number
}>

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** A little more than a status page tells of. */
const TOLD_HOURS = 8 * 24
const LEAST_URGENT = 2

/** Who is shown what, and as a part of which product. */
const listings: Readonly<Record<string, readonly [product: string, audience: Audience]>> = {
  'booking-api': ['Booking', 'external'],
  holds: ['Booking', 'stakeholders'],
  cart: ['Booking', 'stakeholders'],
  'seat-map': ['Booking', 'stakeholders'],
  'payment-gateway': ['Payments', 'external'],
  refunds: ['Payments', 'external'],
  'fraud-check': ['Payments', 'organization'],
  ledger: ['Payments', 'organization'],
  'search-api': ['Search', 'external'],
  timetable: ['Search', 'external'],
  pricing: ['Search', 'stakeholders'],
  recommendations: ['Search', 'organization'],
  login: ['Account', 'external'],
  profile: ['Account', 'stakeholders'],
  sessions: ['Account', 'organization'],
  'mail-out': ['Messages', 'stakeholders'],
  push: ['Messages', 'external'],
  'sms-relay': ['Messages', 'external'],
  tracking: ['Partners', 'external'],
  'partner-api': ['Partners', 'external'],
}

const operations = { kind: 'person', id: 'operations', name: 'Operations' } as const
const communicator = { kind: 'person', id: 'communicator', name: 'On-call communicator' } as const

export function simulatedListings({ timeline }: StatusWorld): readonly Entry[] {
  const at = isoFromHour(timeline.hourAt({ periodsAgo: 2, day: 0, hour: 9 }))
  return Object.entries(listings).map(([key, [product, audience]]) => ({
    kind: 'service-listing',
    key,
    version: 1,
    body: { product, audience },
    isWithdrawn: false,
    by: operations,
    at,
  }))
}

/** What was told about the urgent incidents of the last days, up to now. */
export function simulatedUpdates({ seed, timeline, measurements, now }: StatusWorld): readonly Entry[] {
  const nowHour = Math.floor(now() / HOUR_MS)
  return timeline
    .periodsBetween(nowHour - TOLD_HOURS, nowHour + 1)
    .flatMap((period) =>
      outagesIn(measurements, timeline, period)
        .filter(
          ({ fromHour, priority }) =>
            fromHour > nowHour - TOLD_HOURS && fromHour <= nowHour && (priority ?? 9) <= LEAST_URGENT,
        )
        // As if all of it had happened: what is still to come is dropped below.
        .flatMap(
          (outage) => incidentRecord(seed, timeline, period, outage, (nowHour + 8760) * HOUR_MS) ?? [],
        ),
    )
    .flatMap((incident) => updatesOf(incident).filter(({ at }) => Date.parse(at) <= now()))
}

const words = [
  'The cause is being narrowed down; the last release is looked at first.',
  'It is known which part fails. Work on it goes on.',
  'A fix is being tested.',
  'The fix did not help everywhere; another one is being made.',
  'Nothing new since the last word. Work goes on.',
] as const

type Told = Readonly<{
  atMs: number
  bracket: Bracket
  text: string
  audience: Audience
  nextMs: number | null
}>

function updatesOf(incident: Incident): readonly Entry[] {
  const createdMs = Date.parse(incident.createdAt)
  const resolvedMs = Date.parse(incident.resolvedAt ?? incident.createdAt)
  const everyMs = (incident.priority === 1 ? 100 : 220) * MINUTE_MS
  // People outside hear of what they know; of what is inside, only those inside.
  const known = incident.services.find((slug) => listings[slug]?.[1] === 'external')
  const service = known ?? incident.services[0] ?? ''
  const audience = listings[service]?.[1] ?? 'organization'
  const name = servicePlans.find(({ slug }) => slug === service)?.name ?? service
  const where = incident.deployments.join(', ')
  const told: Told[] = []
  const first = createdMs + 7 * MINUTE_MS
  const opening = `Some requests to ${name} in ${where} fail or take long. People are working on it.`
  told.push({ atMs: first, bracket: 'first', text: opening, audience, nextMs: first + everyMs })
  for (let atMs = first + everyMs - 5 * MINUTE_MS; atMs < resolvedMs; atMs += everyMs) {
    const word = words[Math.min(told.length - 1, words.length - 1)] ?? ''
    const text = `${name} in ${where} is still affected. ${word}`
    told.push({ atMs, bracket: 'progress', text, audience, nextMs: atMs + everyMs })
  }
  const closing = `${name} in ${where} works as usual again.`
  told.push({
    atMs: resolvedMs + 4 * MINUTE_MS,
    bracket: 'last',
    text: closing,
    audience,
    nextMs: null,
  })
  return told.map(({ atMs, nextMs, ...update }, index) => ({
    kind: 'status-update',
    key: updateKey(incident.id, index + 1),
    version: 1,
    body: { incident: incident.id, ...update, nextAt: nextMs === null ? null : instantOf(nextMs) },
    isWithdrawn: false,
    by: communicator,
    at: instantOf(atMs),
  }))
}
