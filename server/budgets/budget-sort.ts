import type { BudgetSortColumn } from '../../src/contract/budget.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import { compareKeys, type Position } from '../page.ts'
import type { BudgetEntry } from './budget-index.ts'

type Key = string | number | null
type SortTerm = Readonly<{ column: BudgetSortColumn; direction: 1 | -1 }>

/** What needs a person first comes first. */
export const DEFAULT_SORT = 'state,remaining'

const keys: Readonly<Record<BudgetSortColumn, (entry: BudgetEntry) => Key>> = {
  service: (entry) => entry.series.member.slo.service,
  team: (entry) => entry.series.teamName,
  sli: (entry) => entry.series.sliName,
  slo: (entry) => entry.series.member.slo.slug,
  target: (entry) => entry.series.member.slo.target,
  deployment: (entry) => entry.series.member.deployment,
  state: (entry) => statesBySeverity.indexOf(entry.standing.budget.state),
  remaining: (entry) => entry.standing.budget.remaining,
  'burn-rate': (entry) => entry.standing.burning?.rate ?? null,
  exhaustion: ({ standing: { budget } }) => budget.exhaustedAtHour ?? budget.projectedExhaustionHour,
}

export type BudgetOrder = Readonly<{
  positionOf(entry: BudgetEntry): Position
  compare(a: Position, b: Position): number
}>

/** Ties are broken by id, so that every order is total and pages are stable. */
export function budgetOrder(sort: string): BudgetOrder {
  const terms = sort.split(',').flatMap(sortTerm)
  return {
    positionOf: (entry) => [...terms.map(({ column }) => keys[column](entry)), entry.series.id],
    compare(a, b) {
      for (const [index, { direction }] of terms.entries()) {
        const order = compareInDirection(a[index] ?? null, b[index] ?? null, direction)
        if (order !== 0) return order
      }
      return compareKeys(a[terms.length] ?? null, b[terms.length] ?? null)
    },
  }
}

/** What is absent comes last in either direction. */
function compareInDirection(a: Key, b: Key, direction: 1 | -1): number {
  return a === null || b === null ? compareKeys(a, b) : compareKeys(a, b) * direction
}

function sortTerm(text: string): readonly SortTerm[] {
  const name = text.replace(/^-/, '')
  return isColumn(name) ? [{ column: name, direction: text === name ? 1 : -1 }] : []
}

function isColumn(name: string): name is BudgetSortColumn {
  return Object.hasOwn(keys, name)
}
