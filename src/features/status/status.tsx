import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { addressWith } from '../../api/http.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { statusQueries } from '../../api/status-queries.ts'
import { STATUS_FEED_PATH, type StatusBoard, type StatusService } from '../../contract/status.ts'
import { audiences } from '../../domain/service-status.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { statusViewCodec, type StatusView } from '../../url/status-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { audienceWords } from './audience-words.ts'
import { ListingDialog } from './listing-dialog.tsx'
import { StatusFeed } from './status-feed.tsx'
import { StatusGroups } from './status-groups.tsx'
import { StatusIncidents } from './status-incidents.tsx'

const audienceOptions = audiences.map((value) => ({ value, label: audienceWords[value] }))
const groupingOptions = [
  { value: 'deployment', label: 'Deployment' },
  { value: 'product', label: 'Product' },
] as const

/** Is it down, since when, and when does one hear again: for whoever looks. */
export function Status() {
  const [view, setView] = useUrlState(statusViewCodec)
  const [listing, setListing] = useState<StatusService | null>(null)
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const query = useQuery(statusQueries.board(queryOf(view)))
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title="Status" href={feedAddress(view)} />
      <PageHeader title="Status" lede={query.data ? answer(query.data) : 'Which services are impacted'} />
      <FilterBar name="the status" end={<StatusFeed address={feedAddress(view)} />}>
        <FilterSelect
          label="As seen by"
          value={view.audience}
          options={audienceOptions}
          onChange={(audience) => setView({ audience })}
          isSet={view.audience !== 'organization'}
        />
        <FilterSelect
          label="By"
          value={view.by}
          options={groupingOptions}
          onChange={(by) => setView({ by })}
          isSet={view.by !== 'deployment'}
        />
        <MultiFilter
          label="Deployment"
          none="Production"
          options={deployments.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.deployment}
          onChange={(deployment) => setView({ deployment })}
        />
      </FilterBar>
      <QueryPanel title="The status" query={query} skeleton={<Skeleton name="the status" lines={12} />}>
        {(board) => (
          <>
            <StatusIncidents board={board} />
            <StatusGroups board={board} onList={view.audience === 'organization' ? setListing : null} />
          </>
        )}
      </QueryPanel>
      {listing && <ListingDialog service={listing} onClose={() => setListing(null)} />}
    </>
  )
}

function queryOf({ audience, by, deployment }: StatusView) {
  return { audience, by, ...(deployment.length > 0 && { deployment: deployment.join(',') }) }
}

/** Where the document of its own stands that says the same as this view. */
function feedAddress(view: StatusView): string {
  return addressWith(STATUS_FEED_PATH, {}, queryOf(view))
}

function answer({ impactedCount, healthyCount }: StatusBoard): string {
  const total = impactedCount + healthyCount
  if (total === 0) return 'No service is listed for this audience'
  if (impactedCount === 0) return `All ${total} services are healthy`
  return `${impactedCount} of ${total} services ${impactedCount === 1 ? 'is' : 'are'} impacted`
}
