import type { BudgetHistory } from '../contract/budget-history.ts'
import type { BurnDownRun } from './burn-down-points.ts'
import { hourOfInstant } from './instant.ts'

type Place = Readonly<{ hour: number; value: number }>

/** Where the open period's budget goes if it burns on as it did in the last day, or the last week. */
export type Estimate = Readonly<{
  from: Place
  /** The fastest first. Each ends on the zero line, or where the period ends. */
  projections: readonly Readonly<{ windowHours: number; to: Place; exhaustedAt: number | null }>[]
}>

export function estimateOf(history: BudgetHistory, run: BurnDownRun | null): Estimate | null {
  const open = history.periods.find(({ budget }) => budget.period.isOpen)?.budget
  const last = run?.points.at(-1)
  if (!open || last?.remaining == null || last.remaining <= 0 || open.grant === 0) return null
  // A rate read from silence promises a budget that nobody has seen.
  if (open.state === 'no-data') return null

  const from = { hour: hourOfInstant(history.dataUpTo), value: last.remaining }
  const periodEnd = hourOfInstant(open.period.end)
  const projections = history.projections.map(({ windowHours, badPerHour, exhaustedAt }) => {
    const exhaustedHour = exhaustedAt === null ? null : hourOfInstant(exhaustedAt)
    if (exhaustedHour !== null && exhaustedHour <= periodEnd) {
      return { windowHours, exhaustedAt: exhaustedHour, to: { hour: exhaustedHour, value: 0 } }
    }
    const left = from.value - (badPerHour * (periodEnd - from.hour)) / open.grant
    return { windowHours, exhaustedAt: null, to: { hour: periodEnd, value: Math.max(left, 0) } }
  })
  if (projections.length === 0) return null
  return {
    from,
    projections: projections.toSorted((a, b) => a.to.hour - b.to.hour || a.to.value - b.to.value),
  }
}
