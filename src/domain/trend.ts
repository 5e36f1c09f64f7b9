export type Growth = Readonly<{
  /** One per transition; null for a transition from 0. */
  rates: readonly (number | null)[]
  averageRate: number | null
  averageDelta: number | null
}>

/** Tickets per period, oldest first. */
export function ticketGrowth(_counts: readonly number[]): Growth {
  throw new Error('not written yet')
}

export type TrendDirection = 'upward' | 'downward' | 'flat'

export type Trend = Readonly<{ slope: number; intercept: number; mean: number; direction: TrendDirection }>

/** Least squares over (x, y); null with fewer than three points. */
export function linearTrend(_points: readonly Readonly<{ x: number; y: number }>[]): Trend | null {
  throw new Error('not written yet')
}
