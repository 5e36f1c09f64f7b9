import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { decisionQueries } from '../../../api/decision-queries.ts'
import { DownloadRows } from '../../../api/download-rows.tsx'
import { organizationQueries } from '../../../api/organization-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { csvAddress } from '../../../api/rows-file.ts'
import { useMorePages } from '../../../api/use-more-pages.ts'
import { decisionOperations } from '../../../contract/decision-operations.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ListSearch } from '../../../ui/search-field.tsx'
import { Sentence } from '../../../ui/sentence.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { sortWords } from '../../../ui/sort-words.ts'
import { toggleSort } from '../../../ui/table-sort.ts'
import { decisionsViewCodec, defaultDecisionsView, type DecisionsView } from '../../../url/decisions-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { decisionColumns } from './decision-columns.tsx'
import { DecisionFilters } from './decision-filters.tsx'
import styles from './decisions.module.css'

const PAGE_ROWS = 100
const LINES = 12
const ownSort = [{ column: 'changed', descending: true }] as const

/** Every record, filtered and ordered by the server. */
export function Decisions() {
  const [view, setView] = useUrlState(decisionsViewCodec)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const filters = filtersOf(view)
  const query = useInfiniteQuery(decisionQueries.list({ ...filters, limit: PAGE_ROWS }))
  const fetchMore = useMorePages(query)
  const first = query.data?.pages[0]
  const sort = view.sort.length > 0 ? view.sort : ownSort
  return (
    <>
      <FilterBar
        name="Decisions"
        end={
          <DownloadRows
            fileName="decisions.csv"
            address={csvAddress(decisionOperations, 'listDecisions', filters)}
          />
        }
      >
        <DecisionFilters view={view} onChange={setView} teams={teams} page={first} />
        <span className={styles['search']}>
          <ListSearch
            label="Find a decision"
            value={view.search}
            onChange={(text) => setView({ search: text }, { replace: true })}
          />
        </span>
      </FilterBar>
      <QueryPanel title="Decisions" query={query} skeleton={<Skeleton name="decisions" lines={LINES} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return (
            <>
              <Sentence>{pages[0]?.answer}</Sentence>
              {rows.length === 0 ? (
                <NothingFound
                  isFiltered={Object.keys(filters).some((name) => name !== 'sort')}
                  onClear={() => setView(defaultDecisionsView)}
                />
              ) : (
                <DataTable
                  caption="Decisions"
                  density="two-lines"
                  columns={decisionColumns}
                  rows={rows}
                  rowKey={({ id }) => id}
                  sort={sort}
                  onSort={(column, isAdded) => setView({ sort: toggleSort(sort, column, isAdded) })}
                  isStale={query.isPlaceholderData}
                  totalCount={pages[0]?.totalCount ?? rows.length}
                  onEndNear={fetchMore}
                  footer={`${sortWords(sort)} A decision holds once everybody it names has signed it.`}
                />
              )}
            </>
          )
        }}
      </QueryPanel>
    </>
  )
}

function filtersOf({ search, sort, decider, ...lists }: DecisionsView) {
  const chosen = Object.entries(lists).filter(([, values]) => values.length > 0)
  return {
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.join(',')])),
    ...(decider !== '' && { decider }),
    ...(search !== '' && { search }),
    ...(sort.length > 0 && {
      sort: sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(','),
    }),
  }
}

function NothingFound({ isFiltered, onClear }: Readonly<{ isFiltered: boolean; onClear: () => void }>) {
  return isFiltered ? (
    <Notice
      kind="filtered"
      title="No decision is left by these filters"
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  ) : (
    <Notice kind="missing" title="No decision is recorded yet">
      Every workflow above ends with one: what is decided, why, and who signs it.
    </Notice>
  )
}
