import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { hierarchyQueries } from '../../../api/hierarchy-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { useMorePages } from '../../../api/use-more-pages.ts'
import type { MatrixSortColumn } from '../../../contract/names.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { ExploreView } from '../../../url/explore-view.ts'
import type { BudgetScope } from '../budgets-query.ts'
import { matrixQueryOf, rowsOf } from './matrix-query.ts'
import { MatrixTable } from './matrix-table.tsx'

type BudgetMatrixProps = Readonly<{
  caption: string
  scope: BudgetScope
  view: ExploreView
  /** What to say where there is no row. */
  empty: ReactNode
}>

const orderWords: Record<MatrixSortColumn, string> = {
  state: 'Sorted by state, worst first, then by budget left.',
  remaining: 'Sorted by budget left, least first.',
  'burn-rate': 'Sorted by burn rate, fastest first.',
  name: 'Sorted by name.',
}

/** One question to the server for all that stands in it, page after page as it is scrolled. */
export function BudgetMatrix({ caption, scope, view, empty }: BudgetMatrixProps) {
  const query = useInfiniteQuery(hierarchyQueries.matrix(matrixQueryOf(view, scope)))
  const fetchMore = useMorePages(query)
  const rows = rowsOf(view, scope)

  return (
    <QueryPanel title={caption} query={query} skeleton={<Skeleton name={caption} lines={14} />}>
      {({ pages }) => {
        const [first] = pages
        if (first === undefined || first.totalCount === 0) return empty
        return (
          <MatrixTable
            caption={caption}
            columns={first.columns}
            rows={pages.flatMap(({ items }) => items)}
            totalCount={first.totalCount}
            group={rows === 'slo' && first.rows === 'slo' ? view.group : null}
            matrix={{
              scope,
              view,
              rows: first.rows,
              across: view.across,
              earlierPeriods: first.earlierPeriods,
              period: first.period,
            }}
            onEndNear={fetchMore}
            footer={orderWords[view.order]}
          />
        )
      }}
    </QueryPanel>
  )
}
