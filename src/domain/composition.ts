/**
 * How reliable a whole can be that rests on parts, all as shares, 1 for never failing. Parts are taken to fail
 * independently of each other unless a function says otherwise; screens have to say so.
 */

/** Every part is needed: 99.7 % and 99.5 % make 99.2 %. Of nothing it is 1. */
export function serialReliability(parts: readonly number[]): number {
  return parts.reduce((product, part) => product * part, 1)
}

/** Any one of the parts is enough: two of 99 % make 99.99 %. Of nothing it is 1: nothing is missing. */
export function parallelReliability(parts: readonly number[]): number {
  return parts.length === 0 ? 1 : 1 - parts.reduce((product, part) => product * (1 - part), 1)
}

/** What is left after each part in turn. */
export function cumulativeReliability(parts: readonly number[]): readonly number[] {
  return parts.map((_, at) => serialReliability(parts.slice(0, at + 1)))
}

/** What each of `count` equal parts in a row has to keep for the whole to keep the target; null of no part. */
export function neededPerPart(target: number, count: number): number | null {
  return count > 0 ? target ** (1 / count) : null
}

/** Products of shares end a hair below what they are on paper. */
const FLOAT_NOISE = 1e-12

export function meetsTarget(reliability: number, target: number): boolean {
  return reliability >= target - FLOAT_NOISE
}

export const failureModes = ['apart', 'together', 'stand-in'] as const
/**
 * `apart`: at times of its own. `together`: at the same times as the others that do, which costs once. `stand-in`: one of
 * those that stand in for each other is enough.
 */
export type FailureMode = (typeof failureModes)[number]

export const dependencyStrengths = ['strong', 'between', 'soft'] as const
/** Strong: nothing works without it. Soft: it is missed, and the rest works. */
export type DependencyStrength = (typeof dependencyStrengths)[number]

/** The share of its failures that reach the caller: what cannot be done without it while adaptive capacity takes the rest. */
const reachingShare: Readonly<Record<DependencyStrength, number>> = { strong: 1, between: 0.5, soft: 0 }

/** Only what is in place catches anything: a soft dependency that nothing catches takes its caller down. */
export function shareReaching(strength: DependencyStrength, hasAdaptiveCapacity: boolean): number {
  return hasAdaptiveCapacity ? reachingShare[strength] : 1
}

export type ComposedDependency = Readonly<{
  reliability: number
  strength: DependencyStrength
  hasAdaptiveCapacity: boolean
  failure: FailureMode
}>

/** The most that a service can keep which adds no failure of its own to those of its dependencies. */
export function reachableReliability(dependencies: readonly ComposedDependency[]): number {
  const seen = (mode: FailureMode) =>
    dependencies.filter(({ failure }) => failure === mode).map(reliabilityAsSeen)
  const together = seen('together')
  return serialReliability([
    ...seen('apart'),
    together.length === 0 ? 1 : Math.min(...together),
    parallelReliability(seen('stand-in')),
  ])
}

function reliabilityAsSeen({ reliability, strength, hasAdaptiveCapacity }: ComposedDependency): number {
  return 1 - shareReaching(strength, hasAdaptiveCapacity) * (1 - reliability)
}

export const reaches = ['unlimited', 'promised', 'kept', 'beyond'] as const
/** Whether a target lies within what the dependencies promise, only within what they kept so far, or beyond both; unlimited without a figure. */
export type Reach = (typeof reaches)[number]

export function reachOfTarget(
  target: number,
  { promised, kept }: Readonly<{ promised: number | null; kept: number | null }>,
): Reach {
  if (promised === null && kept === null) return 'unlimited'
  const isBroken = kept !== null && !meetsTarget(kept, target)
  if (!isBroken && (promised === null || meetsTarget(promised, target))) return 'promised'
  return kept !== null && !isBroken ? 'kept' : 'beyond'
}

/** Targets that people agree on, loosest first. */
const customaryTargets = [
  0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.997, 0.998, 0.999, 0.9995, 0.9997, 0.9998, 0.9999, 0.99995, 0.99999,
]

/** The tightest customary target that lies within reach; null where even the loosest does not. */
export function initialTarget(reach: number): number | null {
  return customaryTargets.findLast((target) => meetsTarget(reach, target)) ?? null
}
