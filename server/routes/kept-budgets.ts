import { keptBudgets } from '../budgets/kept-budgets.ts'
import type { BudgetIndex } from '../budgets/budget-index.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { periodsWithData } from '../moment.ts'
import { requestedWindow } from '../window-range.ts'

/** Production alone, where no deployment is chosen. */
export const readKeptBudgets: Route<'readKeptBudgets'> = async (
  { query },
  { index, budgetIndexes, moment },
) => {
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const teams = chosenNames('team', query.team, index.teams)
  const now = await moment()
  const { fromHour, toHour } = requestedWindow(query, 'current-year', now)
  const periods = periodsWithData(now).filter(
    (period) => period.startHour < toHour && period.endHour > fromHour,
  )
  const indexes: BudgetIndex[] = []
  // One after the other: each reads all series of its period, as many at once as the store should bear.
  for (const period of periods) indexes.push(await budgetIndexes.of(period, index, now))
  return keptBudgets(
    indexes,
    ({ series: { member, isProduction } }) =>
      (deployments?.has(member.deployment) ?? isProduction) && (teams?.has(member.slo.team) ?? true),
    index,
    now,
  )
}
