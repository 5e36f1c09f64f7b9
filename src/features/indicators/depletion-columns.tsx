import type { DepletionRow } from '../../contract/indicators.ts'
import { formatSpeed } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { BudgetScale } from '../../ui/budget-bar.tsx'
import { BudgetLeft } from '../../ui/budget-left.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import { Figure } from '../../ui/figure.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import { SloCell } from './slo-cell.tsx'
import styles from './depletion.module.css'

const HOUR_MS = 3_600_000

const columnsOn = (scale: BudgetScale): readonly Column<DepletionRow>[] => [
  {
    id: 'service',
    header: 'Service',
    cell: ({ service }) => service,
    isRowHeader: true,
    sortable: true,
    width: '122px',
  },
  {
    id: 'slo',
    header: 'SLO',
    cell: (row) => <SloCell row={row} />,
    sortable: true,
    identifies: true,
    width: '164px',
  },
  {
    id: 'sli',
    header: 'SLI',
    cell: ({ sliName }) => sliName,
    sortable: true,
    identifies: true,
    width: '80px',
  },
  {
    id: 'deployment',
    identifies: true,
    header: 'Deployment',
    cell: ({ deployment }) => deployment,
    sortable: true,
    width: '82px',
  },
  {
    id: 'period',
    identifies: true,
    header: 'Period',
    align: 'end',
    cell: (row) => <PeriodCell row={row} />,
    sortable: true,
    width: '76px',
  },
  {
    id: 'remaining',
    header: 'At the end',
    align: 'end',
    cell: ({ budget: { remaining, total, state } }) => (
      <BudgetLeft remaining={remaining} total={total} state={state} scale={scale} />
    ),
    sortable: true,
    width: '128px',
  },
  {
    id: 'exhaustion',
    header: 'Out after',
    align: 'end',
    cell: (row) => <OutAfter row={row} />,
    sortable: true,
    width: '118px',
  },
  {
    id: 'average-speed',
    header: 'Average',
    align: 'end',
    cell: ({ averageSpeed }) => <Speed speed={averageSpeed} />,
    sortable: true,
    width: '74px',
  },
  {
    id: 'highest-speed',
    header: 'Highest',
    align: 'end',
    cell: ({ highestSpeed }) => <Speed speed={highestSpeed} />,
    sortable: true,
    width: '82px',
  },
  { id: 'team', header: 'Team', cell: ({ teamName }) => teamName, sortable: true, width: '74px' },
]

export const depletionColumns = columnsOn('left')

/** Of budgets that ran out: how far below zero is the question. */
export const exhaustionColumns = columnsOn('overspent')

/** Leads to the burn-down of just this period. */
function PeriodCell({ row }: Readonly<{ row: DepletionRow }>) {
  const { period } = row.budget
  return (
    <CellLink
      className={styles['period']}
      {...paths.slo(row, { range: { from: period.start, to: period.end } })}
    >
      {period.name}
      {period.isOpen && <StateGlyph state="open" label="open, an estimate" />}
    </CellLink>
  )
}

function OutAfter({ row: { budget } }: Readonly<{ row: DepletionRow }>) {
  const { timeToExhaustionHours: hours, period } = budget
  if (hours === null) return <Absent reason="The budget was not exhausted" />
  return (
    <span className={styles['out']}>
      <PlaceInPeriod share={(hours * HOUR_MS) / (Date.parse(period.end) - Date.parse(period.start))} />
      <span>
        <Duration hours={hours} />
      </span>
    </span>
  )
}

const WIDTH = 34

/** How early in the period that was. */
function PlaceInPeriod({ share }: Readonly<{ share: number }>) {
  const x = 1 + Math.min(1, share) * (WIDTH - 2)
  return (
    <svg className={styles['place']} width={WIDTH} height={12} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1="6" y2="6" />
      <line className={styles['mark']} x1={x} x2={x} y1="1" y2="11" />
    </svg>
  )
}

function Speed({ speed }: Readonly<{ speed: number | null }>) {
  if (speed === null) return <Absent reason="No depletion episode of 1 % or more" />
  return <Figure value={formatSpeed(speed)} unit="%/h" />
}
