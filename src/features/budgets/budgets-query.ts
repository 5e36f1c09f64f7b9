import type { BudgetsQuery } from '../../contract/budget.ts'
import { formatSort, type BudgetSort, type BudgetsView } from '../../url/budgets-view.ts'

export type BudgetScope = Readonly<{ team?: string; deployment?: string; service?: string; sli?: string }>

/** What the address says of a list, as a question to the server. The place in the tree narrows, filters narrow further. */
export function budgetsQueryOf(
  view: BudgetsView,
  defaultSort: readonly BudgetSort[],
  scope: BudgetScope = {},
): Omit<BudgetsQuery, 'cursor'> {
  const sort = view.sort.length > 0 ? view.sort : defaultSort
  const names = (['team', 'deployment', 'service', 'sli'] as const).flatMap((name) => {
    const value = scope[name] ?? view[name].join(',')
    return value === '' ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(names),
    ...(view.period !== null && { period: view.period }),
    ...(view.state.length > 0 && { state: view.state.join(',') }),
    ...(view.burningOnly && { burning: 'only' }),
    ...(!view.showDefaults && { defaults: 'hide' }),
    ...(view.search.trim() !== '' && { search: view.search.trim() }),
    sort: formatSort(sort),
  }
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

export const noFilters = {
  team: [],
  service: [],
  sli: [],
  deployment: [],
  state: [],
  burningOnly: false,
  showDefaults: true,
  search: '',
} satisfies Partial<BudgetsView>
