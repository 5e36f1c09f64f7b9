import type { BucketRow } from './buckets.ts'
import { isoFromHour, type Hour } from './hours.ts'

/** Why a row is not stored: which figure is wrong, what it is, and what would be right. */
export type BucketRefusal = Readonly<{
  field: keyof BucketRow | 'minute'
  value: number
  detail: string
  hint: string
}>

/**
 * 2000-01-01. Nobody measured SLOs before: an older hour is a wrong unit or a missing time, and one such row would give
 * every series decades of missing hours.
 */
export const EARLIEST_HOUR: Hour = 262_968

/** `nowHour` is the first hour that is not complete: its counts would still change. Null where the row may be stored. */
export function checkBucketRow({ hour, good, total }: BucketRow, nowHour: Hour): BucketRefusal | null {
  return checkHour(hour, nowHour) ?? checkCounts(good, total)
}

function checkHour(hour: Hour, nowHour: Hour): BucketRefusal | null {
  const refused = refusalOf('hour', hour)
  if (!Number.isSafeInteger(hour))
    return refused(`hour is ${hour}, which is no whole hour`, 'Hours are counted whole, since 1970 in UTC')
  if (hour < EARLIEST_HOUR)
    return refused(
      `hour is ${hour}, which is before ${isoFromHour(EARLIEST_HOUR)}`,
      'Hours are counted since 1970 in UTC; is the time missing, or in another unit?',
    )
  if (hour < nowHour) return null
  const end = hour < MOST_NAMED_HOUR ? isoFromHour(hour + 1) : 'far in the future'
  return refused(
    `hour is ${hour}, which ends ${end}; hours are complete up to ${isoFromHour(nowHour)}`,
    'Send an hour when it has ended; does the clock of the sender go ahead, or is the time in another unit?',
  )
}

/** Whatever span they were counted over. */
export function checkCounts(good: number, total: number): BucketRefusal | null {
  for (const [field, value] of [
    ['good', good],
    ['total', total],
  ] as const) {
    if (Number.isSafeInteger(value) && value >= 0) continue
    return refusalOf(field, value)(
      `${field} is ${value}; it must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
      'Events are counted one by one: send counts, not rates or shares',
    )
  }
  if (good <= total) return null
  return refusalOf('good', good)(
    `good is ${good}, more than the total of ${total}`,
    'total counts all events, the good ones among them',
  )
}

/** The last hour with a year of four digits. */
const MOST_NAMED_HOUR: Hour = 70_389_527

const refusalOf = (field: BucketRefusal['field'], value: number) => (detail: string, hint: string) => ({
  field,
  value,
  detail,
  hint,
})
