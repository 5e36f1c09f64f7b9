import type { Hour } from './hours.ts'

/** A target holds from its first hour until the next version's. Versions ascend; 0 < target <= 1. */
export type TargetVersion = Readonly<{ fromHour: Hour; target: number }>
export type TargetTimeline = readonly [TargetVersion, ...TargetVersion[]]

export const PPB = 1_000_000_000

/**
 * The share of events that may be bad, in whole billionths, so that grants of decimal targets come out exact:
 * 1 - 0.9 is 0.09999999999999998 in binary, and one bad event in ten would then break a 90 % target it just meets.
 */
export function allowancePpb(target: number): number {
  return Math.round((1 - target) * PPB)
}

/** Hours before the first version are judged by the first. */
export function targetAt(timeline: TargetTimeline, hour: Hour): number {
  let { target } = timeline[0]
  for (const version of timeline) {
    if (version.fromHour > hour) break
    target = version.target
  }
  return target
}
