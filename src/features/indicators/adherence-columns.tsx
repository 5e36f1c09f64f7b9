import { Link } from '@tanstack/react-router'

import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { AdherenceRow } from '../../contract/indicators.ts'
import { formatCount, formatRemaining } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { paths } from '../../url/paths.ts'
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
      width: '130px',
    },
    {
      id: 'slo',
      header: 'SLO',
      cell: (row) => <SloCell row={row} />,
      sortable: true,
      identifies: true,
      width: '210px',
    },
    {
      id: 'sli',
      header: 'SLI',
      cell: ({ sliName }) => sliName,
      sortable: true,
      identifies: true,
      width: '92px',
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
      id: 'broken',
      header: 'Broken',
      align: 'end',
      cell: ({ brokenCount }) => formatCount(brokenCount),
      sortable: true,
      width: '78px',
    },
    {
      id: 'rate',
      header: 'Kept',
      align: 'end',
      cell: (row) => <KeptRate row={row} />,
      sortable: true,
      width: '68px',
    },
    ...periods.map((period, at): AdherenceColumn => ({
      id: period.id,
      header: period.name,
      align: 'end',
      cell: (row) => <PeriodCell row={row} period={period} at={at} />,
      sortable: true,
      width: '68px',
    })),
    {
      id: 'streak',
      header: 'In a row',
      align: 'end',
      cell: (row) => <StreakCell row={row} />,
      sortable: true,
      width: '84px',
    },
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
    <Link
      className={cell.adherence === 'broken' ? `${styles['cell']} ${styles['broken']}` : styles['cell']}
      {...paths.slo(row, { range: { from: period.start, to: period.end } })}
      aria-label={`${period.name}: ${words}`}
      title={words}
    >
      <StateGlyph state={cell.state} />
      <span aria-hidden="true">{cell.remaining === null ? '–' : formatRemaining(cell.remaining)}</span>
    </Link>
  )
}

function KeptRate({ row: { fulfilmentRate } }: Readonly<{ row: AdherenceRow }>) {
  if (fulfilmentRate === null) return <Absent reason="No closed period with a verdict" />
  return <Figure value={formatRemaining(fulfilmentRate)} unit="%" />
}

function StreakCell({ row: { streak } }: Readonly<{ row: AdherenceRow }>) {
  if (streak === null) return <Absent reason="The latest closed period has no verdict" />
  return (
    <span className={streak.verdict === 'broken' ? styles['broken'] : undefined}>
      {formatCount(streak.periods)} {streak.verdict === 'broken' ? 'broken' : 'kept'}
    </span>
  )
}
