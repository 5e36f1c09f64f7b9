import type { BudgetSummary } from '../../contract/budget.ts'

export const budgetKey = ({ sloId, deployment }: Pick<BudgetSummary, 'sloId' | 'deployment'>) =>
  `${sloId} ${deployment}`

type Burning = Pick<BudgetSummary, 'sloId' | 'deployment' | 'team' | 'burning'>

/** Those that wake somebody up now, of these teams; of all where none is named. */
export function pageBreaches<Budget extends Burning>(
  budgets: readonly Budget[],
  teams: readonly string[],
): readonly Budget[] {
  return budgets.filter(
    ({ team, burning }) => burning?.severity === 'page' && (teams.length === 0 || teams.includes(team)),
  )
}

/** What was there when the page was opened is no news, nor is what goes on. What has ended may begin again. */
export function newlyBurning<Budget extends Burning>(
  before: ReadonlySet<string> | null,
  now: readonly Budget[],
): readonly Budget[] {
  return before === null ? [] : now.filter((budget) => !before.has(budgetKey(budget)))
}
