import type { BudgetSummary } from '../../src/contract/budget.ts'
import { periodBefore, type Period } from '../../src/domain/period.ts'
import type { Moment } from '../moment.ts'
import { periodBudgetOnWire } from '../wire.ts'
import type { BudgetBook } from './budget-book.ts'
import type { BudgetEntry } from './budget-index.ts'
import { subjectOf } from './subject.ts'

/** Oldest first. */
const STEPS_BACK = [3, 2, 1]

export async function readSummary(
  entry: BudgetEntry,
  period: Period,
  moment: Moment,
  book: BudgetBook,
): Promise<BudgetSummary> {
  const { series, standing } = entry
  const { member } = series
  const [sparkline, ...earlier] = await Promise.all([
    book.dailyRemaining(member, period, moment),
    ...STEPS_BACK.map((steps) => heldStanding(periodBefore(moment.scheme, period, steps))),
  ])
  return {
    ...subjectOf(member, series),
    budget: periodBudgetOnWire(standing.budget, moment.nowHour),
    burning: standing.burning,
    earlier: earlier.map((before) => before?.budget.state ?? null),
    sparkline: [...sparkline],
  }

  async function heldStanding(earlierPeriod: Period) {
    return earlierPeriod.startHour < moment.dataFromHour ? null : book.standing(member, earlierPeriod, moment)
  }
}
