import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { indicatorFiles, indicatorQueries, indicatorRows } from '../../api/indicator-queries.ts'
import { Notice } from '../../ui/notice.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { endpointsCodec } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { endpointColumns } from './endpoint-columns.tsx'
import { endpointFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'

type EndpointsProps = Readonly<{ header: ReactNode; by: 'availability' | 'latency' }>

const own = endpointsCodec.parse({})

const kinds = {
  availability: {
    caption: 'Least available endpoints',
    sort: [{ column: 'availability', descending: false }],
  },
  latency: {
    caption: 'Slowest endpoints',
    sort: [{ column: 'average-latency', descending: true }],
  },
} as const

/** I-11 and I-12: the endpoints that fail most, or take longest, SLO or not. */
export function Endpoints({ header, by }: EndpointsProps) {
  const [view, setView] = useUrlState(endpointsCodec)
  const { caption, sort: ownSort } = kinds[by]
  const filters = endpointFilters(view, by, ownSort)
  const query = useInfiniteQuery(indicatorQueries.endpoints(filters))
  return (
    <IndicatorTable
      header={header}
      caption={caption}
      view={view}
      own={own}
      onChange={setView}
      ownSort={ownSort}
      query={query}
      columnsOf={() => endpointColumns(by)}
      isNarrow
      rowKey={({ service, endpoint, deployment, period }) =>
        `${service} ${endpoint.verb} ${endpoint.path} ${deployment} ${period.id}`
      }
      isAboutSlos={false}
      takes="hours"
      frozen="endpoints"
      file={{
        fileName: `${by === 'availability' ? 'least-available' : 'slowest'}-endpoints.csv`,
        address: indicatorFiles.endpoints(filters),
        readAll: (signal) => indicatorRows.endpoints(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} No SLO is needed for a row.`}
      empty={
        <Notice kind="missing" title="No endpoint has sent statistics">
          Requests, failures and latencies of endpoints are sent to the server hour by hour, or come with the
          measurements. None has arrived for this window.
        </Notice>
      }
    />
  )
}
