import type { Hour } from '../../src/domain/hours.ts'
import type { AgreedSlo } from './agreed-slo.ts'
import { chance, streamOf } from './hash.ts'
import { slugFromRoute } from './service-plan.ts'
import { measuredSince } from './lasting-changes.ts'
import type { Timeline } from './timeline.ts'
import { expectedWeek } from './traffic.ts'
import { gap, silence } from './unmeasured.ts'

/** What one series of the simulated organization is made of. */
export type SeriesModel = Readonly<{
  slo: AgreedSlo
  deployment: string
  isProduction: boolean
  /** Random streams: SLOs of one endpoint see the same traffic, and those of one SLI the same noise. */
  trafficStream: number
  noiseStream: number
  seriesStream: number
  week: Float64Array
  perHour: number
  /** Of the first target: a new promise does not change how often things fail. */
  allowance: number
  /** The share of the grant that a period without incidents uses up. */
  baseBurn: number
  beganHour: Hour
  /** The first hour that is missing for good. */
  silentFrom: Hour
  gapFrom: Hour
  gapTo: Hour
}>

export const seriesName = (sloId: string, deployment: string): string => `${sloId}@${deployment}`

function baseBurnOf(seed: number, stream: number, grantPerPeriod: number, isProduction: boolean): number {
  // A budget of less than a few events would be gone with the first one, at random.
  if (grantPerPeriod < 3) return 0
  return (0.06 + 0.32 * chance(seed, stream, 1)) * (isProduction ? 1 : 1.3)
}

export function createSeriesModel(
  seed: number,
  timeline: Timeline,
  slo: AgreedSlo,
  deployment: string,
): SeriesModel {
  const { service, endpoint, plan } = slo
  const isUsed = !endpoint.unusedIn?.includes(deployment)
  const route = `${service.slug} ${slugFromRoute(endpoint.route)} ${deployment}`
  const week = expectedWeek(service.rhythm, deployment, isUsed ? endpoint.perHour : 0)
  const perHour = week.reduce((sum, count) => sum + count, 0) / week.length
  const allowance = plan.target === 1 ? 0 : 1 - plan.target
  const isProduction = deployment !== 'staging'
  const seriesStream = streamOf(seriesName(slo.id, deployment))
  const since = measuredSince[service.team]
  const hasGap = gap.sloId === slo.id && gap.deployment === deployment
  const isSilent = silence.sloId === slo.id && silence.deployment === deployment
  const gapFrom = hasGap ? timeline.hourAt(gap.start) : 0
  return {
    slo,
    deployment,
    isProduction,
    trafficStream: streamOf(route),
    noiseStream: streamOf(`${route} ${plan.sli}`),
    seriesStream,
    week,
    perHour,
    allowance,
    baseBurn: baseBurnOf(seed, seriesStream, allowance * perHour * 672, isProduction),
    beganHour: since ? timeline.hourAt(since) : timeline.originHour,
    silentFrom: isSilent ? timeline.hourAt(silence.since) : Number.POSITIVE_INFINITY,
    gapFrom,
    gapTo: hasGap ? gapFrom + gap.hours : 0,
  }
}
