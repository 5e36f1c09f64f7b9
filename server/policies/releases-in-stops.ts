import type { Release } from '../../src/contract/catalog.ts'
import type { EnactmentCounts } from '../../src/contract/enactments.ts'
import { HOURS_PER_DAY } from '../../src/domain/hours.ts'
import { thawTaxDays } from '../../src/domain/policy-counters.ts'
import type { Enactment, EnactmentSource } from './enactments.ts'

const HOUR_MS = 3_600_000
const DAY_MS = HOURS_PER_DAY * HOUR_MS

/** From when somebody acknowledged that releases are stopped until that was lifted, or the condition passed. */
type Stop = Readonly<{
  enactment: Enactment
  service: string
  deployment: string
  fromMs: number
  toMs: number
}>

function stopsOf(enactments: readonly Enactment[], nowMs: number): readonly Stop[] {
  return enactments.flatMap((enactment) => {
    const { clause, consequences, series, acknowledgedAt, endedAt } = enactment
    const place = clause.clause.consequences.findIndex(({ kind }) => kind === 'stop-production-releases')
    const progress = consequences[place]
    if (series === null || acknowledgedAt === null || progress === undefined) return []
    if (progress.state === 'left-out') return []
    const lifted = progress.state === 'done' ? progress.at : nowMs
    const { slo, deployment } = series.member
    const toMs = Math.min(lifted, endedAt ?? nowMs, nowMs)
    return [{ enactment, service: slo.service, deployment, fromMs: acknowledgedAt, toMs }]
  })
}

export type ReleasesInStops = Readonly<{
  /** What stopped releases for some time. */
  stopping: ReadonlySet<Enactment>
  /** Every day on which a service was released to where its policy had stopped releases. */
  released: readonly Readonly<{ enactment: Enactment; day: string }>[]
}>

export async function releasesInStops(
  { deps }: EnactmentSource,
  enactments: readonly Enactment[],
): Promise<ReleasesInStops> {
  const stops = stopsOf(enactments, deps.now()).filter(({ fromMs, toMs }) => fromMs < toMs)
  const stopping = new Set(stops.map(({ enactment }) => enactment))
  if (stops.length === 0) return { stopping, released: [] }
  const releases = await deps.releases.list({
    services: [...new Set(stops.map(({ service }) => service))],
    deployments: [...new Set(stops.map(({ deployment }) => deployment))],
    fromHour: Math.floor(Math.min(...stops.map(({ fromMs }) => fromMs)) / HOUR_MS),
    toHour: Math.ceil(Math.max(...stops.map(({ toMs }) => toMs)) / HOUR_MS),
  })
  const released = stops.flatMap((stop) =>
    releases
      .filter((release) => isIn(release, stop))
      .map(({ at }) => ({
        enactment: stop.enactment,
        day: `${stop.enactment.clause.policy.policy.slug} ${Math.floor(Date.parse(at) / DAY_MS)}`,
      })),
  )
  return { stopping, released }
}

function isIn({ service, deployment, at }: Release, stop: Stop): boolean {
  const ms = Date.parse(at)
  return service === stop.service && deployment === stop.deployment && ms >= stop.fromMs && ms < stop.toMs
}

type StopCounts = Pick<EnactmentCounts, 'releaseDays' | 'thawDays'>

/** A day counts once for a policy, however many services were released on it and whatever clauses stopped that. */
export function stopCounts(
  { stopping, released }: ReleasesInStops,
  chosen: readonly Enactment[],
): StopCounts {
  const own = new Set(chosen.filter((one) => stopping.has(one)))
  if (own.size === 0) return { releaseDays: null, thawDays: null }
  const isTaxed = [...own].some(({ clause }) => clause.policy.policy.thawTax !== null)
  const taxOf = new Map(
    released
      .filter(({ enactment }) => own.has(enactment))
      .map(({ enactment, day }) => [day, enactment.clause.policy.policy.thawTax]),
  )
  const taxes = [...taxOf.values()]
  return {
    releaseDays: taxes.length,
    thawDays: isTaxed
      ? taxes.reduce<number>((sum, tax) => sum + (tax === null ? 0 : thawTaxDays(1, tax)), 0)
      : null,
  }
}
