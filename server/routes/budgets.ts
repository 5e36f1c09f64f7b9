import { budgetFacets } from '../budgets/budget-facets.ts'
import { readSummaries } from '../budgets/budget-summary.ts'
import { budgetsAnswer } from '../budgets/budgets-answer.ts'
import { budgetOrder, DEFAULT_SORT } from '../budgets/budget-sort.ts'
import { requestedPeriod } from '../budgets/requested-period.ts'
import type { Route } from '../context.ts'
import { listIdentity, pageOf } from '../page.ts'

export const listBudgets: Route<'listBudgets'> = async ({ query }, context) => {
  const { period: periodId, at, sort = DEFAULT_SORT, cursor, limit, ...filter } = query
  const moment = await context.moment()
  const period = requestedPeriod(periodId, moment)
  const index = await context.budgetIndexes.of(period, context.index, moment)
  const selected = index.select(filter, sort)
  const page = pageOf(
    {
      items: selected,
      identity: listIdentity(`budgets ${period.id} ${sort}`, { at, ...filter }),
      ...budgetOrder(sort),
    },
    { cursor, limit },
  )
  const items = await readSummaries(page.items, period, moment, context.book)
  return { ...page, items, answer: budgetsAnswer(selected, filter, context.index) }
}

/** What a list of budgets could be narrowed by. */
export const readBudgetFacets: Route<'readBudgetFacets'> = async ({ query }, context) => {
  const { period: periodId, ...filter } = query
  const moment = await context.moment()
  const period = requestedPeriod(periodId, moment)
  return budgetFacets(filter, await context.budgetIndexes.of(period, context.index, moment), context.index)
}
