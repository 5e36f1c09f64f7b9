import type { BudgetSortColumn } from '../../src/contract/budget.ts'
import { comparableRemaining } from '../../src/domain/silence.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import type { BudgetEntry } from './budget-index.ts'

/** What needs a person first comes first. */
export const DEFAULT_SORT = 'state,remaining'

const keys: Readonly<Record<BudgetSortColumn, (entry: BudgetEntry) => SortKey>> = {
  service: (entry) => entry.series.member.slo.service,
  team: (entry) => entry.series.teamName,
  sli: (entry) => entry.series.sliName,
  slo: (entry) => entry.series.member.slo.slug,
  target: (entry) => entry.series.member.slo.target,
  deployment: (entry) => entry.series.member.deployment,
  state: (entry) => statesBySeverity.indexOf(entry.standing.budget.state),
  remaining: (entry) => comparableRemaining(entry.standing.budget),
  'burn-rate': (entry) => entry.standing.burning?.rate ?? null,
  exhaustion: ({ standing: { budget } }) => budget.exhaustedAtHour ?? budget.projectedExhaustionAtHour,
}

export function budgetOrder(sort: string): RowOrder<BudgetEntry> {
  return rowOrder(sort, keyIn(keys), ({ series }) => series.id)
}
