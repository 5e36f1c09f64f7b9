import type { BudgetHistory } from '../../contract/budget.ts'

type BurningNow = Readonly<{ rate: number; windowText: string }>

/** The highest burn rate among the rules that hold, with its window; null when none holds. */
export function burningNow({ readings }: Pick<BudgetHistory, 'readings'>): BurningNow | null {
  const holding = readings.flatMap(({ holds, rate, longHours }) =>
    holds && rate !== null ? [{ rate, windowText: windowText(longHours) }] : [],
  )
  return holding.toSorted((a, b) => b.rate - a.rate)[0] ?? null
}

/** "1 h", "6 h", "1 d", "3 d": windows are named as the rules name them. */
export function windowText(hours: number): string {
  return hours % 24 === 0 ? `${hours / 24}\u00a0d` : `${hours}\u00a0h`
}
