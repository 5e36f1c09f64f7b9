import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'

export type TrendRow = Readonly<{
  id: string
  name: string
  value: string | null
  reason: string
  more: string
}>

type TrendTableProps = Readonly<{
  caption: string
  valueHeader: string
  moreHeader: string
  rows: readonly TrendRow[]
}>

/** The same graph as figures. */
export function TrendTable({ caption, valueHeader, moreHeader, rows }: TrendTableProps) {
  const columns: readonly Column<TrendRow>[] = [
    { id: 'period', header: 'Period', cell: ({ name }) => name, isRowHeader: true },
    {
      id: 'value',
      header: valueHeader,
      align: 'end',
      cell: ({ value, reason }) => value ?? <Absent reason={reason} />,
    },
    { id: 'more', header: moreHeader, align: 'end', cell: ({ more }) => more },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} density="dense" />
}
