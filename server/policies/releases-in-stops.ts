import type { Release } from '../../src/contract/catalog.ts'
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

export type ReleasesInStops = readonly Readonly<{ enactment: Enactment; day: string }>[]

/** Every day on which a service was released to where its policy had stopped releases. */
export async function releasesInStops(
  { deps }: EnactmentSource,
  enactments: readonly Enactment[],
): Promise<ReleasesInStops> {
  const stops = stopsOf(enactments, deps.now()).filter(({ fromMs, toMs }) => fromMs < toMs)
  if (stops.length === 0) return []
  const releases = await deps.releases.list({
    services: [...new Set(stops.map(({ service }) => service))],
    deployments: [...new Set(stops.map(({ deployment }) => deployment))],
    fromHour: Math.floor(Math.min(...stops.map(({ fromMs }) => fromMs)) / HOUR_MS),
    toHour: Math.ceil(Math.max(...stops.map(({ toMs }) => toMs)) / HOUR_MS),
  })
  return stops.flatMap((stop) =>
    releases
      .filter((release) => isIn(release, stop))
      .map(({ at }) => ({
        enactment: stop.enactment,
        day: `${stop.service} ${stop.deployment} ${Math.floor(Date.parse(at) / DAY_MS)}`,
      })),
  )
}

function isIn({ service, deployment, at }: Release, stop: Stop): boolean {
  const ms = Date.parse(at)
  return service === stop.service && deployment === stop.deployment && ms >= stop.fromMs && ms < stop.toMs
}

/** A day counts once, however often a service was released on it and whatever clauses stopped that. */
export function stopCounts(
  all: ReleasesInStops,
  own: ReadonlySet<Enactment>,
): Readonly<{ releaseDays: number; thawDays: number }> {
  const taxOf = new Map(
    all
      .filter(({ enactment }) => own.has(enactment))
      .map(({ enactment, day }) => [day, enactment.clause.policy.policy.thawTax]),
  )
  const taxes = [...taxOf.values()]
  return {
    releaseDays: taxes.length,
    thawDays: taxes.reduce<number>((sum, tax) => sum + (tax === null ? 0 : thawTaxDays(1, tax)), 0),
  }
}
