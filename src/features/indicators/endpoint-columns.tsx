import type { EndpointRow } from '../../contract/indicators.ts'
import { formatCount } from '../../domain/format.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Availability, Latency } from '../../ui/endpoint-figures.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import styles from './endpoints.module.css'

type EndpointColumn = Column<EndpointRow>

const subject: readonly EndpointColumn[] = [
  {
    id: 'service',
    header: 'Service',
    cell: ({ service }) => (
      <CellLink className={styles['service']} {...paths.explore({ service })}>
        {service}
      </CellLink>
    ),
    isRowHeader: true,
    sortable: true,
    width: '112px',
  },
  {
    id: 'endpoint',
    identifies: true,
    header: 'Endpoint',
    cell: ({ endpoint }) => <EndpointName verb={endpoint.verb} path={endpoint.path} />,
    sortable: true,
    width: '196px',
  },
  {
    id: 'deployment',
    identifies: true,
    header: 'Deployment',
    cell: ({ deployment }) => deployment,
    sortable: true,
    width: '76px',
  },
  {
    id: 'period',
    identifies: true,
    header: 'Period',
    align: 'end',
    cell: ({ period }) => (
      <span className={styles['period']}>
        {period.name}
        {period.isOpen && <StateGlyph state="open" label="still open" />}
      </span>
    ),
    sortable: true,
    width: '66px',
  },
]

const requests: EndpointColumn = {
  id: 'requests',
  header: 'Requests',
  align: 'end',
  cell: ({ requests: count, isLowTraffic }) => (
    <>
      {isLowTraffic && count > 0 && <span className={styles['low']}>few </span>}
      {formatCount(count)}
    </>
  ),
  sortable: true,
  width: '100px',
}

const team: EndpointColumn = {
  id: 'team',
  header: 'Team',
  cell: ({ teamName }) => teamName,
  sortable: true,
  width: '76px',
}

const availability: EndpointColumn = {
  id: 'availability',
  header: 'Availability',
  align: 'end',
  cell: (row) => <Availability requests={row.requests} failures={row.failures} />,
  sortable: true,
  width: '104px',
}

const latencies: readonly EndpointColumn[] = [
  {
    id: 'average-latency',
    header: 'Average',
    align: 'end',
    cell: ({ averageLatencyMs }) => <Latency ms={averageLatencyMs} />,
    sortable: true,
    width: '76px',
  },
  percentile('p50'),
  percentile('p95'),
  percentile('p99'),
  {
    id: 'max-latency',
    header: 'Longest',
    align: 'end',
    cell: ({ maxLatencyMs }) => <Latency ms={maxLatencyMs} />,
    sortable: true,
    width: '76px',
  },
]

const ofAvailability = [...subject, availability, requests, team]
const ofLatency = [...subject, ...latencies, requests, team]

export function endpointColumns(by: 'availability' | 'latency'): readonly EndpointColumn[] {
  return by === 'availability' ? ofAvailability : ofLatency
}

function percentile(name: 'p50' | 'p95' | 'p99'): EndpointColumn {
  return {
    id: name,
    header: name,
    align: 'end',
    cell: ({ percentiles }) => {
      const quantile = percentiles?.[name]
      return <Latency ms={quantile?.ms ?? null} isAtLeast={quantile?.isAtLeast ?? false} />
    },
    sortable: true,
    width: '72px',
  }
}
