import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query'

import {
  deliveryFiles,
  deliveryQueries,
  type BuildFilters,
  type DeploymentFilters,
} from '../../../api/delivery-queries.ts'
import { DownloadRows } from '../../../api/download-rows.tsx'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { useMorePages } from '../../../api/use-more-pages.ts'
import type { DeliveryTable } from '../../../contract/delivery.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { DeliveryView } from '../../../url/delivery-view.ts'
import { buildColumns, deploymentColumns } from './event-columns.tsx'
import styles from './delivery.module.css'

type DeliveryEventsProps = Readonly<{
  view: DeliveryView
  table: Pick<DeliveryTable, 'periods' | 'facets'>
  onChange: (change: Partial<Pick<DeliveryView, 'events' | 'result'>>) => void
}>

/** What the figures above are made of. */
export function DeliveryEvents({ view, table: { periods, facets }, onChange }: DeliveryEventsProps) {
  const [from, to] = [periods[0]?.start, periods.at(-1)?.end]
  if (from === undefined || to === undefined) return null
  const filters = {
    ...(view.team.length > 0 && { team: view.team.join(',') }),
    ...(view.service.length > 0 && { service: view.service.join(',') }),
    ...(view.result === 'failed' && { result: 'failed' as const }),
    from,
    to,
  }
  const own = facets.deployment.filter(({ isOwn }) => isOwn).map(({ slug }) => slug)
  const ofDeployments = {
    ...filters,
    deployment: (view.deployment.length > 0 ? view.deployment : own).join(','),
  }
  return (
    <section className={styles['section']} aria-labelledby="delivery-events">
      <div className={styles['sectionHead']}>
        <h2 id="delivery-events">What the figures are made of</h2>
        <Segmented
          label="Events"
          options={[
            { value: 'deployments', label: 'Deployments' },
            { value: 'builds', label: 'Builds' },
          ]}
          value={view.events}
          onChange={(events) => onChange({ events })}
        />
        <Segmented
          label="Result"
          options={[
            { value: 'all', label: 'All' },
            { value: 'failed', label: 'Failed' },
          ]}
          value={view.result}
          onChange={(result) => onChange({ result })}
        />
        <DownloadRows
          fileName={`${view.events}.csv`}
          address={
            view.events === 'deployments'
              ? deliveryFiles.deployments(ofDeployments)
              : deliveryFiles.builds(filters)
          }
        />
      </div>
      {view.events === 'deployments' ? <Deployments filters={ofDeployments} /> : <Builds filters={filters} />}
    </section>
  )
}

function Deployments({ filters }: Readonly<{ filters: DeploymentFilters }>) {
  const query = useInfiniteQuery(deliveryQueries.deployments(filters))
  const isFailed = filters.result === 'failed'
  return <Events what="deployment" isFailed={isFailed} query={query} columns={deploymentColumns} />
}

function Builds({ filters }: Readonly<{ filters: BuildFilters }>) {
  const query = useInfiniteQuery(deliveryQueries.builds(filters))
  return <Events what="build" isFailed={filters.result === 'failed'} query={query} columns={buildColumns} />
}

type EventsProps<Row> = Readonly<{
  what: 'deployment' | 'build'
  isFailed: boolean
  query: UseInfiniteQueryResult<InfiniteData<Readonly<{ items: readonly Row[]; totalCount: number }>>>
  columns: readonly Column<Row>[]
}>

function Events<Row extends Readonly<{ id: string }>>({ what, isFailed, query, columns }: EventsProps<Row>) {
  const fetchMore = useMorePages(query)
  const title = what === 'deployment' ? 'Deployments' : 'Builds'
  return (
    <QueryPanel title={title} query={query} skeleton={<Skeleton name={`${what}s`} lines={8} />}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        if (rows.length === 0) return <Nothing what={what} isFailed={isFailed} />
        return (
          <DataTable
            caption={title}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            density="dense"
            totalCount={pages[0]?.totalCount ?? rows.length}
            isStale={query.isPlaceholderData}
            onEndNear={fetchMore}
            footer="Newest first."
          />
        )
      }}
    </QueryPanel>
  )
}

function Nothing({ what, isFailed }: Readonly<{ what: string; isFailed: boolean }>) {
  if (isFailed) return <Notice kind="good" title={`No ${what} failed in this window`} />
  return (
    <Notice kind="missing" title={`No ${what} was told of in this window`}>
      They come from the tools that deploy and build, through /api/ingest.
    </Notice>
  )
}
