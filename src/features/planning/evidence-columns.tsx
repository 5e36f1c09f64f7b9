import type { BudgetSummary } from '../../contract/budget.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Percent } from '../../ui/percent.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import type { Evidence } from './evidence.ts'
import styles from './planning.module.css'

type Names = Readonly<{ team: (slug: string) => string; lastPeriod: string; openPeriod: string }>

export function evidenceColumns({ team, lastPeriod, openPeriod }: Names): readonly Column<Evidence>[] {
  return [
    {
      id: 'service',
      header: 'Service',
      isRowHeader: true,
      width: '150px',
      cell: (row) => (
        <CellLink className={styles['name']} {...paths.explore({ team: row.team, service: row.service })}>
          {row.service}
        </CellLink>
      ),
    },
    { id: 'team', header: 'Team', width: '100px', cell: (row) => team(row.team) },
    {
      id: 'leaning',
      header: 'The data lean to',
      width: '130px',
      cell: ({ leaning }) => (
        <span className={leaning === 'features' ? styles['features'] : styles['leaning']}>{leaning}</span>
      ),
    },
    { id: 'verdicts', header: 'Last 3 periods', width: '110px', cell: (row) => <Verdicts row={row} /> },
    {
      id: 'broken',
      header: `Worst budget of ${lastPeriod}`,
      width: '330px',
      cell: ({ brokenBudgets }) => (
        <WorstBudget budgets={brokenBudgets} reason={`No budget was broken in ${lastPeriod}`} />
      ),
    },
    {
      id: 'exhausted',
      header: `Exhausted in ${openPeriod}`,
      width: '330px',
      cell: ({ exhaustedBudgets }) => (
        <WorstBudget budgets={exhaustedBudgets} reason={`No budget is exhausted in ${openPeriod}`} />
      ),
    },
  ]
}

function Verdicts({ row: { verdicts } }: Readonly<{ row: Evidence }>) {
  return (
    <span className={styles['verdicts']}>
      {verdicts.map(({ periodId, name, isBroken }) =>
        isBroken === null ? (
          <Absent key={periodId} reason={`${name}: no verdict`} />
        ) : (
          <StateGlyph
            key={periodId}
            state={isBroken ? 'broken' : 'fulfilled'}
            label={`${name}: ${isBroken ? 'broke a budget' : 'kept every budget'}`}
          />
        ),
      )}
    </span>
  )
}

function WorstBudget({ budgets, reason }: Readonly<{ budgets: readonly BudgetSummary[]; reason: string }>) {
  const [worst, ...others] = budgets
  if (!worst) return <Absent reason={reason} />
  return (
    <>
      {worst.budget.remaining !== null && <Percent ratio={worst.budget.remaining} />}{' '}
      <CellLink className={styles['name']} {...paths.slo(worst)}>
        <EndpointName {...worst.endpoint} /> {worst.sliName}
      </CellLink>{' '}
      <span className="muted">
        {worst.deployment}
        {others.length > 0 && ` and ${others.length} more`}
      </span>
    </>
  )
}
