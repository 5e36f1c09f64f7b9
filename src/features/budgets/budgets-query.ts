import { budgetQueries } from '../../api/budget-queries.ts'
import type { BudgetsQuery } from '../../contract/budget.ts'
import { sloIdOf } from '../../domain/slo-id.ts'
import { defaultBudgetsView, formatSort, type BudgetSort, type BudgetsView } from '../../url/budgets-view.ts'

/** Two screens of rows: the first page stands sooner, and the next one is asked for before its end is in sight. */
const PAGE_ROWS = 60

/** A list of reference is read by name; who looks for trouble sorts it. */
export const referenceSort: readonly BudgetSort[] = [
  { column: 'service', descending: false },
  { column: 'sli', descending: false },
  { column: 'slo', descending: false },
]

/** The list a table shows; a route asks for the same one before the table's code is here. */
export function budgetList(filters: Omit<BudgetsQuery, 'cursor'>) {
  return budgetQueries.list(firstPageOf(filters))
}

export function firstPageOf(filters: Omit<BudgetsQuery, 'cursor'>) {
  return { ...filters, limit: PAGE_ROWS }
}

export type BudgetScope = Readonly<{
  team?: string
  deployment?: string
  service?: string
  sli?: string
  /** Its slug; the service and the SLI stand beside it. */
  slo?: string
}>

/** Null where the place is not one SLO. */
export function sloOfScope({ service, sli, slo }: BudgetScope): string | null {
  if (service === undefined || sli === undefined || slo === undefined) return null
  return sloIdOf({ service, sli, slo })
}

/** Of which teams, deployments, services and SLIs. A place in the tree means production, as long as no deployment is chosen. */
export function namesOf(view: BudgetsView, scope?: BudgetScope) {
  const names = (['team', 'deployment', 'service', 'sli'] as const).flatMap((name) => {
    const value = scope?.[name] ?? view[name].join(',')
    return value === '' ? [] : [[name, value]]
  })
  const slo = sloOfScope(scope ?? {})
  const isDeploymentChosen = scope?.deployment !== undefined || view.deployment.length > 0
  return {
    ...Object.fromEntries(names),
    ...(slo !== null && { slo }),
    ...(scope !== undefined && !isDeploymentChosen && { stage: 'production' as const }),
    ...(view.period !== null && { period: view.period }),
    ...(view.at !== null && { at: view.at }),
    ...(!view.showDefaults && { defaults: 'hide' as const }),
    ...(view.search.trim() !== '' && { search: view.search.trim() }),
  }
}

/** Of these, those that stand so. */
export function standingsOf(view: BudgetsView) {
  return {
    ...(view.state.length > 0 && { state: view.state.join(',') }),
    ...(view.burningOnly && { burning: 'only' as const }),
  }
}

/** What the address says of a list, as a question to the server. The place in the tree narrows, filters narrow further. */
export function budgetsQueryOf(
  view: BudgetsView,
  defaultSort: readonly BudgetSort[],
  scope?: BudgetScope,
): Omit<BudgetsQuery, 'cursor'> {
  const sort = view.sort.length > 0 ? view.sort : defaultSort
  return { ...namesOf(view, scope), ...standingsOf(view), sort: formatSort(sort) }
}

/** Whether anything the viewer can clear narrows the list. */
export function isFiltered(view: BudgetsView): boolean {
  return (
    [view.team, view.service, view.sli, view.deployment, view.state].some((chosen) => chosen.length > 0) ||
    view.burningOnly ||
    !view.showDefaults ||
    view.search !== ''
  )
}

/** What clearing the filters sets: how the list is sorted, and of which period it is, stays. */
const { sort: _sort, period: _period, at: _at, columns: _columns, ...cleared } = defaultBudgetsView
export const noFilters = cleared

/** Choices beyond what the page shows by itself, each of which a reset takes back. */
export function setCountOf(view: BudgetsView): number {
  const { team, service, sli, deployment, state, search, period, at } = view
  const narrowed = [team, service, sli, deployment, state].filter((chosen) => chosen.length > 0).length
  const others = [view.burningOnly, !view.showDefaults, search !== '', period !== null || at !== null]
  return narrowed + others.filter(Boolean).length
}
