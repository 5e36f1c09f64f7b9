import type { Hour } from './hours.ts'
import { allowancePpb, PPB, type TargetTimeline } from './target.ts'

/** A stretch of hours judged by one target. */
export type TargetSegment = Readonly<{ fromHour: Hour; toHour: Hour; ppb: number }>

/** [fromHour, toHour) cut where the target changes, in order. */
export function targetSegments(
  targets: TargetTimeline,
  fromHour: Hour,
  toHour: Hour,
): readonly TargetSegment[] {
  const segments: TargetSegment[] = []
  for (const [index, version] of targets.entries()) {
    // Hours before the first version are judged by the first.
    const start = index === 0 ? fromHour : Math.max(fromHour, version.fromHour)
    const end = Math.min(toHour, targets[index + 1]?.fromHour ?? toHour)
    if (start < end) segments.push({ fromHour: start, toHour: end, ppb: allowancePpb(version.target) })
  }
  return segments
}

/** Events under one allowance. */
export type GrantPart = Readonly<{ total: number; ppb: number }>

/**
 * The bad events that may be among these. One division at the end, of whole numbers made as small as they can be: the sum
 * of two rounded quotients may miss a whole number that the exact sum would hit, and a period that just met its target
 * would then be broken.
 */
export function grantOf(parts: readonly GrantPart[]): number {
  const divisor = commonDivisor(parts.map((part) => part.ppb))
  const numerator = parts.reduce((sum, part) => sum + part.total * (part.ppb / divisor), 0)
  return numerator / (PPB / divisor)
}

/** The largest whole number that divides all allowances and the billion they are counted in. */
export function commonDivisor(ppbs: readonly number[]): number {
  return ppbs.reduce(greatestCommonDivisor, PPB)
}

export function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b]
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
