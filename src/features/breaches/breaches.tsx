import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { breachFile, breachQueries } from '../../api/breach-queries.ts'
import { DownloadRows } from '../../api/download-rows.tsx'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useMorePages } from '../../api/use-more-pages.ts'
import type { SloBreachList, SloBreachOnWire } from '../../contract/slo-breaches.ts'
import { takenWords } from '../../domain/format-depletion.ts'
import { formatCount } from '../../domain/format.ts'
import { AnsweredList } from '../../ui/answered-list.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable, type RowGroup } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { SettingsPage } from '../../ui/settings.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { toggleSort } from '../../ui/table-sort.ts'
import { breachesViewCodec, defaultBreachesView, type BreachesView } from '../../url/breaches-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { breachColumns } from './breach-columns.tsx'
import { BreachSettings } from './breach-settings.tsx'
import styles from './breaches.module.css'
import { breachFilters, ownSort, setCountOf } from './breaches-query.ts'

const CAPTION = 'Breaches'

/** Every breach of a window, whoever saw it, and what people found about it. */
export function Breaches({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(breachesViewCodec)
  const filters = breachFilters(view)
  const query = useInfiniteQuery(breachQueries.list(filters))
  const { isPlaceholderData } = query
  const fetchMore = useMorePages(query)
  const first: SloBreachList | undefined = query.data?.pages[0]
  const sort = view.sort.length > 0 ? view.sort : ownSort
  const reset = () => setView({ ...defaultBreachesView, sort: view.sort, group: view.group })

  return (
    <SettingsPage
      header={header}
      setCount={setCountOf(view)}
      onReset={reset}
      settings={<BreachSettings view={view} onChange={setView} list={first} />}
    >
      <AnsweredList
        answer={first?.answer}
        actions={
          <>
            <ListSearch
              label="Find in this list"
              value={view.search}
              onChange={(text) => setView({ search: text }, { replace: true })}
            />
            <DownloadRows fileName="breaches.csv" address={breachFile(filters)} />
          </>
        }
      >
        <QueryPanel title={CAPTION} query={query} skeleton={<Skeleton name={CAPTION} lines={14} />}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items)
            const [page] = pages
            if (page === undefined || rows.length === 0) return <NoBreach view={view} onReset={reset} />
            return (
              <DataTable
                caption={CAPTION}
                columns={breachColumns}
                rows={rows}
                rowKey={({ id }) => id}
                isNarrow
                sort={sort}
                onSort={(column, isAdded) => setView({ sort: toggleSort(sort, column, isAdded) })}
                {...(view.group !== 'none' && { groupOf: groupOf(view.group, page) })}
                totalCount={page.totalCount}
                onEndNear={fetchMore}
                isStale={isPlaceholderData}
                footer={`${sortWords(sort)} How far: the burn rate in the window named, in % of what is allowed.`}
              />
            )
          }}
        </QueryPanel>
      </AnsweredList>
    </SettingsPage>
  )
}

/** Counts of the group, and the sum of what each breach took of its own budget. */
function groupOf(grouping: 'cause' | 'deployment', { groups }: SloBreachList) {
  const byKey = new Map(groups.map((group) => [group.key, group]))
  return ({ review, deployment }: SloBreachOnWire): RowGroup => {
    const key = grouping === 'deployment' ? deployment : (review?.cause ?? 'not-reviewed')
    const group = byKey.get(key)
    if (group === undefined) return { key, label: key }
    const { name, breaches, alerts, snoozed, incidents, series, taken } = group
    return {
      key,
      label: (
        <span className={styles['group']}>
          <span>{name}</span>
          <span>
            {formatCount(breaches)} {breaches === 1 ? 'breach' : 'breaches'} of {formatCount(series)}{' '}
            {series === 1 ? 'SLO' : 'SLOs'}
          </span>
          <span>
            {formatCount(alerts)} {alerts === 1 ? 'alert' : 'alerts'}, {formatCount(snoozed)} snoozed,{' '}
            {formatCount(incidents)} {incidents === 1 ? 'incident' : 'incidents'}
          </span>
          <span title="The sum of what each breach took of its own budget, no mean">
            together {takenWords(taken)} of a budget
          </span>
        </span>
      ),
    }
  }
}

function NoBreach({ view, onReset }: Readonly<{ view: BreachesView; onReset: () => void }>) {
  if (setCountOf(view) === 0) {
    return (
      <Notice kind="good" title="There is no breach in this window">
        A breach is an interval in which a burn-rate rule holds. Slow burns below every rule stand with the
        depletion episodes of each SLO.
      </Notice>
    )
  }
  return (
    <Notice
      kind="filtered"
      title="These settings leave no breach"
      action={<Button onClick={onReset}>Reset the settings</Button>}
    >
      There may be breaches; none of them is all of what was chosen.
    </Notice>
  )
}
