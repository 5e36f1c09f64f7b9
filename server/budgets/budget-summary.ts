import type { BudgetSummary } from '../../src/contract/budget.ts'
import { periodBefore, type Period } from '../../src/domain/period.ts'
import type { Moment } from '../moment.ts'
import { burningOnWire, periodBudgetOnWire } from '../wire.ts'
import type { BudgetBook } from './budget-book.ts'
import type { BudgetEntry } from './budget-index.ts'
import { subjectOf } from './subject.ts'

/** Oldest first. */
const STEPS_BACK = [3, 2, 1]

/** The rows of one page: what they need beside their standing is read for all of them together. */
export async function readSummaries(
  entries: readonly BudgetEntry[],
  period: Period,
  moment: Moment,
  book: BudgetBook,
): Promise<BudgetSummary[]> {
  const members = entries.map(({ series }) => series.member)
  const [sparklines, ...earlier] = await Promise.all([
    book.dailyRemaining(members, period, moment),
    ...STEPS_BACK.map((steps) => heldStandings(periodBefore(moment.scheme, period, steps))),
  ])
  return entries.map(({ series, standing }, row) => ({
    ...subjectOf(series.member, series),
    budget: periodBudgetOnWire(standing.budget, moment.nowHour),
    burning: burningOnWire(standing),
    earlier: earlier.map((before) => before[row]?.budget.state ?? null),
    sparkline: [...(sparklines[row] ?? [])],
  }))

  async function heldStandings(earlierPeriod: Period) {
    return earlierPeriod.startHour < moment.dataFromHour ? [] : book.standings(members, earlierPeriod, moment)
  }
}
