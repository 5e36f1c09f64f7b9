import type { Slo } from '../../src/contract/catalog.ts'
import { hourFromIso, type Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { Series } from '../../src/domain/period-budget.ts'
import type { TargetTimeline } from '../../src/domain/target.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import type { ApiDeps, Lifetime, SeriesKey } from '../ports.ts'

/** An SLO in one of its deployments. `sinceHour`: only hours from then on are judged, as of a contract that begins with it. */
export type Member = Readonly<{ slo: Slo; deployment: string; sinceHour?: Hour }>

/** Its corrections with all that is kept of them. */
export type RecordedSeries = Omit<Series, 'corrections'> &
  Readonly<{ corrections: readonly RecordedCorrection[] }>

export function keyOf({ slo, deployment }: Member): SeriesKey {
  return { sloId: slo.id, deployment }
}

export async function loadSeries(
  deps: ApiDeps,
  member: Member,
  fromHour: Hour,
  toHour: Hour,
): Promise<RecordedSeries> {
  const key = keyOf(member)
  const [buckets, lifetime, corrections] = await Promise.all([
    deps.buckets.read(key, fromHour, toHour),
    lifetimeOf(deps, member),
    deps.corrections.list(key),
  ])
  return { buckets, corrections, targets: targetTimeline(member.slo), ...lifetime }
}

/** Of the series as far as the member is judged by it: the traffic of before it began still tells what to expect. */
export async function lifetimeOf({ buckets }: Pick<ApiDeps, 'buckets'>, member: Member): Promise<Lifetime> {
  const lifetime = await buckets.lifetime(keyOf(member))
  const { sinceHour } = member
  return sinceHour === undefined || sinceHour <= lifetime.beganHour
    ? lifetime
    : { ...lifetime, beganHour: sinceHour }
}

export function livesIn(
  { beganHour, endedHour }: Pick<Lifetime, 'beganHour' | 'endedHour'>,
  { startHour, endHour }: Pick<Period, 'startHour' | 'endHour'>,
): boolean {
  return beganHour < endHour && (endedHour === null || endedHour > startHour)
}

export function targetTimeline({ versions, target }: Pick<Slo, 'versions' | 'target'>): TargetTimeline {
  const [first, ...later] = versions.map((version) => ({
    fromHour: hourFromIso(version.effectiveFrom) ?? 0,
    target: version.target,
  }))
  return [first ?? { fromHour: 0, target }, ...later]
}
