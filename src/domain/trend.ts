export type Growth = Readonly<{
  /** One per transition; null for a transition from 0. */
  rates: readonly (number | null)[]
  averageRate: number | null
  averageDelta: number | null
}>

/** Tickets per period, oldest first. */
export function ticketGrowth(counts: readonly number[]): Growth {
  const transitions = counts.slice(1).map((now, i) => ({ before: counts[i] ?? now, now }))
  const rates = transitions.map(({ before, now }) => (before === 0 ? null : (now - before) / before))
  return {
    rates,
    averageRate: meanOrNull(rates.filter((rate) => rate !== null)),
    averageDelta: meanOrNull(transitions.map(({ before, now }) => now - before)),
  }
}

export type TrendDirection = 'upward' | 'downward' | 'flat'

export type Trend = Readonly<{ slope: number; intercept: number; mean: number; direction: TrendDirection }>

type Point = Readonly<{ x: number; y: number }>

const FEWEST_POINTS = 3
/** The line has to change by more than this share of the mean, between the first and the last point, to have a direction. */
const NOTABLE_CHANGE = 0.1

/** Least squares over (x, y); null with fewer than three points. */
export function linearTrend(points: readonly Point[]): Trend | null {
  if (points.length < FEWEST_POINTS) return null
  const meanX = mean(points.map(({ x }) => x))
  const meanY = mean(points.map(({ y }) => y))

  // Sums around the mean: x are instants, and the squares of those would drown the differences.
  let sumXX = 0
  let sumXY = 0
  for (const { x, y } of points) {
    sumXX += (x - meanX) ** 2
    sumXY += (x - meanX) * (y - meanY)
  }
  const slope = sumXX === 0 ? 0 : sumXY / sumXX
  return { slope, intercept: meanY - slope * meanX, mean: meanY, direction: direction(points, slope, meanY) }
}

function direction(points: readonly Point[], slope: number, meanY: number): TrendDirection {
  const xs = points.map(({ x }) => x)
  const change = slope * (Math.max(...xs) - Math.min(...xs))
  const floatNoise = 1e-9 * Math.abs(meanY)
  if (Math.abs(change) <= NOTABLE_CHANGE * Math.abs(meanY) + floatNoise) return 'flat'
  return change > 0 ? 'upward' : 'downward'
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : mean(values)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
