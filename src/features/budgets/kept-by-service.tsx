import { useQuery } from '@tanstack/react-query'

import { hierarchyQueries } from '../../api/hierarchy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import type { BudgetScope } from './budgets-query.ts'
import styles from './explore.module.css'

type ServiceVerdicts = KeptBudgets['services'][number]

type KeptByServiceProps = Readonly<{
  scope: BudgetScope
  /** Those that the list above is narrowed to; empty for all. */
  chosen: readonly string[]
}>

/** Which services of a team kept all their budgets, period by period: this year's strip under the list. */
export function KeptByService({ scope, chosen }: KeptByServiceProps) {
  const isShown = ({ service }: ServiceVerdicts) => chosen.length === 0 || chosen.includes(service)
  const query = useQuery(
    hierarchyQueries.keptBudgets({
      window: 'current-year',
      ...(scope.team !== undefined && { team: scope.team }),
      ...(scope.deployment !== undefined && { deployment: scope.deployment }),
    }),
  )
  return (
    <section className={styles['below']}>
      <h2>All budgets of the service kept</h2>
      <QueryPanel title="Earlier verdicts" query={query}>
        {({ items, services }) => (
          <DataTable
            caption="All budgets of the service kept, by period"
            columns={columnsFor(items)}
            rows={services.filter(isShown).toSorted((a, b) => a.service.localeCompare(b.service))}
            rowKey={({ service }) => service}
            density="dense"
          />
        )}
      </QueryPanel>
    </section>
  )
}

function columnsFor(items: KeptBudgets['items']): readonly Column<ServiceVerdicts>[] {
  return [
    { id: 'service', header: 'Service', isRowHeader: true, cell: ({ service }) => service },
    ...items.map(({ period }, index) => ({
      id: period.id,
      header: period.name,
      cell: ({ brokenPeriods }: ServiceVerdicts) => (
        <Verdict isBroken={brokenPeriods[index] ?? null} isOpen={period.isOpen} />
      ),
    })),
    {
      id: 'kept',
      header: 'Kept',
      align: 'end',
      cell: ({ brokenPeriods }) => {
        const verdicts = brokenPeriods.filter(
          (broken, index) => broken !== null && !items[index]?.period.isOpen,
        )
        return (
          <>
            {verdicts.filter((broken) => !broken).length} <span className="muted">of {verdicts.length}</span>
          </>
        )
      },
    },
  ]
}

function Verdict({ isBroken, isOpen }: Readonly<{ isBroken: boolean | null; isOpen: boolean }>) {
  if (isBroken === null) return <Absent reason="No verdict in this period" />
  if (isOpen) {
    return isBroken ? (
      <StateGlyph state="exhausted" label="Exhausted already" />
    ) : (
      <StateGlyph state="open" label="Open, nothing exhausted yet" />
    )
  }
  return isBroken ? (
    <StateGlyph state="broken" label="Broken" />
  ) : (
    <StateGlyph state="fulfilled" label="Kept" />
  )
}
