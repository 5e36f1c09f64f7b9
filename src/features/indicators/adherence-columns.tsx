import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { AdherenceRow } from '../../contract/indicators.ts'
import { formatRemaining } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import { verdictColumns } from './verdict-columns.tsx'
import styles from './adherence.module.css'
import { SloCell } from './slo-cell.tsx'

type AdherenceColumn = Column<AdherenceRow>

/** Who and what, then a column for every period, then what they come to. */
export function adherenceColumns(periods: readonly PeriodOnWire[]): readonly AdherenceColumn[] {
  return [
    {
      id: 'service',
      header: 'Service',
      cell: ({ service }) => service,
      isRowHeader: true,
      sortable: true,
      width: '112px',
    },
    {
      id: 'slo',
      header: 'SLO',
      cell: (row) => <SloCell row={row} />,
      sortable: true,
      identifies: true,
      width: '114px',
    },
    {
      id: 'sli',
      header: 'SLI',
      cell: ({ sliName }) => sliName,
      sortable: true,
      identifies: true,
      width: '78px',
    },
    {
      id: 'deployment',
      identifies: true,
      header: 'Deployment',
      cell: ({ deployment }) => deployment,
      sortable: true,
      width: '74px',
    },
    verdictColumns.broken,
    ...periods.map((period, at): AdherenceColumn => ({
      id: period.id,
      header: period.name,
      align: 'end',
      cell: (row) => <PeriodCell row={row} period={period} at={at} />,
      sortable: true,
      width: '48px',
    })),
    verdictColumns.rate,
    verdictColumns.streak,
    { id: 'team', header: 'Team', cell: ({ teamName }) => teamName, sortable: true, width: '96px' },
  ]
}

type PeriodCellProps = Readonly<{ row: AdherenceRow; period: PeriodOnWire; at: number }>

function PeriodCell({ row, period, at }: PeriodCellProps) {
  const cell = row.cells[at]
  if (cell?.state == null) return <Absent reason="The SLO did not exist in this period" />
  const left = cell.remaining === null ? '' : `, ${formatRemaining(cell.remaining)} % left`
  const words = `${stateWords[cell.state]}${left}${period.isOpen ? ', estimate' : ''}${cell.isPremature ? ', ran out early' : ''}`
  return (
    <CellLink
      className={cell.adherence === 'broken' ? `${styles['cell']} ${styles['broken']}` : styles['cell']}
      {...paths.slo(row, { range: { from: period.start, to: period.end } })}
      aria-label={`${period.name}: ${words}`}
      title={words}
    >
      <StateGlyph state={cell.state} />
      {cell.remaining === null ? '–' : formatRemaining(cell.remaining)}
    </CellLink>
  )
}
