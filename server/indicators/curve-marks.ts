import type { CurvesRow } from '../../src/contract/indicators.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { PolicyMark } from '../../src/contract/policy-mark.ts'
import type { Period } from '../../src/domain/period.ts'
import { correctedHours } from '../budgets/history-marks.ts'
import { keyOf, targetTimeline, type Member } from '../budgets/series.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { ApiDeps } from '../ports.ts'

type Drawn = Readonly<{ member: Member; periods: readonly Period[] }>
type Marks = CurvesRow['marks']
type Source = Readonly<{
  deps: Pick<ApiDeps, 'releases' | 'corrections'>
  nowHour: Hour
  /** By series. */
  enactments: ReadonlyMap<string, readonly PolicyMark[]>
}>

const READS_AT_ONCE = 16

/** Releases, changed targets, corrections and enactments of the periods that are drawn, in the order of the rows. */
export async function curveMarks(
  rows: readonly Drawn[],
  { deps, nowHour, enactments }: Source,
): Promise<Marks[]> {
  const releases = await releasesOf(rows, { deps, nowHour })
  return mapConcurrently(rows, READS_AT_ONCE, async ({ member, periods }) => {
    const isDrawn = (hour: number) =>
      periods.some(({ startHour, endHour }) => hour >= startHour && hour < endHour)
    const own = releases.get(`${member.slo.service} ${member.deployment}`) ?? []
    return {
      releases: own.filter(({ at }) => isDrawn(Date.parse(at) / 3_600_000)),
      targetChanges: targetChangesIn(member, isDrawn),
      corrections: await correctionsIn(member, isDrawn, deps),
      enactments: (enactments.get(`${member.slo.id}@${member.deployment}`) ?? []).filter(({ start }) =>
        isDrawn(Date.parse(start) / 3_600_000),
      ),
    }
  })
}

type IsDrawn = (hour: number) => boolean

export function targetChangesIn({ slo }: Pick<Member, 'slo'>, isDrawn: IsDrawn): Marks['targetChanges'] {
  const targets = targetTimeline(slo)
  return targets.flatMap(({ fromHour, target }, at) => {
    const before = targets[at - 1]?.target
    return before === undefined || !isDrawn(fromHour)
      ? []
      : [{ at: isoFromHour(fromHour), before, after: target }]
  })
}

export async function correctionsIn(
  member: Member,
  isDrawn: IsDrawn,
  { corrections }: Pick<ApiDeps, 'corrections'>,
): Promise<Marks['corrections']> {
  const recorded = await corrections.list(keyOf(member))
  return (
    recorded
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((correction) => ({ kind: correction.kind, ...correctedHours(correction) }))
      // A correction applies inside one period only.
      .filter(({ fromHour }) => isDrawn(fromHour))
      .toSorted((a, b) => a.fromHour - b.fromHour)
      .map(({ kind, fromHour, toHour }) => ({ kind, start: isoFromHour(fromHour), end: isoFromHour(toHour) }))
  )
}

/** Read once for all rows: several SLOs of a service share them. */
async function releasesOf(
  rows: readonly Drawn[],
  { deps, nowHour }: Omit<Source, 'enactments'>,
): Promise<ReadonlyMap<string, Marks['releases']>> {
  const periods = rows.flatMap((row) => row.periods)
  if (periods.length === 0) return new Map()
  const found = await deps.releases.list({
    services: [...new Set(rows.map(({ member }) => member.slo.service))],
    deployments: [...new Set(rows.map(({ member }) => member.deployment))],
    fromHour: Math.min(...periods.map(({ startHour }) => startHour)),
    // What came after the data has bent no curve yet, and a link to this hour would not show it.
    toHour: Math.min(nowHour, Math.max(...periods.map(({ endHour }) => endHour))),
  })
  const bySeries = Map.groupBy(found.toReversed(), ({ service, deployment }) => `${service} ${deployment}`)
  return new Map(
    [...bySeries].map(([key, releases]) => [key, releases.map(({ version, at }) => ({ version, at }))]),
  )
}
