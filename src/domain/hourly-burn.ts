import { bucketsBetween, cell } from './buckets.ts'
import { countedBuckets } from './correction.ts'
import { commonDivisor, targetSegments } from './grant.ts'
import type { Hour } from './hours.ts'
import type { Series } from './period-budget.ts'
import { PPB } from './target.ts'

/**
 * Whole numbers throughout, so that sums and comparisons are exact. `allowed` is the events that may be bad by the target
 * in force, in parts of which `one` make an event: bad * one > allowed says "burning" without a division. The parts are as
 * large as the targets allow: billionths of billions of events would outgrow exact numbers.
 */
export type HourlyBurn = Readonly<{
  bad: Float64Array
  total: Float64Array
  allowed: Float64Array
  one: number
}>

/**
 * Row i is the hour fromHour + i, corrections applied. Hours that were not measured, and hours outside the series' life,
 * add nothing: they are rows of zeros.
 */
export function hourlyBurn(series: Series, fromHour: Hour, toHour: Hour): HourlyBurn {
  const rows = Math.max(0, toHour - fromHour)
  const bornHour = Math.max(fromHour, series.beganHour)
  const goneHour = Math.min(toHour, series.endedHour ?? toHour)
  const segments = targetSegments(series.targets, bornHour, goneHour)
  const divisor = commonDivisor(segments.map(({ ppb }) => ppb))
  const burn = {
    bad: new Float64Array(rows),
    total: new Float64Array(rows),
    allowed: new Float64Array(rows),
    one: PPB / divisor,
  }
  for (const segment of segments) {
    const inSegment = bucketsBetween(series.buckets, segment.fromHour, segment.toHour)
    const counted = countedBuckets(inSegment, series.corrections)
    for (let i = 0; i < counted.hour.length; i += 1) {
      const row = cell(counted.hour, i) - fromHour
      const total = cell(counted.total, i)
      burn.total[row] = total
      burn.bad[row] = total - cell(counted.good, i)
      burn.allowed[row] = (segment.ppb / divisor) * total
    }
  }
  return burn
}

/** Each row becomes the sum of the `hours` rows that end with it, fewer at the start. */
export function rollingBurn(burn: HourlyBurn, hours: number): HourlyBurn {
  if (hours === 1) return burn
  return {
    bad: rollingSum(burn.bad, hours),
    total: rollingSum(burn.total, hours),
    allowed: rollingSum(burn.allowed, hours),
    one: burn.one,
  }
}

function rollingSum(column: Float64Array, hours: number): Float64Array {
  const sums = new Float64Array(column.length)
  let sum = 0
  for (let i = 0; i < column.length; i += 1) {
    sum += cell(column, i)
    // A row before the first would be looked for as a property by its name: slowly.
    if (i >= hours) sum -= cell(column, i - hours)
    sums[i] = sum
  }
  return sums
}
