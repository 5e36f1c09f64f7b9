import type { Incident } from '../../../src/contract/records.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { agreedSlos, servicePlans } from '../agreed-slo.ts'
import { chance, hash, streamOf } from '../hash.ts'
import type { Loss, Measurements } from '../measurements.ts'
import type { SeriesModel } from '../series-model.ts'
import { drags, regionOutage } from '../shared-burns.ts'
import type { Timeline } from '../timeline.ts'

const MINUTE_MS = 60_000

/** Less than this share of a budget is nobody's incident; what lasts longer than two days is worked on without one. */
const LEAST_SHARE = 0.18
const LONGEST_HOURS = 48

/** Something that somebody opened an incident for. */
export type Outage = Readonly<{
  name: string
  title: string
  services: readonly string[]
  deployment: string
  fromHour: Hour
  toHour: Hour
  share: number
  priority: number | null
}>

/** All that became an incident in a period, by its beginning. */
export function outagesIn(measurements: Measurements, timeline: Timeline, period: Period): readonly Outage[] {
  const outages = agreedSlos.flatMap(({ id, service }) =>
    service.deployments.flatMap((deployment) => {
      const model = measurements.modelOf(id, deployment)
      if (!model?.isProduction || model.beganHour > period.startHour) return []
      return measurements
        .lossesOf(model, period)
        .filter((loss) => isNoticed(model, loss) && !isOfRegionOutage(timeline, model, loss))
        .map((loss) => outageOf(model, loss))
    }),
  )
  return [...mergedByService(outages), ...regionOutageIn(timeline, period)].toSorted(
    (a, b) => a.fromHour - b.fromHour,
  )
}

function isNoticed({ slo }: SeriesModel, { fromHour, toHour, share }: Loss): boolean {
  const isUrgent = (slo.plan.priority ?? 5) <= 2
  return toHour - fromHour <= LONGEST_HOURS && share >= (isUrgent ? LEAST_SHARE : 2 * LEAST_SHARE)
}

function isOfRegionOutage(timeline: Timeline, { deployment }: SeriesModel, { fromHour }: Loss): boolean {
  return deployment === regionOutage.deployment && fromHour === timeline.hourAt(regionOutage.start)
}

const symptoms = {
  availability: 'fails',
  latency: 'is slow',
  freshness: 'is late',
  correctness: 'is wrong',
} as const

function outageOf({ slo, deployment }: SeriesModel, loss: Loss): Outage {
  const consumers = drags
    .filter(({ source }) => source === slo.id)
    .flatMap(({ consumer }) => agreedSlos.filter(({ id }) => id === consumer))
    .map(({ service }) => service.slug)
  return {
    ...loss,
    name: `${slo.id}@${deployment}@${loss.fromHour}`,
    title: `${slo.endpoint.route} ${symptoms[slo.plan.sli]} in ${deployment}`,
    services: [...new Set([slo.service.slug, ...consumers])],
    deployment,
    priority: slo.plan.priority ?? null,
  }
}

/** What begins while another loss of the same service and deployment lasts is the same incident. */
function mergedByService(outages: readonly Outage[]): readonly Outage[] {
  const groups = Map.groupBy(outages, ({ services: [service], deployment }) => `${service} ${deployment}`)
  return [...groups.values()].flatMap((group) => {
    const merged: Outage[] = []
    for (const outage of group.toSorted((a, b) => a.fromHour - b.fromHour)) {
      const last = merged.at(-1)
      if (last === undefined || outage.fromHour >= last.toHour) merged.push(outage)
      else merged[merged.length - 1] = joined(last, outage)
    }
    return merged
  })
}

function joined(first: Outage, second: Outage): Outage {
  return {
    ...first,
    services: [...new Set([...first.services, ...second.services])],
    toHour: Math.max(first.toHour, second.toHour),
    share: first.share + second.share,
    priority: Math.min(first.priority ?? 5, second.priority ?? 5),
  }
}

function regionOutageIn(timeline: Timeline, { startHour, endHour }: Period): readonly Outage[] {
  const fromHour = timeline.hourAt(regionOutage.start)
  if (fromHour < startHour || fromHour >= endHour) return []
  const { deployment, hours } = regionOutage
  return [
    {
      name: `outage of ${deployment}`,
      title: `Everything in ${deployment} fails or is slow`,
      services: servicePlans.filter((plan) => plan.deployments.includes(deployment)).map(({ slug }) => slug),
      deployment,
      fromHour,
      toHour: fromHour + hours,
      share: 1,
      priority: 1,
    },
  ]
}

/** How the tool has it now: what has not happened yet is not known. Null before anybody opened it. */
export function incidentRecord(
  seed: number,
  timeline: Timeline,
  period: Period,
  outage: Outage,
  now: number,
): Incident | null {
  const times = timesOf(seed, timeline.periodsAgo(period), outage)
  if (times.created > now) return null
  const known = (time: number | null) => (time === null || time > now ? null : instantOf(time))
  return {
    id: `inc-${hash(seed, streamOf('incident'), streamOf(outage.name)).toString(36)}`,
    title: outage.title,
    services: [...outage.services],
    deployments: [outage.deployment],
    startedAt: isoFromHour(outage.fromHour),
    detectedAt: instantOf(times.detected),
    createdAt: instantOf(times.created),
    acknowledgedAt: known(times.acknowledged),
    escalatedAt: known(times.escalated),
    resolvedAt: known(times.resolved),
    detectedBy: times.detectedBy,
    priority: outage.priority,
    severity: outage.share >= 0.8 ? 'critical' : outage.share >= 0.35 ? 'error' : 'warning',
    url: null,
  }
}

const outsiders = ['employee', 'support', 'stakeholder', 'customer', 'customer'] as const

/** Detection becomes faster and the own eyes better from period to period, as SLOs and their alerts take hold. */
function timesOf(seed: number, periodsAgo: number, { name, fromHour, toHour }: Outage) {
  const draw = (counter: number) => chance(seed, streamOf(name), counter)
  const minutes = (count: number) => Math.round(count) * MINUTE_MS
  const started = fromHour * 60 * MINUTE_MS
  const ended = toHour * 60 * MINUTE_MS
  const isOwn = draw(1) < 0.86 - 0.018 * Math.max(0, periodsAgo)
  const outsider = outsiders[Math.floor(draw(2) * outsiders.length)] ?? 'customer'
  const delay = isOwn ? 2 + 8 * draw(3) : 15 + (20 + 2 * Math.max(0, periodsAgo)) * draw(3)
  const detected = Math.min(started + minutes(delay), ended - minutes(5))
  const created = detected + minutes(1 + 4 * draw(4))
  const resolved = Math.max(ended + minutes(2 + 20 * draw(6)), created + minutes(10))
  const complained = started + minutes(35 + 120 * draw(7))
  return {
    detected,
    created,
    acknowledged: Math.min(created + minutes(1 + 9 * draw(5)), resolved),
    resolved,
    escalated: complained < resolved ? complained : null,
    detectedBy: isOwn ? (draw(8) < 0.7 ? ('slo' as const) : ('monitoring' as const)) : outsider,
  }
}

const instantOf = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')
