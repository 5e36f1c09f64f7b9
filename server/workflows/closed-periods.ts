import type { Period } from '../../src/domain/period.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import { periodsWithData, type Moment } from '../moment.ts'

/** The last ones that have closed and whose hours are all held, oldest first. */
export function lastClosedPeriods(moment: Moment, count: number): readonly Period[] {
  return periodsWithData(moment)
    .filter((period) => !isOpenAt(period, moment.nowHour))
    .slice(-count)
}
