import type { EndpointRow } from '../../contract/indicators.ts'
import { formatCount, formatServiceLevel } from '../../domain/format.ts'
import { formatLatency } from '../../domain/format-latency.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Figure } from '../../ui/figure.tsx'
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
    width: '126px',
  },
  {
    id: 'endpoint',
    identifies: true,
    header: 'Endpoint',
    cell: ({ endpoint }) => <EndpointName verb={endpoint.verb} path={endpoint.path} />,
    sortable: true,
    width: '180px',
  },
  {
    id: 'deployment',
    identifies: true,
    header: 'Deployment',
    cell: ({ deployment }) => deployment,
    sortable: true,
    width: '92px',
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
    width: '84px',
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
  width: '112px',
}

const team: EndpointColumn = {
  id: 'team',
  header: 'Team',
  cell: ({ teamName }) => teamName,
  sortable: true,
  width: '96px',
}

const availability: EndpointColumn = {
  id: 'availability',
  header: 'Availability',
  align: 'end',
  cell: (row) => <Availability row={row} />,
  sortable: true,
  width: '112px',
}

const latencies: readonly EndpointColumn[] = [
  {
    id: 'average-latency',
    header: 'Average',
    align: 'end',
    cell: ({ averageLatencyMs }) => <Latency ms={averageLatencyMs} />,
    sortable: true,
    width: '84px',
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
    width: '84px',
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
    width: '80px',
  }
}

/** As many decimals as three nines need: an endpoint here has no target to measure them by. */
const SHOWN_AS_OF_TARGET = 0.999

function Availability({ row }: Readonly<{ row: EndpointRow }>) {
  const level = formatServiceLevel(row.requests - row.failures, row.requests, SHOWN_AS_OF_TARGET)
  if (level === null) return <Absent reason="No request in this period" />
  return <Figure value={level} unit="%" />
}

function Latency({ ms, isAtLeast = false }: Readonly<{ ms: number | null; isAtLeast?: boolean }>) {
  if (ms === null) return <Absent reason="No request of this period was timed" />
  const [value = '', unit = ''] = formatLatency(ms).split('\u202f')
  return <Figure value={isAtLeast ? `≥${value}` : value} unit={unit} />
}
