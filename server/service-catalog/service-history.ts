import type { CatalogService } from '../../src/contract/service-catalog.ts'
import { keptOverview } from '../../src/domain/kept-overview.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { Member } from '../budgets/series.ts'
import { periodsWithData, type Moment } from '../moment.ts'
import { periodOnWire } from '../wire.ts'

/** A year of four-week periods, and the open one. */
const MOST_PERIODS = 14

/** How the series of a service did in the periods that are held: counts, never a mean. */
export async function verdictHistory(
  book: BudgetBook,
  members: readonly Member[],
  moment: Moment,
): Promise<CatalogService['history']> {
  if (members.length === 0) return []
  const periods = periodsWithData(moment).slice(-MOST_PERIODS)
  const standings = await Promise.all(periods.map((period) => book.standings(members, period, moment)))
  const entries = standings.flatMap((found, at) =>
    found.flatMap((standing) => {
      const period = periods[at]
      if (standing === null || period === undefined) return []
      return [{ service: 'all', periodId: period.id, state: standing.budget.state }]
    }),
  )
  const [row] = keptOverview(
    entries,
    periods.map(({ id }) => id),
  ).rows
  return periods.map((period, at) => {
    const { within = 0, broke = 0, silent = 0 } = row?.cells[at] ?? {}
    return { period: periodOnWire(period, moment.nowHour), within, broke, silent }
  })
}
