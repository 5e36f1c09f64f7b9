/**
 * Day by day the mean of what several budgets have left, as a contract without a measure of its own has it. A day on which
 * none of them was measured is null.
 */
export function meanOfDays(budgets: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const length = Math.max(0, ...budgets.map((days) => days.length))
  return Array.from({ length }, (_, day) => {
    const measured = budgets.map((days) => days[day] ?? null).filter((left) => left !== null)
    return measured.length === 0 ? null : measured.reduce((sum, left) => sum + left, 0) / measured.length
  })
}
