import type { Hour } from './hours.ts'
import type { Series } from './period-budget.ts'
import { allowancePpb, PPB, targetAt, type TargetTimeline, type TargetVersion } from './target.ts'

/** How long everything may fail within a span of hours, without traffic being asked: half an hour in 500 at 99.9 %. */
export function outageHours(target: number, hours: number): number {
  return (allowancePpb(target) * hours) / PPB
}

/**
 * The series as it would be with another target from `nowHour` on: hours before it stay judged by the target they had.
 * A target agreed in the hour that is still running counts as in force.
 */
export function withTargetFrom(series: Series, target: number, nowHour: Hour): Series {
  const [first, ...later] = inForceBy(series.targets, nowHour)
  return { ...series, targets: [first, ...later, { fromHour: nowHour, target }] }
}

/** The same events as if this had always been the target. A top-up gives back the events it gave back, whatever share they are. */
export function withTargetThroughout(series: Series, target: number): Series {
  const allowed = allowancePpb(target)
  const corrections = series.corrections.map((correction) =>
    correction.kind === 'exclusion' || allowed === 0
      ? correction
      : {
          ...correction,
          share: (correction.share * allowancePpb(targetAt(series.targets, correction.atHour))) / allowed,
        },
  )
  return { ...series, corrections, targets: [{ fromHour: 0, target }] }
}

/** Data may end before the hour in which a target was last changed. */
function inForceBy([first, ...later]: TargetTimeline, nowHour: Hour): TargetTimeline {
  const moved = (version: TargetVersion) => ({ ...version, fromHour: Math.min(version.fromHour, nowHour) })
  return [moved(first), ...later.map(moved)]
}
