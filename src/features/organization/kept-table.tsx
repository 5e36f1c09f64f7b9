import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { formatDays } from '../../ui/time-format.ts'
import { sharePercent } from './share-percent.ts'

type KeptPeriod = KeptBudgets['items'][number]

const columns: readonly Column<KeptPeriod>[] = [
  { id: 'period', header: 'Period', cell: ({ period }) => period.name, isRowHeader: true },
  {
    id: 'days',
    header: 'Days, UTC',
    cell: ({ period }) => formatDays(Date.parse(period.start), Date.parse(period.end), 'UTC'),
  },
  { id: 'kept', header: 'Kept every budget', align: 'end', cell: ({ kept }) => kept },
  { id: 'broke', header: 'Broke at least one', align: 'end', cell: ({ kept, counted }) => counted - kept },
  { id: 'counted', header: 'Services counted', align: 'end', cell: ({ counted }) => counted },
  {
    id: 'share',
    header: 'Share',
    align: 'end',
    cell: ({ share, period }) =>
      share === null ? (
        <Absent reason="No service had a verdict" />
      ) : period.isOpen ? (
        <StateBadge state="open">open</StateBadge>
      ) : (
        <Figure value={sharePercent(share)} unit="%" />
      ),
  },
]

/** The bricks as figures. */
export function KeptTable({ items }: Pick<KeptBudgets, 'items'>) {
  return (
    <DataTable
      caption="Services that kept every budget, by period"
      columns={columns}
      rows={items}
      rowKey={({ period }) => period.id}
      density="dense"
    />
  )
}
