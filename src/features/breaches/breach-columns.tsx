import type { SloBreachOnWire } from '../../contract/slo-breaches.ts'
import { takenWords } from '../../domain/format-depletion.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { SloName } from '../../ui/slo-name.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import styles from './breaches.module.css'
import { causeWords, howFarWords } from './breach-words.ts'

export const breachColumns: readonly Column<SloBreachOnWire>[] = [
  {
    id: 'began',
    header: 'Began',
    cell: (row) => <Began row={row} />,
    isRowHeader: true,
    sortable: true,
    width: '118px',
  },
  { id: 'service', header: 'Service', cell: ({ service }) => service, sortable: true, width: '112px' },
  { id: 'slo', header: 'SLO', cell: (row) => <Promised row={row} />, sortable: true, width: '134px' },
  {
    id: 'deployment',
    header: 'Deployment',
    cell: ({ deployment }) => deployment,
    sortable: true,
    width: '74px',
  },
  {
    id: 'lasted',
    header: 'Lasted',
    align: 'end',
    cell: ({ hours, end }) => (
      <>
        <Duration hours={hours} />
        {end === null && <span className="muted"> so far</span>}
      </>
    ),
    sortable: true,
    width: '86px',
  },
  {
    id: 'how-far',
    header: 'How far',
    align: 'end',
    cell: ({ peakRate, peakLongHours }) =>
      peakRate === null ? (
        <Absent reason="The report says nothing of it" />
      ) : (
        howFarWords(peakRate, peakLongHours)
      ),
    sortable: true,
    width: '92px',
  },
  {
    id: 'taken',
    header: 'Of budget',
    align: 'end',
    cell: ({ depletion, isEstimate }) =>
      depletion === null ? (
        <Absent reason="There is no budget to take of" />
      ) : (
        takenWords(depletion, isEstimate)
      ),
    sortable: true,
    width: '64px',
  },
  { id: 'alert', header: 'Alert', cell: (row) => <Alert row={row} />, sortable: true, width: '94px' },
  { id: 'cause', header: 'Cause', cell: (row) => <Cause row={row} />, sortable: true, width: '160px' },
  { id: 'incident', header: 'Incident', cell: (row) => <Incidents row={row} />, width: '90px' },
  { id: 'release', header: 'Release before', cell: (row) => <Release row={row} />, width: '104px' },
  { id: 'team', header: 'Team', cell: ({ teamName }) => teamName, sortable: true, width: '84px' },
]

type RowProps = Readonly<{ row: SloBreachOnWire }>

function Began({ row }: RowProps) {
  return (
    <span className={styles['began']}>
      {row.end === null && <StateGlyph state="burning" label="Goes on" />}
      <CellLink className="link" {...paths.breach(row.id)}>
        <Time at={row.start} form="date-time" />
      </CellLink>
    </span>
  )
}

function Promised({ row }: RowProps) {
  const { verb, path } = row.endpoint
  return (
    <SloName target={row.target} thresholdMs={row.thresholdMs} isDefault={row.flavor === 'default'}>
      <CellLink
        className="name"
        {...paths.slo(row)}
        title={`${verb === null ? path : `${verb} ${path}`}, ${row.sliName}`}
      >
        <EndpointName verb={verb} path={path} />
      </CellLink>
    </SloName>
  )
}

function Alert({ row: { alertedAt, alertCount, rules, reports } }: RowProps) {
  if (alertCount === 0)
    return <span title="It began and ended in the snooze of an earlier alert">snoozed</span>
  if (rules.length === 0) return <span title={reports[0]?.rule}>reported</span>
  return (
    <>
      {alertedAt !== null && <Time at={alertedAt} form="time" />}
      {alertCount > 1 && <span className="muted">{` ${alertCount} times`}</span>}
    </>
  )
}

function Cause({ row: { review, id } }: RowProps) {
  if (review !== null) return causeWords[review.cause]
  return (
    <CellLink className="link" {...paths.breach(id)}>
      Classify
    </CellLink>
  )
}

function Incidents({ row: { incidents } }: RowProps) {
  const [first] = incidents
  if (first === undefined) return <Absent reason="No incident of the service was going on" />
  const more = incidents.length > 1 ? ` and ${incidents.length - 1} more` : ''
  const words = `${first.id}${more}`
  return (
    <span className={styles['cut']} title={incidents.map(({ id, title }) => title ?? id).join('\n')}>
      {first.url === null ? (
        words
      ) : (
        <a className="link" href={first.url} target="_blank" rel="noreferrer">
          {words}
        </a>
      )}
    </span>
  )
}

function Release({ row: { releaseBefore } }: RowProps) {
  if (releaseBefore === null) return <Absent reason="No release in the 24 hours before it began" />
  return releaseBefore.version
}
