import type { BudgetsQuery } from '../../src/contract/budget.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { chosenByFacets, facetsOf, withoutFacets } from '../indicators/facets.ts'
import type { BudgetIndex } from './budget-index.ts'
import { DEFAULT_SORT } from './budget-sort.ts'
import { placeOf } from './listed-series.ts'

type Filter = Omit<BudgetsQuery, 'cursor' | 'limit' | 'period' | 'sort'>

/** What each choice would list with the others as they are; unlike a table by periods, a list begins with every deployment. */
export function budgetFacets({ state, ...filter }: Filter, budgets: BudgetIndex, index: CatalogIndex) {
  const isChosen = chosenByFacets(filter, index, 'all')
  const all = budgets.select(withoutFacets(filter), DEFAULT_SORT)
  const states = state?.split(',')
  const rows = all.filter(({ standing: { budget } }) => states?.includes(budget.state) ?? true)
  const standing = Map.groupBy(
    all.filter(({ series }) => isChosen(placeOf(series))),
    ({ standing: { budget } }) => budget.state,
  )
  const { team, service, sli, deployment } = facetsOf(
    rows.map(({ series }) => placeOf(series)),
    filter,
    index,
    'all',
  )
  return {
    team,
    service,
    sli,
    deployment,
    state: statesBySeverity.map((slug) => ({
      slug,
      name: slug,
      count: standing.get(slug)?.length ?? 0,
      isOwn: true,
    })),
  }
}
