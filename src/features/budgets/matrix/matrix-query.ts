import type { MatrixQuery } from '../../../contract/hierarchy.ts'
import type { MatrixRows, MatrixSortColumn } from '../../../contract/names.ts'
import type { ExploreView } from '../../../url/explore-view.ts'
import { namesOf, standingsOf, type BudgetScope } from '../budgets-query.ts'

/** A page of the matrix; cells are many where deployments are. */
const PAGE_ROWS = 60

/** What a place shows by itself: the level below it, but the SLOs of a team rather than its few services. */
export function ownRows({ team, deployment, service, sli }: BudgetScope): MatrixRows {
  if (team !== undefined || service !== undefined || sli !== undefined) return 'slo'
  return deployment === undefined ? 'team' : 'service'
}

/** Rows that tell more than the place itself. */
export function offeredRows({ team, service, sli, slo }: BudgetScope): readonly MatrixRows[] {
  if (slo !== undefined) return ['slo']
  const levels: readonly MatrixRows[] = ['team', 'service', 'sli', 'slo']
  return levels.filter(
    (rows) =>
      rows === 'slo' ||
      (rows === 'team' && team === undefined && service === undefined) ||
      (rows === 'service' && service === undefined) ||
      (rows === 'sli' && sli === undefined),
  )
}

export function rowsOf({ rows }: ExploreView, scope: BudgetScope): MatrixRows {
  return rows !== null && offeredRows(scope).includes(rows) ? rows : ownRows(scope)
}

const sorts: Record<MatrixSortColumn, string> = {
  state: 'state,remaining',
  remaining: 'remaining,state',
  'burn-rate': '-burn-rate,state,remaining',
  name: 'name',
}

/** What the address says of the matrix, as one question to the server. */
export function matrixQueryOf(view: ExploreView, scope: BudgetScope): Omit<MatrixQuery, 'cursor'> {
  const rows = rowsOf(view, scope)
  return {
    ...namesOf(view, scope),
    ...standingsOf(view),
    rows,
    columns: view.across,
    ...(rows === 'slo' && { group: view.group }),
    ...(scope.deployment !== undefined && view.across === 'deployment' && { beside: 'show' as const }),
    sort: sorts[view.order],
    limit: PAGE_ROWS,
  }
}
