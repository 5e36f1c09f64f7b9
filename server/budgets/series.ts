import type { Slo } from '../../src/contract/catalog.ts'
import { hourFromIso, type Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { Series } from '../../src/domain/period-budget.ts'
import type { TargetTimeline } from '../../src/domain/target.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import type { ApiDeps, Lifetime, SeriesKey } from '../ports.ts'

/** An SLO in one of its deployments. */
export type Member = Readonly<{ slo: Slo; deployment: string }>

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
    deps.buckets.lifetime(key),
    deps.corrections.list(key),
  ])
  return { buckets, corrections, targets: targetTimeline(member.slo), ...lifetime }
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
