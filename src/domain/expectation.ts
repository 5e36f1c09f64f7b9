import type { Month } from './month.ts'

export const stakeholders = [
  'executives',
  'product-owners',
  'developers',
  'operations',
  'managers',
  'coaches',
] as const
export type Stakeholder = (typeof stakeholders)[number]

export const expectationStates = [
  'not-due',
  'on-track',
  'met',
  'not-met',
  'changed',
  'not-measurable',
] as const
export type ExpectationState = (typeof expectationStates)[number]

/** The unit of a signal that people answer so; yes is 1, no is 0. */
export const YES_OR_NO = 'yes or no'

export const changeKinds = ['fall', 'grow'] as const
export const levelKinds = ['at-least', 'at-most'] as const

/**
 * What a signal should come to: by how much it changes against the time before, or a level. `isBeyond`: the mark itself is
 * not enough, as with outages that nobody noticed inside, which have to fall by more than half.
 */
export type ExpectedTarget = Readonly<
  | { kind: (typeof changeKinds)[number]; percent: number; isBeyond: boolean }
  | { kind: (typeof levelKinds)[number]; value: number; isBeyond: boolean }
>

/** (now - base) / base. Null where there is nothing a change could be a share of. */
export function relativeChange(base: number | null, now: number): number | null {
  return base === null || base <= 0 ? null : (now - base) / base
}

/** Null where it cannot be said: a change against nothing. */
export function isReached(target: ExpectedTarget, base: number | null, now: number): boolean | null {
  const mark = markOf(target, base)
  if (mark === null) return null
  // Both sides in hundredths: counts and whole percents then stay exact.
  const [value, edge] = [now * 100, mark]
  const isFalling = target.kind === 'fall' || target.kind === 'at-most'
  if (value === edge) return !target.isBeyond
  return isFalling ? value < edge : value > edge
}

/** A hundred times the value that has to be reached. */
function markOf(target: ExpectedTarget, base: number | null): number | null {
  if ('value' in target) return target.value * 100
  if (base === null || base <= 0) return null
  return base * (100 + (target.kind === 'fall' ? -target.percent : target.percent))
}

/** The value that has to be reached; null where it is a change against nothing. */
export function targetValue(target: ExpectedTarget, base: number | null): number | null {
  const mark = markOf(target, base)
  return mark === null ? null : mark / 100
}

/** A value, and the month at whose end it was known. */
export type SignalPoint = Readonly<{ month: Month; value: number }>

type Expected = Readonly<{
  target: ExpectedTarget
  base: number | null
  /** The last month of the time before; null where there was no such time. */
  baseMonth: Month | null
  /** Judged when this month is over. */
  checkpoint: Month
  /** It is no longer expected in this form. */
  isChanged: boolean
}>

type WhyNot = 'base-missing' | 'base-zero' | 'no-value' | 'value-too-old'

export type Standing<Point extends SignalPoint> = Readonly<{
  state: ExpectationState
  /** What is judged: the newest value, but none from after the checkpoint. */
  judged: Point | null
  change: number | null
  /** The first of the values that reached the target and were never followed by one that did not. */
  reachedSince: Point | null
  /** Why it cannot be measured, or has no value yet. */
  whyNot: WhyNot | null
}>

/** A verdict needs a value from the last quarter before it. */
const OLDEST_MONTHS = 2

/**
 * How it stands. There is no verdict before the checkpoint month is over: until then it is on track if it is where the
 * straight line from the time before to the target would be, and not due where it is not, or nothing is known.
 */
export function standingOf<Point extends SignalPoint>(
  expected: Expected,
  points: readonly Point[],
  nowMonth: Month,
): Standing<Point> {
  const { target, base, checkpoint } = expected
  const known = points.filter(({ month }) => month <= checkpoint).toSorted((a, b) => a.month - b.month)
  const judged = known.at(-1) ?? null
  const whyNot = whyNotMeasured(expected, judged, nowMonth)
  const reachedSince = lastRun(known, ({ value }) => isReached(target, base, value) === true)
  return {
    state: stateOf(expected, { judged, whyNot, nowMonth }),
    judged,
    change: judged === null ? null : relativeChange(base, judged.value),
    reachedSince,
    whyNot,
  }
}

function whyNotMeasured(
  { target, base, checkpoint }: Expected,
  judged: SignalPoint | null,
  nowMonth: Month,
): WhyNot | null {
  if ('percent' in target) {
    if (base === null) return 'base-missing'
    if (base <= 0) return 'base-zero'
  }
  if (judged === null) return 'no-value'
  return nowMonth > checkpoint && judged.month < checkpoint - OLDEST_MONTHS ? 'value-too-old' : null
}

type Known = Readonly<{ judged: SignalPoint | null; whyNot: WhyNot | null; nowMonth: Month }>

function stateOf(expected: Expected, { judged, whyNot, nowMonth }: Known): ExpectationState {
  if (expected.isChanged) return 'changed'
  const isDue = nowMonth > expected.checkpoint
  if (whyNot === 'no-value' || judged === null)
    return isDue || whyNot !== 'no-value' ? 'not-measurable' : 'not-due'
  if (whyNot !== null) return 'not-measurable'
  const isMet = isReached(expected.target, expected.base, judged.value) === true
  if (isDue) return isMet ? 'met' : 'not-met'
  return isMet || isOnLine(expected, judged) ? 'on-track' : 'not-due'
}

/** Whether the value is at least as far as the straight line from the time before to the target is in its month. */
function isOnLine({ target, base, baseMonth, checkpoint }: Expected, { month, value }: SignalPoint): boolean {
  const goal = targetValue(target, base)
  if (goal === null || base === null || baseMonth === null || checkpoint <= baseMonth || month <= baseMonth)
    return false
  const line = base + ((goal - base) * (month - baseMonth)) / (checkpoint - baseMonth)
  return target.kind === 'fall' || target.kind === 'at-most' ? value <= line : value >= line
}

function lastRun<Point>(points: readonly Point[], holds: (point: Point) => boolean): Point | null {
  const lastMiss = points.findLastIndex((point) => !holds(point))
  return points[lastMiss + 1] ?? null
}
