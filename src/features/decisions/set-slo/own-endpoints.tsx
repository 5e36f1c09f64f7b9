import type { SetSlo } from '../../../contract/set-slo.ts'
import { formatTarget } from '../../../domain/format.ts'
import { formatReliability } from '../../../domain/format-reliability.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FiguresTable, type FigureColumns } from '../workflow/figures-table.tsx'

type Endpoint = SetSlo['endpoints'][number]

const columns: FigureColumns<Endpoint> = [
  { header: 'Endpoint', cell: ({ name }) => name },
  {
    header: 'SLO now',
    isFigure: true,
    cell: ({ target }) => targetFigure(target, 'No SLO for its availability'),
  },
  {
    header: 'Last period',
    isFigure: true,
    cell: ({ last }) =>
      last === null ? <Absent reason="No request" /> : <Figure value={formatReliability(last)} unit="%" />,
  },
  {
    header: 'Best period',
    isFigure: true,
    cell: ({ best }) =>
      best === null ? (
        <Absent reason="No request" />
      ) : (
        <>
          <span className="muted">{best.period}</span>{' '}
          <Figure value={formatReliability(best.availability)} unit="%" />
        </>
      ),
  },
  {
    header: 'To begin with',
    isFigure: true,
    cell: ({ initial }) => targetFigure(initial, 'Nothing to lean on'),
  },
]

function targetFigure(target: number | null, reason: string) {
  return target === null ? <Absent reason={reason} /> : <Figure value={formatTarget(target)} unit="%" />
}

type OwnEndpointsProps = Readonly<{ endpoints: readonly Endpoint[]; service: string }>

export function OwnEndpoints({ endpoints, service }: OwnEndpointsProps) {
  if (endpoints.length === 0)
    return (
      <Notice kind="missing" title={`No endpoint of ${service} has sent data here`}>
        Measure for one or two weeks before a target is set.
      </Notice>
    )
  return (
    <FiguresTable
      caption="What the endpoints kept"
      rows={endpoints}
      rowKey={({ name }) => name}
      columns={columns}
    />
  )
}
