import type { Situation } from '../../src/contract/on-call.ts'
import { budgetSeries } from '../../src/domain/budget-series.ts'
import { fineBurnDown } from '../../src/domain/fine-burn-down.ts'
import { fineEnd } from '../../src/domain/fine-buckets.ts'
import { HOURS_PER_DAY } from '../../src/domain/hours.ts'
import { periodBudget } from '../../src/domain/period-budget.ts'
import { readFineHours } from '../budgets/finest.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import { livesIn, loadSeries, type Member } from '../budgets/series.ts'
import { instantOf } from '../instant.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'

const MINUTE_MS = 60_000
/** Beyond the day: what the first slot that is drawn falls from. */
const BEFORE_HOURS = 2

/** Null where nothing finer than hours is held where the data end: the hours of the history say all there is. */
export async function readLastDay(
  deps: ApiDeps,
  member: Member,
  { nowHour, currentPeriod }: Moment,
): Promise<Situation['lastDay']> {
  const { fromHour, toHour } = hoursBehind(currentPeriod, nowHour)
  const series = await loadSeries(deps, member, fromHour, toHour)
  if (!livesIn(series, currentPeriod)) return null
  const dayFrom = nowHour - HOURS_PER_DAY - BEFORE_HOURS
  const fine = await readFineHours(deps, member, series, { fromHour: dayFrom, nowHour })
  const end = fineEnd(fine, nowHour)
  if (end === null) return null
  const hourly = budgetSeries(series, currentPeriod, nowHour, 'hour')
  const { grant } = periodBudget(series, currentPeriod, nowHour)
  const { minute, width, ...counts } = fineBurnDown(series, hourly, fine, {
    fromHour: dayFrom,
    nowHour,
    grant,
  })
  return {
    upTo: instantOf(end * MINUTE_MS),
    columns: {
      hour: minute.map((one) => instantOf(one * MINUTE_MS)),
      minutes: [...width],
      good: [...counts.good],
      total: [...counts.total],
      remaining: [...counts.remaining],
      rawRemaining: [...counts.rawRemaining],
    },
  }
}
