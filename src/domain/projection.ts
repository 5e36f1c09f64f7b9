import { cell, firstRowAt } from './buckets.ts'
import { type HourSpan, spansOutside } from './correction.ts'
import type { Hour } from './hours.ts'
import { type PeriodAccount, periodAccount } from './period-account.ts'
import type { Period } from './period.ts'
import type { Series } from './period-budget.ts'

const rateWindows = [24, 168] as const

export type Projection = Readonly<{
  windowHours: (typeof rateWindows)[number]
  badPerHour: number
  /** The instant the budget runs out at this rate, in (fractional) hours; null when no bad events were seen. */
  exhaustedAtHour: number | null
}>

/** Both rates, the 24-hour one first. Empty for a closed period, an exhausted budget or none at all. */
export function projections(series: Series, period: Period, nowHour: Hour): readonly Projection[] {
  return accountProjections(series, periodAccount(series, period, nowHour), nowHour)
}

export function accountProjections(
  series: Series,
  account: PeriodAccount,
  nowHour: Hour,
): readonly Projection[] {
  const leftToSpend = account.counted.grant - account.spent
  const hasEnded = account.pastEndHour >= account.span.toHour
  if (!account.isOpen || hasEnded || leftToSpend <= 0) return []
  return rateWindows.map((windowHours) => {
    const badPerHour = recentBadPerHour(series, account.excluded, nowHour, windowHours)
    const exhaustedAtHour = badPerHour === 0 ? null : nowHour + leftToSpend / badPerHour
    return { windowHours, badPerHour, exhaustedAtHour }
  })
}

/** Over the hours that the series lived and that count: those before its beginning were no quiet hours. */
function recentBadPerHour(
  { buckets, beganHour }: Series,
  excluded: readonly HourSpan[],
  nowHour: Hour,
  windowHours: number,
): number {
  let bad = 0
  let hours = 0
  const window = { fromHour: Math.max(nowHour - windowHours, beganHour), toHour: nowHour }
  for (const { fromHour, toHour } of spansOutside(excluded, window)) {
    const endRow = firstRowAt(buckets, toHour)
    for (let row = firstRowAt(buckets, fromHour); row < endRow; row += 1) {
      bad += cell(buckets.total, row) - cell(buckets.good, row)
    }
    hours += toHour - fromHour
  }
  return hours === 0 ? 0 : bad / hours
}
