import { type BucketRow, bucketsFromRows } from '../buckets.ts'
import type { Exclusion, TopUp } from '../correction.ts'
import type { Hour } from '../hours.ts'
import type { Period } from '../period.ts'
import type { Series } from '../period-budget.ts'

const EVENTS_PER_HOUR = 10_000

/** A series that lives since its first row, at 90 % unless told otherwise. */
export function seriesOf(rows: readonly BucketRow[], overrides: Partial<Series> = {}): Series {
  const buckets = bucketsFromRows(rows)
  return {
    buckets,
    targets: [{ fromHour: 0, target: 0.9 }],
    corrections: [],
    beganHour: buckets.hour[0] ?? 0,
    endedHour: null,
    ...overrides,
  }
}

/** Its rows, as they were before they became columns. */
export function rowsOf({ buckets }: Series): readonly BucketRow[] {
  return Array.from(buckets.hour, (hour, row) => ({
    hour,
    good: buckets.good[row] ?? 0,
    total: buckets.total[row] ?? 0,
  }))
}

/** The same events in every hour of [fromHour, toHour). */
export function evenRows(
  fromHour: Hour,
  toHour: Hour,
  count: Readonly<{ total: number; bad: number }>,
): readonly BucketRow[] {
  return Array.from({ length: Math.max(0, toHour - fromHour) }, (_, offset) => ({
    hour: fromHour + offset,
    good: count.total - count.bad,
    total: count.total,
  }))
}

/** Budget lost evenly between two hours of the period (counted from its start), in % of the grant. */
export type Loss = Readonly<{ fromHour: number; toHour: number; percent: number }>

/** Even traffic over the whole period, at 90 %, with the losses given. */
export function seriesLosing(period: Period, losses: readonly Loss[]): Series {
  const hours = period.endHour - period.startHour
  const grant = (hours * EVENTS_PER_HOUR) / 10
  const badAt = (hour: number) => losses.reduce((sum, loss) => sum + badOfLoss(loss, hour, grant), 0)
  return seriesOf(
    Array.from({ length: hours }, (_, hour) => ({
      hour: period.startHour + hour,
      good: EVENTS_PER_HOUR - badAt(hour),
      total: EVENTS_PER_HOUR,
    })),
  )
}

/** Rounds the running sum, not the hours, so that the loss as a whole is exact. */
function badOfLoss({ fromHour, toHour, percent }: Loss, hour: number, grant: number): number {
  const lostBy = (end: number) => {
    const passed = Math.min(Math.max(end - fromHour, 0), toHour - fromHour)
    return Math.round(((percent / 100) * grant * passed) / (toHour - fromHour))
  }
  return lostBy(hour + 1) - lostBy(hour)
}

const signed = { id: 'correction', author: 'Ada', reason: 'agreed', at: '2026-01-01T00:00:00Z' }

export function exclusion(fromHour: Hour, toHour: Hour, withdrawnAt: string | null = null): Exclusion {
  return { ...signed, kind: 'exclusion', fromHour, toHour, withdrawnAt }
}

export function topUp(atHour: Hour, share: number, withdrawnAt: string | null = null): TopUp {
  return { ...signed, kind: 'top-up', atHour, share, dependency: 'identity', withdrawnAt }
}
