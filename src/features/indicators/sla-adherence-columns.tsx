import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { SlaAdherenceRow } from '../../contract/sla-indicators.ts'
import { formatRemaining } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import type { SlaView } from '../../url/sla-view.ts'
import { verdictColumns } from './verdict-columns.tsx'
import adherenceStyles from './adherence.module.css'
import { SlaCell, SlaServiceCell, typeWords } from './sla-cell.tsx'
import { depletionOfSla } from './sla-filters.ts'
import { sinceWords, slaAbsence, slaCellWords } from './sla-words.ts'

type SlaColumn = Column<SlaAdherenceRow>

/** What was promised, then a column for every period, so that a year stands side by side, then what they come to. */
export function slaAdherenceColumns(periods: readonly PeriodOnWire[], view: SlaView): readonly SlaColumn[] {
  return [
    {
      id: 'sla',
      header: 'SLA',
      cell: (row) => <SlaCell row={row} />,
      isRowHeader: true,
      sortable: true,
      width: '196px',
    },
    {
      id: 'service',
      header: 'Service',
      cell: (row) => <SlaServiceCell row={row} />,
      sortable: true,
      width: '112px',
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
    ...periods.map((period, at): SlaColumn => ({
      id: period.id,
      header: period.name,
      align: 'end',
      cell: (row) => <PeriodCell row={row} period={period} at={at} view={view} />,
      sortable: true,
      width: '48px',
    })),
    verdictColumns.rate,
    verdictColumns.streak,
    { id: 'type', header: 'Type', cell: ({ type }) => typeWords[type], sortable: true, width: '76px' },
    { id: 'sli', header: 'SLI', cell: ({ sliName }) => sliName, sortable: true, width: '78px' },
    {
      id: 'team',
      header: 'Team',
      cell: ({ part }) => part?.teamName ?? <Absent reason="A contract is nobody’s alone" />,
      sortable: true,
      width: '92px',
    },
  ]
}

type PeriodCellProps = Readonly<{ row: SlaAdherenceRow; period: PeriodOnWire; at: number; view: SlaView }>

function PeriodCell({ row, period, at, view }: PeriodCellProps) {
  const cell = row.cells[at]
  if (cell === undefined || cell.adherence === 'absent') {
    return <Absent reason={slaAbsence(row.contract, period)} />
  }
  const words = `${slaCellWords(cell, row.type)}${sinceWords(row.contract, period)}`
  return (
    <CellLink
      className={
        cell.adherence === 'broken'
          ? `${adherenceStyles['cell']} ${adherenceStyles['broken']}`
          : adherenceStyles['cell']
      }
      {...depletionOfSla(row, view, period)}
      aria-label={`${period.name}: ${words}`}
      title={words}
    >
      <StateGlyph state={cell.adherence === 'open' ? (cell.state ?? 'open') : cell.adherence} />
      {cell.remaining === null ? '–' : formatRemaining(cell.remaining)}
    </CellLink>
  )
}
