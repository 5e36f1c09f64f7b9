import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { SharedImagePage } from '../../charts/shared-image.tsx'
import { usePresent } from '../../api/present.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { Facets } from '../../contract/facets.ts'
import type { FrozenParts } from '../../ui/as-of-note.tsx'
import { AnsweredList } from '../../ui/answered-list.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { SettingsPage } from '../../ui/settings.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { IndicatorView } from '../../url/indicator-view.ts'
import { setCountOf } from './indicator-filters.ts'
import { NoData, NothingLeft } from './nothing-left.tsx'
import { IndicatorSettings } from './indicator-settings.tsx'
import type { Takes } from './why-no-window.ts'

type TablePage<Row> = Readonly<{
  periods: readonly PeriodOnWire[]
  items: readonly Row[]
  totalCount: number
  answer: string
  dataUpTo: string
  facets: Facets
}>

type TableQuery<Row> = UseInfiniteQueryResult<InfiniteData<TablePage<Row>>>

export type FrameProps<Row> = Readonly<{
  header: ReactNode
  caption: string
  view: IndicatorView
  /** What the indicator shows by itself. */
  own: IndicatorView
  onChange: (change: Partial<IndicatorView>, options?: Readonly<{ replace?: boolean }>) => void
  query: TableQuery<Row>
  isAboutSlos?: boolean
  /** Where defaults of services are part of it. */
  hasDefaults?: boolean
  hasPremature?: boolean
  /** Cut by periods or by months. */
  hasScale?: boolean
  /** What it can be cut by: where hours have a meaning of their own, windows shorter than a period are offered. */
  takes?: Takes
  /** What of it a frozen link holds still, where it is not all that is said of budgets, or nothing that other tools tell. */
  frozen?: FrozenParts
  /** Settings that only this indicator has. */
  ownSettings?: ReactNode
  /** A graph of the same selection, between the answer and the rows. */
  graph?: ReactNode
  /** What belongs to the same selection and stands below the rows. */
  below?: ReactNode
  actions?: ReactNode
  /** What every table or graph has at the end of its actions. */
  tools?: ReactNode
  /** Where nothing narrows the list and it is empty all the same. */
  empty: ReactNode
  /** Where an empty list is a result for any settings, and not that they are at odds. */
  isEmptyAResult?: boolean
}>

type IndicatorFrameProps<Row> = FrameProps<Row> &
  Readonly<{
    children: (rows: readonly Row[], page: TablePage<Row>) => ReactNode
  }>

/** What every indicator over periods has: its answer, its settings, and what to say where no row is left. */
export function IndicatorFrame<Row>(props: IndicatorFrameProps<Row>) {
  const { header, caption, view, own, onChange, query, actions, empty, children } = props
  const {
    isAboutSlos = true,
    hasDefaults = isAboutSlos,
    hasPremature = false,
    hasScale = true,
    takes = 'periods',
    frozen = isAboutSlos ? 'budgets' : 'records',
    isEmptyAResult = false,
    ownSettings,
    graph,
    below,
    tools,
  } = props
  const setCount = setCountOf(view, own)
  const reset = () => onChange({ ...own, sort: view.sort, show: view.show, columns: view.columns })
  const first = query.data?.pages[0]

  return (
    <SharedImagePage>
      <SettingsPage
        header={header}
        setCount={setCount}
        onReset={reset}
        settings={
          <IndicatorSettings
            view={view}
            onChange={onChange}
            facets={first?.facets}
            present={usePresent()}
            isAboutSlos={isAboutSlos}
            hasDefaults={hasDefaults}
            hasPremature={hasPremature}
            hasScale={hasScale}
            takes={takes}
            frozen={frozen}
            own={ownSettings}
          />
        }
      >
        <AnsweredList
          answer={first?.answer}
          graph={graph}
          actions={
            <>
              <ListSearch
                label="Find in this list"
                value={view.search}
                onChange={(text) => onChange({ search: text }, { replace: true })}
              />
              {actions}
              {tools}
            </>
          }
        >
          <QueryPanel title={caption} query={query} skeleton={<Skeleton name={caption} lines={14} />}>
            {({ pages }) => {
              const rows = pages.flatMap(({ items }) => items)
              const [page] = pages
              if (page !== undefined && rows.length > 0) return children(rows, page)
              if (page?.periods.length === 0)
                return <NoData onWindow={() => onChange({ range: own.range })} />
              if (setCount === 0 || isEmptyAResult) return empty
              return (
                <NothingLeft
                  services={isAboutSlos ? view.service : []}
                  search={view.search}
                  onClearSearch={() => onChange({ search: '' })}
                  onReset={reset}
                />
              )
            }}
          </QueryPanel>
        </AnsweredList>
        {below}
      </SettingsPage>
    </SharedImagePage>
  )
}
