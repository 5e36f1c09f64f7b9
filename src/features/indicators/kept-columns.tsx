import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { KeptRow } from '../../contract/kept-overview.ts'
import { formatCount } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import type { KeptView } from '../../url/indicator-view.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import styles from './trend.module.css'
import { keptCellWords } from './kept-words.ts'

type KeptColumn = Column<KeptRow>

/** The verdicts behind a figure: of one period, and of one service where it is one's. */
export function adherenceOf(view: KeptView, { start, end }: PeriodOnWire, service?: string) {
  const { team, sli, slo, deployment, showDefaults, scale } = view
  return indicatorPaths.sloAdherence({
    team,
    service: service === undefined ? view.service : [service],
    sli,
    slo,
    deployment,
    showDefaults,
    scale,
    // Of a frozen table the verdicts of its hour, not those of now.
    range: { from: start, to: end, ...('at' in view.range && { at: view.range.at }) },
  })
}

/** Services by period; in each cell how many SLOs stayed within budget and how many broke it. */
export function keptColumns(periods: readonly PeriodOnWire[], view: KeptView): readonly KeptColumn[] {
  return [
    {
      id: 'service',
      header: 'Service',
      cell: ({ service }) => service,
      isRowHeader: true,
      sortable: true,
      width: '118px',
    },
    {
      id: 'broken',
      header: 'Broke in',
      align: 'end',
      cell: ({ brokenPeriods }) =>
        brokenPeriods === null ? (
          <Absent reason="No closed period in view has a verdict" />
        ) : (
          formatCount(brokenPeriods)
        ),
      sortable: true,
      width: '92px',
    },
    ...periods.map((period, at): KeptColumn => ({
      id: period.id,
      header: period.name,
      align: 'end',
      cell: (row) => <KeptCell row={row} period={period} at={at} view={view} />,
      sortable: true,
      width: view.scale === 'month' ? '76px' : '52px',
    })),
    {
      id: 'improving',
      header: 'Trend',
      cell: ({ isImproving }) =>
        isImproving ? 'improving' : <Absent reason="The share of broken SLOs does not fall" />,
      width: '76px',
    },
    { id: 'team', header: 'Team', cell: ({ teamName }) => teamName, sortable: true, width: '84px' },
  ]
}

type KeptCellProps = Readonly<{ row: KeptRow; period: PeriodOnWire; at: number; view: KeptView }>

function KeptCell({ row, period, at, view }: KeptCellProps) {
  const cell = row.cells[at]
  if (cell === undefined || cell.isKept === null) return <Absent reason="No SLO of the service counts" />
  const words = keptCellWords(cell)
  return (
    <CellLink
      className={styles['kept']}
      {...adherenceOf(view, period, row.service)}
      aria-label={`${period.name}: ${words}${period.isOpen ? ', so far' : ''}`}
      title={words}
    >
      {formatCount(cell.within)}
      <span className={cell.broke > 0 ? styles['worse'] : styles['soFar']}>
        {'\u202f/\u202f'}
        {formatCount(cell.broke)}
      </span>
    </CellLink>
  )
}
