import type { RollUp } from '../../src/contract/hierarchy.ts'
import { countStates } from '../../src/domain/roll-up.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'

export function countEntries(
  entries: readonly BudgetEntry[],
): Pick<RollUp, 'seriesCount' | 'burningCount' | 'states'> {
  return {
    seriesCount: entries.length,
    burningCount: entries.filter(({ standing }) => standing.burning !== null).length,
    states: countStates(entries.map(({ standing }) => standing.budget.state)),
  }
}
