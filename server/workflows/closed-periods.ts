import { CONSISTENT_PERIODS } from '../../src/domain/kept-overview.ts'
import type { Period } from '../../src/domain/period.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import { periodsWithData, type Moment } from '../moment.ts'

/** All that have closed and whose hours are all held, oldest first. */
export function closedPeriods(moment: Moment): readonly Period[] {
  return periodsWithData(moment).filter((period) => !isOpenAt(period, moment.nowHour))
}

/** The accounting year of the last one; early in a year the last ones before it too, so that "again and again" can show. */
export function accountingYear(closed: readonly Period[]): readonly Period[] {
  // Every scheme's ids begin with the year they count for.
  const year = closed.at(-1)?.id.slice(0, 4) ?? ''
  const ofYear = closed.filter(({ id }) => id.startsWith(year)).length
  return closed.slice(-Math.max(ofYear, CONSISTENT_PERIODS))
}

/** The last ones that have closed and whose hours are all held, oldest first. */
export function lastClosedPeriods(moment: Moment, count: number): readonly Period[] {
  return closedPeriods(moment).slice(-count)
}
