import type { DeliveryComponent, Sample } from './delivery.ts'
import { median } from './median.ts'
import type { Span } from './span.ts'

export type DeliveryFigure = Readonly<{
  /** The median of times in minutes, the share of failures; null where nothing was observed. */
  value: number | null
  mean: number | null
  /** What it rests on. */
  count: number
  /** Too few to be compared with anything. */
  isFew: boolean
}>

const FEWEST_TIMES = 3
/** A share moves in large steps until there are as many. */
const FEWEST_RESULTS = 10
const NOTABLE_CHANGE = 0.1
/** 110 is not more than a tenth above 100, whatever the last bit says. */
const FLOAT_NOISE = 1e-9

export function isTimed(component: DeliveryComponent): boolean {
  return component !== 'deployment-failure-rate' && component !== 'build-failure-rate'
}

/** [from, to) in milliseconds. */
export function samplesWithin(samples: readonly Sample[], { from, to }: Span): readonly Sample[] {
  return samples.filter(({ atMs }) => atMs >= from && atMs < to)
}

/** The middle of times, which one bad night does not move; the mean stands beside it, because it does. */
export function deliveryFigure(component: DeliveryComponent, values: readonly number[]): DeliveryFigure {
  const count = values.length
  const mean = count === 0 ? null : values.reduce((sum, value) => sum + value, 0) / count
  return isTimed(component)
    ? { value: median(values), mean, count, isFew: count < FEWEST_TIMES }
    : { value: mean, mean, count, isFew: count < FEWEST_RESULTS }
}

/** How often a service comes to an environment in a week, by those that did not fail: what is never deployed counts as well. */
export function deploymentFrequency(
  count: number,
  { rows, weeks }: Readonly<{ rows: number; weeks: number }>,
): DeliveryFigure {
  const value = rows === 0 || weeks <= 0 ? null : count / rows / weeks
  return { value, mean: value, count, isFew: value === null }
}

export const deliveryDirections = ['better', 'worse', 'steady'] as const
export type DeliveryDirection = (typeof deliveryDirections)[number]

export type DeliveryTrend = Readonly<{
  /** Of the value before; null where there was none or it was 0. */
  change: number | null
  /** Null where one of both rests on too little. */
  direction: DeliveryDirection | null
}>

/** Against the window before. `good` says which way is better: less time and fewer failures, or more deployments. */
export function deliveryTrend(
  now: DeliveryFigure,
  before: DeliveryFigure,
  good: 'less' | 'more' = 'less',
): DeliveryTrend {
  if (now.value === null || before.value === null || now.isFew || before.isFew)
    return { change: null, direction: null }
  const change = before.value === 0 ? null : (now.value - before.value) / before.value
  if (Math.abs(now.value - before.value) <= NOTABLE_CHANGE * before.value + FLOAT_NOISE)
    return { change, direction: 'steady' }
  return { change, direction: now.value < before.value === (good === 'less') ? 'better' : 'worse' }
}

/** More than a tenth above. */
export function isNotable(value: number, than: number): boolean {
  return value - than > NOTABLE_CHANGE * than + FLOAT_NOISE
}
