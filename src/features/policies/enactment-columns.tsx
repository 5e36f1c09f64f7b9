import type { EnactmentOnWire } from '../../contract/enactments.ts'
import { formatGone } from '../../domain/describe-policies.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import { ClauseStatusMark } from './clause-status.tsx'

export const enactmentColumns = (onOpen: (enactment: string) => void): readonly Column<EnactmentOnWire>[] => [
  {
    id: 'met',
    header: 'Met',
    isRowHeader: true,
    sortable: true,
    width: '140px',
    cell: ({ id, metAt, endedAt }) => (
      <TwoLines
        first={
          <button type="button" className="link" onClick={() => onOpen(id)}>
            <Time at={metAt} form="date-time" />
          </button>
        }
        second={
          endedAt === null ? (
            'still is'
          ) : (
            <>
              until <Time at={endedAt} form="date-time" />
            </>
          )
        }
      />
    ),
  },
  {
    id: 'clause',
    header: 'Clause',
    sortable: true,
    width: '160px',
    cell: ({ clauseName, condition }) => (
      <TwoLines
        first={clauseName}
        second={condition.letter === null ? 'a condition of its own' : `condition ${condition.letter}`}
      />
    ),
  },
  { id: 'service', header: 'Budget', sortable: true, width: '250px', cell: (row) => <Budget row={row} /> },
  {
    id: 'depleted',
    header: 'Gone',
    align: 'end',
    sortable: true,
    width: '110px',
    cell: (row) => <Gone row={row} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '190px',
    cell: ({ status }) => <ClauseStatusMark status={status} />,
  },
  {
    id: 'acknowledged',
    header: 'Acknowledged after',
    sortable: true,
    width: '160px',
    cell: ({ acknowledged, hoursToAcknowledge }) =>
      acknowledged === null || hoursToAcknowledge === null ? (
        <Absent reason="Nobody has" />
      ) : (
        <TwoLines first={<Duration hours={hoursToAcknowledge} />} second={acknowledged.by} />
      ),
  },
  {
    id: 'done',
    header: 'Done after',
    sortable: true,
    width: '170px',
    cell: ({ hoursToDone, consequences }) => (
      <TwoLines
        first={
          hoursToDone === null ? (
            <Absent reason="Not all of its consequences are done" />
          ) : (
            <Duration hours={hoursToDone} />
          )
        }
        second={`${consequences.filter(({ state }) => state === 'done').length} of ${consequences.length} consequences`}
      />
    ),
  },
]

type RowProps = Readonly<{ row: EnactmentOnWire }>

function Budget({ row: { subject } }: RowProps) {
  if (subject === null) return <span className="muted">As people found</span>
  const { endpoint, sliName, service, deployment } = subject
  return (
    <TwoLines
      first={
        <CellLink className="name" {...paths.slo(subject)}>
          <EndpointName verb={endpoint.verb} path={endpoint.path} />
        </CellLink>
      }
      second={`${sliName} of ${service}, ${deployment}`}
    />
  )
}

function Gone({ row: { depletedAtMet, depletedAtMost, isEstimate, subject, condition } }: RowProps) {
  if (depletedAtMet === null || depletedAtMost === null) {
    return (
      <Absent reason={subject === null ? 'No budget tells of it' : 'A target of 100 % leaves no budget'} />
    )
  }
  const threshold = (condition.depletedPercent ?? 0) / 100
  const share = (gone: number) => `${isEstimate ? '~' : ''}${formatGone(gone, threshold)}${NARROW_SPACE}%`
  return <TwoLines first={share(depletedAtMet)} second={`at most ${share(depletedAtMost)}`} />
}
