import type { BudgetHistory } from '../../contract/budget-history.ts'

/** The highest burn rate among the rules that hold; null when none holds. */
export function highestBurning({ readings }: Pick<BudgetHistory, 'readings'>): number | null {
  const rates = readings.flatMap(({ holds, rate }) => (holds && rate !== null ? [rate] : []))
  return rates.length === 0 ? null : Math.max(...rates)
}
