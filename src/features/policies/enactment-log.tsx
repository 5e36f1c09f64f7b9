import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { DownloadRows } from '../../api/download-rows.tsx'
import { enactmentFile, policyQueries, type EnactmentFilters } from '../../api/policy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useMorePages } from '../../api/use-more-pages.ts'
import { CustomRange } from '../../charts/custom-range.tsx'
import type { PolicyOnWire } from '../../contract/policies.ts'
import { enactmentStatuses } from '../../domain/policy-enactment.ts'
import { windowNames, windowWords } from '../../domain/time-window.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clauseStatusWords } from '../../ui/policy-words.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { toggleSort } from '../../ui/table-sort.ts'
import { formatIndicatorSort } from '../../url/indicator-sort.ts'
import { defaultPolicyView, policyViewCodec, type PolicyView } from '../../url/policies-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { enactmentColumns } from './enactment-columns.tsx'
import { OpenedEnactment } from './opened-enactment.tsx'
import styles from './policies.module.css'
import { ReviewNumbers } from './review-numbers.tsx'

type EnactmentLogProps = Readonly<{ team: string; policies: readonly PolicyOnWire[]; whyNot: string | null }>

const ownSort = [{ column: 'met', descending: true }] as const
const CUSTOM = 'custom'

/** Every time a clause was met, what people did about it, and the numbers a review starts from. */
export function EnactmentLog({ team, policies, whyNot }: EnactmentLogProps) {
  const [view, setView] = useUrlState(policyViewCodec)
  const organization = useQuery(organizationQueries.current()).data
  const filters = filtersOf(team, view)
  const query = useInfiniteQuery(policyQueries.enactments(filters))
  const fetchMore = useMorePages(query)
  const first = query.data?.pages[0]
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? []
  const sort = view.sort.length > 0 ? view.sort : ownSort
  const clauses = policies.flatMap((policy) => policy.clauses)
  const countOf = (status: string) => first?.statuses.find(({ slug }) => slug === status)?.count ?? 0

  return (
    <section className={styles['log']} aria-label="Log of enactments" id="enactments">
      <div className={styles['sectionHead']}>
        <h2>Enactments</h2>
        <span className="muted">{first?.answer}</span>
      </div>
      <FilterBar
        name="Enactments"
        end={<DownloadRows fileName={`enactments-${team}.csv`} address={enactmentFile(filters)} />}
      >
        <FilterSelect
          label="Window"
          options={[
            ...windowNames.map((value) => ({ value, label: windowWords[value] })),
            { value: CUSTOM, label: 'Custom range' },
          ]}
          value={'from' in view.range ? CUSTOM : view.range.window}
          onChange={(chosen) => {
            const window = windowNames.find((name) => name === chosen)
            if (window !== undefined) setView({ range: { window } })
            else if (first !== undefined) setView({ range: first.window })
          }}
        />
        <MultiFilter
          label="Clause"
          options={clauses.map(({ id, name }) => ({ value: id, label: name }))}
          selected={view.clause}
          onChange={(clause) => setView({ clause })}
        />
        <MultiFilter
          label="Status"
          options={enactmentStatuses.map((value) => ({
            value,
            label: clauseStatusWords[value],
            count: countOf(value),
          }))}
          selected={view.status}
          onChange={(chosen) => setView({ status: enactmentStatuses.filter((one) => chosen.includes(one)) })}
        />
        {'from' in view.range && (
          <CustomRange
            key={`${view.range.from} ${view.range.to}`}
            range={view.range}
            dataFrom={organization?.dataFrom ?? null}
            onChange={(range) => setView({ range })}
          />
        )}
      </FilterBar>
      <QueryPanel title="Enactments" query={query} skeleton={<Skeleton name="enactments" lines={8} />}>
        {({ pages }) => {
          const [page] = pages
          if (page === undefined) return null
          return (
            <>
              <ReviewNumbers list={page} />
              {rows.length === 0 ? (
                <NoEnactment view={view} onReset={() => setView(defaultPolicyView)} />
              ) : (
                <DataTable
                  caption="Enactments"
                  density="two-lines"
                  columns={enactmentColumns((enactment) => setView({ enactment }))}
                  rows={rows}
                  rowKey={({ id }) => id}
                  sort={sort}
                  onSort={(column, isAdded) => setView({ sort: toggleSort(sort, column, isAdded) })}
                  isSelected={({ id }) => id === view.enactment}
                  isStale={query.isPlaceholderData}
                  totalCount={page.totalCount}
                  onEndNear={fetchMore}
                  footer={sortWords(sort)}
                  asOf={page.dataUpTo}
                />
              )}
            </>
          )
        }}
      </QueryPanel>
      {view.enactment !== null && (
        <OpenedEnactment
          key={view.enactment}
          team={team}
          id={view.enactment}
          rows={first === undefined || query.isPlaceholderData ? null : rows}
          whyNot={whyNot}
          onClose={() => setView({ enactment: null })}
        />
      )}
    </section>
  )
}

function filtersOf(team: string, { range, clause, status, sort }: PolicyView): EnactmentFilters {
  return {
    team,
    ...('from' in range ? { from: range.from, to: range.to } : { window: range.window }),
    ...(clause.length > 0 && { clause: clause.join(',') }),
    ...(status.length > 0 && { status: status.join(',') }),
    ...(sort.length > 0 && { sort: formatIndicatorSort(sort) }),
  }
}

function NoEnactment({ view, onReset }: Readonly<{ view: PolicyView; onReset: () => void }>) {
  if (view.clause.length + view.status.length > 0) {
    return (
      <Notice
        kind="filtered"
        title="These filters leave no enactment"
        action={<Button onClick={onReset}>Clear filters</Button>}
      />
    )
  }
  return (
    <Notice kind="good" title="No clause was met in this window">
      Enactments follow from the hours: they begin when a condition is met, from the day on which the policy
      binds the team.
    </Notice>
  )
}
