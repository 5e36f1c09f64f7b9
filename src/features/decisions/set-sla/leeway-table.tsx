import type { TeamSlaOnWire, TeamTighteningOnWire } from '../../../contract/set-sla.ts'
import { formatCount, formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { FiguresTable, type FigureColumns } from '../workflow/figures-table.tsx'

type Row = TeamSlaOnWire & Readonly<{ teamName: string }>

const columns: FigureColumns<Row> = [
  {
    header: 'Endpoint-level SLA',
    cell: ({ service, name, deployment }) => (
      <>
        {service} {name} <span className="muted">{deployment}</span>
      </>
    ),
  },
  { header: 'Team', cell: ({ teamName }) => teamName },
  { header: 'SLO', isFigure: true, cell: ({ sloTarget }) => target(sloTarget) },
  { header: 'SLA', isFigure: true, cell: ({ target: own }) => target(own) },
  {
    header: 'Leeway',
    isFigure: true,
    cell: ({ leeway }) =>
      leeway > 0 ? <Figure value={points(leeway)} unit="points" /> : 'none: the SLA is no looser',
  },
  {
    header: 'In events',
    isFigure: true,
    cell: ({ leewayEvents }) =>
      leewayEvents === null ? (
        <Absent reason="No event in the last closed period" />
      ) : (
        formatCount(Math.max(0, leewayEvents))
      ),
  },
]

function target(share: number) {
  return <Figure value={formatTarget(share)} unit="%" />
}

/** 0.0045 as "0.45". */
function points(leeway: number): string {
  return formatTarget(leeway)
}

type LeewayTableProps = Readonly<{ teams: readonly TeamTighteningOnWire[] }>

/** Tightest first: where least lies between what warns and what costs. */
export function LeewayTable({ teams }: LeewayTableProps) {
  const rows = teams
    .flatMap(({ name, slas }) => slas.map((sla) => ({ ...sla, teamName: name })))
    .toSorted((a, b) => a.leeway - b.leeway || (a.service < b.service ? -1 : 1))
  return (
    <FiguresTable
      caption="What lies between SLO and SLA"
      rows={rows}
      rowKey={({ id, deployment }) => `${id} ${deployment}`}
      columns={columns}
    />
  )
}
