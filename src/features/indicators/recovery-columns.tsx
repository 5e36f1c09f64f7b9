import type { IncidentRow, PeriodIncidentsOnWire, ServiceIncidents } from '../../contract/recovery-trend.ts'
import { formatCount } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import type { RecoveryView } from '../../url/indicator-view.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import styles from './trend.module.css'

const MINUTES_PER_HOUR = 60

const severityWords = { critical: 'critical', error: 'error', warning: 'warning' } as const

const detectorWords = {
  slo: 'SLO breach',
  monitoring: 'monitoring',
  employee: 'an employee',
  support: 'support',
  stakeholder: 'a stakeholder',
  customer: 'a customer',
} as const

const created: Column<IncidentRow> = {
  id: 'created',
  header: 'Created',
  cell: ({ createdAt }) => <Time at={createdAt} form="date-time" />,
  sortable: true,
  width: '96px',
}

const incident: Column<IncidentRow> = {
  id: 'incident',
  header: 'Incident',
  cell: (row) => <IncidentName row={row} />,
  isRowHeader: true,
  sortable: true,
  width: '218px',
}

const facts: readonly Column<IncidentRow>[] = [
  {
    id: 'severity',
    header: 'Severity',
    cell: ({ severity }) => (severity === null ? <Absent reason="Not set" /> : severityWords[severity]),
    sortable: true,
    width: '64px',
  },
  {
    id: 'priority',
    header: 'Priority',
    align: 'end',
    cell: ({ priority }) => priority ?? <Absent reason="Not set" />,
    sortable: true,
    width: '58px',
  },
  {
    id: 'services',
    header: 'Services',
    cell: ({ services }) => <Names names={services} />,
    width: '228px',
  },
  {
    id: 'deployments',
    header: 'Deployments',
    cell: ({ deployments }) =>
      deployments.length === 0 ? (
        <Absent reason="Nobody said: every one is concerned" />
      ) : (
        <Names names={deployments} />
      ),
    width: '80px',
  },
  {
    id: 'by',
    header: 'Seen first by',
    cell: ({ detectedBy }) =>
      detectedBy === null ? <Absent reason="Nobody noted it" /> : detectorWords[detectedBy],
    width: '88px',
  },
]

export const incidentColumns: readonly Column<IncidentRow>[] = [
  created,
  incident,
  {
    id: 'recovery',
    header: 'To recovery',
    align: 'end',
    cell: ({ recoveryMinutes }) => <Minutes minutes={recoveryMinutes} reason="Still open" />,
    sortable: true,
    width: '84px',
  },
  {
    id: 'detection',
    header: 'To detection',
    align: 'end',
    cell: ({ detectionMinutes }) => (
      <Minutes minutes={detectionMinutes} reason="Nobody noted when it began or was seen" />
    ),
    sortable: true,
    width: '84px',
  },
  ...facts,
]

/** Open ones have no time yet. */
export const openColumns: readonly Column<IncidentRow>[] = [created, incident, ...facts].map((column) => ({
  ...column,
  sortable: false,
}))

function IncidentName({ row: { id, title, url } }: Readonly<{ row: IncidentRow }>) {
  if (url === null) return <Names names={[title ?? id]} />
  return (
    <a className="link" href={url} target="_blank" rel="noreferrer">
      {title ?? id}
    </a>
  )
}

function Names({ names }: Readonly<{ names: readonly string[] }>) {
  const text = names.join(', ')
  return (
    <span className={styles['names']} title={text}>
      {text}
    </span>
  )
}

function Minutes({ minutes, reason }: Readonly<{ minutes: number | null; reason: string }>) {
  return minutes === null ? <Absent reason={reason} /> : <Duration hours={minutes / MINUTES_PER_HOUR} />
}

type Counts = Pick<ServiceIncidents, 'count' | 'openCount' | 'meanRecoveryMinutes' | 'downtimeMinutes'>

const counts: readonly Column<Counts>[] = [
  { id: 'count', header: 'Incidents', align: 'end', cell: ({ count }) => formatCount(count) },
  { id: 'open', header: 'Still open', align: 'end', cell: ({ openCount }) => formatCount(openCount) },
  {
    id: 'mean',
    header: 'Mean to recovery',
    align: 'end',
    cell: ({ meanRecoveryMinutes }) => (
      <Minutes minutes={meanRecoveryMinutes} reason="No incident was resolved" />
    ),
  },
  {
    id: 'downtime',
    header: 'Downtime',
    align: 'end',
    cell: ({ downtimeMinutes }) => <Minutes minutes={downtimeMinutes} reason="None" />,
  },
]

export const periodColumns: readonly Column<PeriodIncidentsOnWire>[] = [
  {
    id: 'period',
    header: 'Period',
    cell: ({ period }) => (
      <>
        {period.name} {period.isOpen && <StateGlyph state="open" label="still open" />}
      </>
    ),
    isRowHeader: true,
  },
  ...counts,
]

export function serviceColumns(view: RecoveryView): readonly Column<ServiceIncidents>[] {
  return [
    {
      id: 'service',
      header: 'Service',
      cell: ({ service }) => (
        <CellLink
          className="link"
          {...indicatorPaths.recoveryTrend({ ...view, service: [service], search: '' })}
        >
          {service}
        </CellLink>
      ),
      isRowHeader: true,
    },
    ...counts,
    {
      id: 'direction',
      header: 'Trend',
      cell: ({ direction }) =>
        direction === null ? (
          <Absent reason="Fewer than three resolved incidents" />
        ) : (
          <span className={direction === 'upward' ? styles['worse'] : undefined}>{direction}</span>
        ),
    },
  ]
}
