import type { BudgetSummary } from '../../contract/budget.ts'
import type { Column } from '../../ui/data-table.tsx'
import { BudgetLeft } from '../../ui/budget-left.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { BurningCell, EarlierCell, OutlookCell, SloCell } from './budget-cells.tsx'

const HOUR_MS = 3_600_000

function PeriodSoFar({ budget }: Readonly<{ budget: BudgetSummary }>) {
  const { start, end } = budget.budget.period
  const days = Math.round((Date.parse(end) - Date.parse(start)) / (24 * HOUR_MS))
  return <Sparkline values={budget.sparkline} days={days} elapsedShare={budget.budget.elapsedShare} />
}

type BudgetColumn = Column<BudgetSummary>

const slo: BudgetColumn = {
  id: 'slo',
  identifies: true,
  header: 'SLO',
  cell: (budget) => <SloCell budget={budget} />,
  sortable: true,
  width: '206px',
}
const sli: BudgetColumn = {
  id: 'sli',
  identifies: true,
  header: 'SLI',
  cell: (budget) => budget.sliName,
  sortable: true,
  width: '92px',
}
const deployment: BudgetColumn = {
  id: 'deployment',
  identifies: true,
  header: 'Deployment',
  cell: (budget) => budget.deployment,
  sortable: true,
  width: '90px',
}
const state: BudgetColumn = {
  id: 'state',
  header: 'State',
  cell: (budget) => <StateBadge state={budget.budget.state} />,
  sortable: true,
  width: '104px',
}
const remaining: BudgetColumn = {
  id: 'remaining',
  header: 'Budget left',
  align: 'end',
  cell: ({ budget }) => <BudgetLeft {...budget} />,
  sortable: true,
  width: '132px',
}
const soFar: BudgetColumn = {
  id: 'so-far',
  header: 'So far',
  cell: (budget) => <PeriodSoFar budget={budget} />,
  width: '100px',
}
const earlier: BudgetColumn = {
  id: 'earlier',
  header: 'Last 3',
  cell: (budget) => <EarlierCell budget={budget} at={null} />,
  width: '60px',
}

/** I-01: one table of everything that is promised, closely set, so that a wide screen shows all of it. */
export const sloColumns: readonly BudgetColumn[] = [
  {
    id: 'service',
    header: 'Service',
    cell: (budget) => budget.service,
    isRowHeader: true,
    sortable: true,
    width: '112px',
  },
  { id: 'team', header: 'Team', cell: (budget) => budget.teamName, sortable: true, width: '74px' },
  { ...sli, width: '78px' },
  slo,
  { ...deployment, width: '74px' },
  { ...state, width: '92px' },
  { ...remaining, width: '116px' },
  { ...soFar, width: '92px' },
  { ...earlier, header: 'Adherence', width: '68px' },
  {
    id: 'burn-rate',
    header: 'Burning',
    align: 'end',
    cell: (budget) => <BurningCell budget={budget} />,
    sortable: true,
    width: '86px',
  },
]

/** The same rows grouped by their service: it is in the group's line, and so is its team. */
export const scopeColumns: readonly BudgetColumn[] = [
  // On a phone the first column must leave room for the others.
  { ...slo, isRowHeader: true, width: 'min(290px, 52vw)' },
  sli,
  deployment,
  earlier,
  state,
  remaining,
  soFar,
  {
    id: 'exhaustion',
    header: 'Outlook',
    align: 'end',
    cell: (budget) => <OutlookCell budget={budget} />,
    sortable: true,
    width: '110px',
  },
]

/** What leads to another list leads to the same hour of it. */
export function columnsAsOf(columns: readonly BudgetColumn[], at: string | null): readonly BudgetColumn[] {
  if (at === null) return columns
  return columns.map((column) =>
    column.id === earlier.id ? { ...column, cell: (budget) => <EarlierCell {...{ budget, at }} /> } : column,
  )
}
