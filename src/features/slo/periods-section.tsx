import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatCount, formatDuration, formatGrant, formatSpeed } from '../../domain/format.ts'
import { isUnmeasured } from '../../domain/state.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import { Section } from '../../ui/section.tsx'

type Row = BudgetHistory['periods'][number]

const noBudget = <Absent reason="A target of 100 % has no budget" />
const unmeasured = <Absent reason="Nothing was measured" />

const columns: readonly Column<Row>[] = [
  { id: 'period', header: 'Period', isRowHeader: true, cell: ({ budget }) => budget.period.name },
  {
    id: 'state',
    header: 'Result',
    cell: ({ budget }) => (
      <>
        <StateBadge state={budget.state} />
        {budget.restatedAt !== undefined && (
          <span className="muted">
            {' '}
            restated <Time at={budget.restatedAt} form="date" />
          </span>
        )}
      </>
    ),
  },
  {
    id: 'remaining',
    header: 'Budget left',
    align: 'end',
    cell: ({ budget }) =>
      budget.remaining === null ? (
        noBudget
      ) : isUnmeasured(budget) ? (
        unmeasured
      ) : (
        <>
          {budget.period.isOpen && <StateGlyph state="open" label="Estimate" />}{' '}
          <Percent ratio={budget.remaining} />
        </>
      ),
  },
  {
    id: 'raw',
    header: 'Uncorrected',
    align: 'end',
    cell: ({ budget }) =>
      budget.rawRemaining === null ? (
        noBudget
      ) : budget.isCorrected ? (
        <Percent ratio={budget.rawRemaining} />
      ) : (
        <Absent reason="Nothing was corrected" />
      ),
  },
  {
    id: 'grant',
    header: 'Granted',
    align: 'end',
    cell: ({ budget }) =>
      budget.remaining === null ? (
        noBudget
      ) : isUnmeasured(budget) ? (
        unmeasured
      ) : (
        <>
          {budget.period.isOpen && budget.grant >= 0.1 && '~'}
          {formatGrant(budget.grant)}
        </>
      ),
  },
  {
    id: 'bad',
    header: 'Bad events',
    align: 'end',
    cell: ({ budget }) => (isUnmeasured(budget) ? unmeasured : formatCount(budget.bad)),
  },
  {
    id: 'exhausted-at',
    header: 'Exhausted',
    cell: ({ budget }) =>
      budget.exhaustedAt === null ? (
        <Absent reason="Not exhausted" />
      ) : (
        <>
          <Time at={budget.exhaustedAt} form="date-time" />
          {budget.timeToExhaustionHours !== null && (
            <span className="muted"> after {formatDuration(budget.timeToExhaustionHours)}</span>
          )}
        </>
      ),
  },
  {
    id: 'average-speed',
    header: 'Average speed',
    align: 'end',
    cell: ({ averageSpeed }) => <Speed speed={averageSpeed} />,
  },
  {
    id: 'highest-speed',
    header: 'Highest speed',
    align: 'end',
    cell: ({ highestSpeed }) => <Speed speed={highestSpeed} />,
  },
]

/** Where nothing was corrected there is nothing to compare with. */
const uncorrectedColumns = columns.filter(({ id }) => id !== 'raw')

function Speed({ speed }: Readonly<{ speed: number | null }>) {
  if (speed === null) return <Absent reason="No depletion episode" />
  return <Figure value={formatSpeed(speed)} unit="%/h" />
}

/** What each period that is shown was granted, what it left, and how fast it went; newest first. */
export function PeriodsSection({ history }: Readonly<{ history: BudgetHistory }>) {
  if (history.periods.length === 0) return null
  const isCorrected = history.periods.some(({ budget }) => budget.isCorrected)
  return (
    <Section title="Periods" note="Granted and bad are counted in events">
      <DataTable
        caption="Periods"
        columns={isCorrected ? columns : uncorrectedColumns}
        rows={history.periods.toReversed()}
        rowKey={({ budget }) => budget.period.id}
        density="dense"
      />
    </Section>
  )
}
