import type { Hour } from './hours.ts'

/** A target holds from its first hour until the next version's. Versions ascend; 0 < target <= 1. */
export type TargetVersion = Readonly<{ fromHour: Hour; target: number }>
export type TargetTimeline = readonly [TargetVersion, ...TargetVersion[]]

/**
 * The share of events that may be bad, in whole billionths, so that grants of decimal targets come out exact:
 * 1 - 0.9 is 0.09999999999999998 in binary, and one bad event in ten would then break a 90 % target it just meets.
 */
export function allowancePpb(_target: number): number {
  throw new Error('not written yet')
}

/** Hours before the first version are judged by the first. */
export function targetAt(_timeline: TargetTimeline, _hour: Hour): number {
  throw new Error('not written yet')
}
