import type { EndpointFigures } from '../../../src/contract/records.ts'
import { cell } from '../../../src/domain/buckets.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import { agreedSlos, type AgreedSlo } from '../agreed-slo.ts'
import { chance, streamOf } from '../hash.ts'
import type { Measurements } from '../measurements.ts'
import { createSeriesModel, type SeriesModel } from '../series-model.ts'
import { availability, latency, slugFromRoute, type EndpointPlan, type ServicePlan } from '../service-plan.ts'
import type { Timeline } from '../timeline.ts'

type World = Readonly<{ seed: number; timeline: Timeline; measurements: Measurements }>

/** Of requests within and beyond the threshold, how many fall between which multiples of it. */
const within = [
  { upTo: 1 / 16, share: 0.06 },
  { upTo: 1 / 8, share: 0.24 },
  { upTo: 1 / 4, share: 0.38 },
  { upTo: 1 / 2, share: 0.22 },
  { upTo: 1, share: 0.1 },
]
const beyond = [
  { upTo: 2, share: 0.72 },
  { upTo: 4, share: 0.2 },
  { upTo: 8, share: 0.06 },
  { upTo: 16, share: 0.02 },
]
const steps = [...within, ...beyond]

/** Of endpoints that are called; what is no request has no such figures. Null where no hour was measured. */
export function endpointFigures(
  world: World,
  service: ServicePlan,
  endpoint: EndpointPlan,
  deployment: string,
  fromHour: Hour,
  toHour: Hour,
): EndpointFigures | null {
  const [verb, path] = endpoint.route.split(' ')
  if (verb === undefined || path === undefined || !/^[A-Z]+$/.test(verb)) return null
  const served = measured(
    world,
    modelOf(world, service, endpoint, deployment, 'availability'),
    fromHour,
    toHour,
  )
  if (served.hourCount === 0) return null
  const fast = measured(world, modelOf(world, service, endpoint, deployment, 'latency'), fromHour, toHour)
  const thresholdMs = sloOf(service, endpoint, 'latency').plan.thresholdMs ?? 400
  return {
    service: service.slug,
    verb,
    path,
    deployment,
    endpoint: slugFromRoute(endpoint.route),
    hourCount: served.hourCount,
    requests: served.total,
    failures: served.total - served.good,
    ...latencyFigures(fast, thresholdMs, chance(world.seed, streamOf(`${endpoint.route} slowest`), fromHour)),
  }
}

function modelOf(
  { seed, timeline, measurements }: World,
  service: ServicePlan,
  endpoint: EndpointPlan,
  deployment: string,
  sli: 'availability' | 'latency',
): SeriesModel {
  const slo = sloOf(service, endpoint, sli)
  return measurements.modelOf(slo.id, deployment) ?? createSeriesModel(seed, timeline, slo, deployment)
}

/** Statistics need no SLO: where none was agreed the endpoint still fails and is slow at times. */
function sloOf(service: ServicePlan, endpoint: EndpointPlan, sli: 'availability' | 'latency'): AgreedSlo {
  const agreed = agreedSlos.findLast((slo) => slo.endpoint === endpoint && slo.plan.sli === sli)
  if (agreed !== undefined) return agreed
  const slug = `unagreed-${slugFromRoute(endpoint.route)}`
  const plan = sli === 'availability' ? availability(0.99) : latency(0.95, 400)
  return { id: `${service.slug}.${sli}.${slug}`, slug, plan, flavor: 'default', service, endpoint }
}

type Measured = Readonly<{ hourCount: number; good: number; total: number }>

function measured({ measurements }: World, model: SeriesModel, fromHour: Hour, toHour: Hour): Measured {
  const { hour, good, total } = measurements.measure(model, fromHour, toHour)
  const sum = { hourCount: hour.length, good: 0, total: 0 }
  for (let row = 0; row < hour.length; row += 1) {
    sum.good += cell(good, row)
    sum.total += cell(total, row)
  }
  return sum
}

function latencyFigures({ good, total }: Measured, thresholdMs: number, slowest: number) {
  const counts = [...spread(good, within), ...spread(total - good, beyond), 0]
  const boundsMs = steps.map(({ upTo }) => thresholdMs * upTo)
  let latencySumMs = 0
  for (const [step, bound] of boundsMs.entries()) {
    const below = boundsMs[step - 1] ?? 0
    latencySumMs += (counts[step] ?? 0) * (below + bound) * 0.5
  }
  const last = counts.findLastIndex((count) => count > 0)
  const below = boundsMs[last - 1] ?? 0
  return {
    timedRequests: total,
    latencySumMs,
    latencyMaxMs: last < 0 ? null : Math.round(below + ((boundsMs[last] ?? below) - below) * slowest),
    latency: { boundsMs, counts },
  }
}

/** Whole requests; what rounding leaves over stays in the first step. */
function spread(count: number, shares: readonly Readonly<{ share: number }>[]): readonly number[] {
  const [, ...rest] = shares.map(({ share }) => Math.floor(count * share))
  return [count - rest.reduce((sum, part) => sum + part, 0), ...rest]
}
