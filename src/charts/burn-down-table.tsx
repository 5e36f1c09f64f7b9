import type { Scale } from '../domain/budget-series.ts'
import { formatCount } from '../domain/format.ts'
import { Absent } from '../ui/absent.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Percent } from '../ui/percent.tsx'
import type { BurnDownModel } from './burn-down-model.ts'
import type { BurnDownPoint } from './burn-down-points.ts'
import { pointWords, type PointWords } from './point-words.ts'

type BurnDownTableProps = Readonly<{ caption: string; model: BurnDownModel; scale: Scale; timeZone: string }>

type Row = Readonly<{ point: BurnDownPoint; words: PointWords }>

const columns: readonly Column<Row>[] = [
  { id: 'time', header: 'Time', isRowHeader: true, width: '210px', cell: ({ words }) => words.time },
  {
    id: 'period',
    header: 'Period',
    width: '64px',
    cell: ({ point }) => point.periodName ?? <Absent reason="The sliding view knows no periods" />,
  },
  { id: 'good', header: 'Good', align: 'end', width: '110px', cell: ({ point }) => formatCount(point.good) },
  {
    id: 'total',
    header: 'Total',
    align: 'end',
    width: '110px',
    cell: ({ point }) => formatCount(point.total),
  },
  {
    id: 'remaining',
    header: 'Budget left',
    align: 'end',
    width: '90px',
    cell: ({ point }) =>
      point.remaining === null ? (
        <Absent reason="A target of 100 % has no budget" />
      ) : (
        <Percent ratio={point.remaining} />
      ),
  },
  {
    id: 'change',
    header: 'Change',
    align: 'end',
    width: '110px',
    cell: ({ words }) => words.change ?? <Absent reason="No point before it to compare with" />,
  },
  {
    id: 'burn-rate',
    header: 'Burn rate',
    align: 'end',
    width: '84px',
    cell: ({ words }) => words.burnRate ?? <Absent reason="No events, or no budget to burn" />,
  },
  { id: 'events', header: 'Events', width: '260px', cell: ({ words }) => words.events.join(', ') },
]

/** A month is not what a budget is granted for, and the column says so. */
const monthColumns = columns.map((column) =>
  column.id === 'remaining'
    ? { ...column, header: 'Budget left (calendar month, not the granted period)', width: '330px' }
    : column,
)

export function BurnDownTable({ caption, model, scale, timeZone }: BurnDownTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={scale === 'month' ? monthColumns : columns}
      rows={model.points.map((point) => ({ point, words: pointWords(model, point, timeZone) }))}
      rowKey={({ point }) => `${point.periodName} ${point.fromHour}`}
      density="dense"
    />
  )
}
