import type { BudgetSortColumn } from '../../src/contract/budget.ts'
import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import type { Position } from '../page.ts'
import type { BudgetEntry } from './budget-index.ts'

type Key = string | number | null
type SortTerm = Readonly<{ column: BudgetSortColumn; direction: 'ascending' | 'descending' }>

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
        const order = compareAbsentLast(a[index] ?? null, b[index] ?? null, direction)
        if (order !== 0) return order
      }
      return compareAbsentLast(a[terms.length] ?? null, b[terms.length] ?? null)
    },
  }
}

function sortTerm(text: string): readonly SortTerm[] {
  const name = text.replace(/^-/, '')
  return isColumn(name) ? [{ column: name, direction: text === name ? 'ascending' : 'descending' }] : []
}

function isColumn(name: string): name is BudgetSortColumn {
  return Object.hasOwn(keys, name)
}
