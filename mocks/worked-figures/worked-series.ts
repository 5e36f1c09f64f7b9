import { bucketsFromRows, type Buckets, type BucketRow } from '../../src/domain/buckets.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { BUDGET, PERIOD_HOURS, startOf, type Losses } from './worked-plan.ts'

/** Requests an hour, so that four weeks of them may hold the budget's events in error. */
function hourlyTotal(target: number): number {
  return Math.round(BUDGET / PERIOD_HOURS / (1 - target))
}

/** Even traffic, and errors where losses say so, spread over their hours as evenly as whole events allow. */
export function workedBuckets(target: number, losses: Losses, fromHour: Hour, toHour: Hour): Buckets {
  const total = hourlyTotal(target)
  const bad = new Map<Hour, number>()
  for (const [period, runs] of Object.entries(losses)) {
    for (const [first, hours, percent] of runs) {
      const events = Math.round((percent / 100) * BUDGET)
      for (let at = 0; at < hours; at += 1) {
        const share = Math.floor(((at + 1) * events) / hours) - Math.floor((at * events) / hours)
        const hour = startOf(Number(period)) + first + at
        bad.set(hour, (bad.get(hour) ?? 0) + share)
      }
    }
  }
  const rows: BucketRow[] = []
  for (let hour = fromHour; hour < toHour; hour += 1)
    rows.push({ hour, total, good: total - (bad.get(hour) ?? 0) })
  return bucketsFromRows(rows)
}
