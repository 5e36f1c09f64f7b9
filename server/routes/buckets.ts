import { isoFromHour } from '../../src/domain/hours.ts'
import { keyOf } from '../budgets/series.ts'
import { foundSeries } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { invalidParameter } from '../problem.ts'
import { requestedRange } from '../window-range.ts'

/** Two years, one of them a leap year. */
const MOST_HOURS = (365 + 366) * 24

export const readBuckets: Route<'readBuckets'> = async ({ params, query }, { deps, index, moment }) => {
  const slo = foundSeries(index, params)
  const { fromHour, toHour } = requestedRange(query, await moment())
  if (toHour - fromHour > MOST_HOURS) {
    throw invalidParameter('from', query.from, {
      detail: 'A request brings at most two years of hours',
      hint: `The earliest "from" for this "to" is ${isoFromHour(toHour - MOST_HOURS)}`,
    })
  }
  const { hour, good, total } = await deps.buckets.read(
    keyOf({ slo, deployment: params.deployment }),
    fromHour,
    toHour,
  )
  return { hour: Array.from(hour, isoFromHour), good: Array.from(good), total: Array.from(total) }
}
