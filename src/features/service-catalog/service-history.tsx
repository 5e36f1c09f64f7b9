import type { CatalogService } from '../../contract/service-catalog.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import type { MarkedState } from '../../ui/state-words.ts'

type Row = Readonly<{ name: string; cells: CatalogService['history'] }>

/** How many of its SLOs and of its SLAs broke their budgets, by period. */
export function ServiceHistory({ detail: { history, slaHistory } }: Readonly<{ detail: CatalogService }>) {
  const rows: readonly Row[] = [
    { name: 'SLOs', cells: history },
    ...(slaHistory.length === 0 ? [] : [{ name: 'SLAs', cells: slaHistory }]),
  ]
  const columns: readonly Column<Row>[] = [
    { id: 'what', header: 'Of its', isRowHeader: true, width: '52px', cell: ({ name }) => name },
    ...history.map(({ period }): Column<Row> => ({
      id: period.id,
      header: `${period.name}${yearMark(period.id, history.at(-1)?.period.id)}`,
      align: 'end',
      width: '54px',
      cell: ({ name, cells }) => <Cell name={name} cell={cells.find((one) => one.period.id === period.id)} />,
    })),
  ]
  return (
    <DataTable
      caption="Kept and broken, by period"
      density="dense"
      isNarrow
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      footer="Counted in each production deployment: how many broke their budgets, of those with traffic and data. The last period is open."
    />
  )
}

/** Of another year than the last one shown, which has periods of the same name. */
function yearMark(id: string, lastId: string | undefined): string {
  const [year, lastYear] = [id.slice(0, 4), lastId?.slice(0, 4)]
  return year === lastYear ? '' : ` ’${year.slice(2)}`
}

function markOf(isBroken: boolean, isOpen: boolean): MarkedState {
  if (isOpen) return isBroken ? 'exhausted' : 'open'
  return isBroken ? 'broken' : 'fulfilled'
}

type CellProps = Readonly<{ name: string; cell: Row['cells'][number] | undefined }>

function Cell({ name, cell }: CellProps) {
  if (cell === undefined || cell.within + cell.broke + cell.silent === 0)
    return <Absent reason={`There were no ${name} then`} />
  const { within, broke, silent, period } = cell
  const counted = within + broke
  if (counted === 0) return <Absent reason={`${silent} ${name} without traffic or data`} />
  const words = `${period.name}: ${broke} of ${counted} ${name} broke their budgets${silent > 0 ? `, ${silent} without traffic or data` : ''}`
  return (
    <span title={words}>
      <StateGlyph state={markOf(broke > 0, period.isOpen)} label={words} /> {broke > 0 && broke}
    </span>
  )
}
