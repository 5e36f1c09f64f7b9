import { checkCounts, type BucketRefusal } from '../../../src/domain/bucket-check.ts'
import { isoFromHour } from '../../../src/domain/hours.ts'

/** Minutes a fine bucket may be wide. Both divide an hour, so that each lies in one. */
export type FineWidth = 1 | 5

/** Whole minutes since 1970 in UTC; a fine bucket is named by its start, as an hour is. */
export type Minute = number
export type FineRow = Readonly<{ minute: Minute; good: number; total: number }>

export type FineSpan = Readonly<{
  /** The first minute that is not over yet. */
  nowMinute: Minute
  /** So many whole days before today are kept. */
  keptDays: number
}>

const MINUTES_PER_DAY = 1440

/** Null where the row may be stored. */
export function checkFineRow(
  { minute, good, total }: FineRow,
  width: FineWidth,
  span: FineSpan,
): BucketRefusal | null {
  return checkMinute(minute, width, span) ?? checkCounts(good, total)
}

/** The first minute that is kept: the start of a day, because days are let go of whole. */
export function keptFromMinute({ nowMinute, keptDays }: FineSpan): Minute {
  return (Math.floor(nowMinute / MINUTES_PER_DAY) - keptDays) * MINUTES_PER_DAY
}

function checkMinute(minute: Minute, width: FineWidth, span: FineSpan): BucketRefusal | null {
  const refused = (detail: string, hint: string) => ({
    field: 'minute' as const,
    value: minute,
    detail,
    hint,
  })
  if (!Number.isSafeInteger(minute) || minute % width !== 0)
    return refused(
      `minute is ${minute}, where no bucket of ${width} min begins`,
      'Minutes are counted whole, since 1970 in UTC; is the time in another unit?',
    )
  const keptFrom = keptFromMinute(span)
  if (minute < keptFrom)
    return refused(
      `minute is ${minute}, which is before ${isoFromHour(keptFrom / 60)}, from when on fine buckets are kept`,
      'Send older counts as whole hours',
    )
  if (minute + width <= span.nowMinute) return null
  return refused(
    `minute is ${minute}, whose bucket of ${width} min ends after minute ${span.nowMinute}`,
    'Send a bucket when it is over; does the clock of the sender go ahead?',
  )
}
