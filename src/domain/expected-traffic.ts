import { type Buckets, cell, firstRowAt } from './buckets.ts'
import { type HourSpan, spansOutside } from './correction.ts'
import { HOURS_PER_WEEK, hourOfWeek, type Hour } from './hours.ts'

/** Four values for each hour of the week: enough to even out one odd day, recent enough to follow growth. */
const HISTORY_HOURS = 4 * HOURS_PER_WEEK

/**
 * Events to come in [fromHour, toHour), none of them in excluded hours: the mean total of the same hour of the week over
 * the 28 days before `nowHour`, or `fallbackPerHour` where that hour has no history.
 */
export function expectedTotal(
  buckets: Buckets,
  excluded: readonly HourSpan[],
  nowHour: Hour,
  coming: HourSpan,
  fallbackPerHour: number,
): number {
  if (coming.fromHour >= coming.toHour) return 0
  const weekly = weeklyMeans(buckets, excluded, nowHour, fallbackPerHour)
  return spansOutside(excluded, coming).reduce((sum, span) => sum + weeklySum(weekly, span), 0)
}

/** The same, hour by hour; 0 in excluded hours. */
export function expectedByHour(
  buckets: Buckets,
  excluded: readonly HourSpan[],
  nowHour: Hour,
  coming: HourSpan,
  fallbackPerHour: number,
): Float64Array {
  const expected = new Float64Array(Math.max(0, coming.toHour - coming.fromHour))
  const weekly = weeklyMeans(buckets, excluded, nowHour, fallbackPerHour)
  for (const span of spansOutside(excluded, coming)) {
    for (let hour = span.fromHour; hour < span.toHour; hour += 1) {
      expected[hour - coming.fromHour] = cell(weekly, hourOfWeek(hour))
    }
  }
  return expected
}

function weeklyMeans(
  buckets: Buckets,
  excluded: readonly HourSpan[],
  nowHour: Hour,
  fallbackPerHour: number,
): Float64Array {
  const sums = new Float64Array(HOURS_PER_WEEK)
  const counts = new Uint8Array(HOURS_PER_WEEK)
  for (const span of spansOutside(excluded, { fromHour: nowHour - HISTORY_HOURS, toHour: nowHour })) {
    const end = firstRowAt(buckets, span.toHour)
    for (let row = firstRowAt(buckets, span.fromHour); row < end; row += 1) {
      const slot = hourOfWeek(cell(buckets.hour, row))
      sums[slot] = cell(sums, slot) + cell(buckets.total, row)
      counts[slot] = cell(counts, slot) + 1
    }
  }
  return sums.map((sum, slot) => {
    const count = cell(counts, slot)
    return count === 0 ? fallbackPerHour : sum / count
  })
}

/** Each hour of the week is looked up once, however many weeks are to come. */
function weeklySum(weekly: Float64Array, { fromHour, toHour }: HourSpan): number {
  const hours = toHour - fromHour
  const firstSlot = hourOfWeek(fromHour)
  let sum = 0
  for (let offset = 0; offset < Math.min(hours, HOURS_PER_WEEK); offset += 1) {
    const weeks = Math.ceil((hours - offset) / HOURS_PER_WEEK)
    sum += weeks * cell(weekly, (firstSlot + offset) % HOURS_PER_WEEK)
  }
  return sum
}
