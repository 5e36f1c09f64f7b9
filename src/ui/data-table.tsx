import { memo, use, useMemo, useRef, useState, type ReactNode } from 'react'

import { formatCount } from '../domain/format.ts'
import styles from './data-table.module.css'
import { DensityContext, densityOf } from './density.ts'
import { TableFooter } from './table-footer.tsx'
import { TableHeader } from './table-header.tsx'
import type { TableSort } from './table-sort.ts'
import { useEndNear } from './use-end-near.ts'
import { ROW_MARK, useRowKeys } from './use-row-keys.ts'
import { SPARE_ROWS, useRowWindow } from './use-row-window.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type Column<Row> = Readonly<{
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  isRowHeader?: boolean
  /** Without it one row is like another: it cannot be hidden, no more than the row's header. */
  identifies?: boolean
  /** Hidden until it is asked for. */
  isExtra?: boolean
  sortable?: boolean
  /** A CSS width. Where every column has one the layout is fixed, so that columns do not jump while scrolling. */
  width?: string
}>

/** Rows that belong together stand under a line of their own. Rows of a group must follow one another. */
export type RowGroup = Readonly<{ key: string; label: ReactNode }>

type DataTableProps<Row> = Readonly<{
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: readonly TableSort[]
  onSort?: (column: string, isAdded: boolean) => void
  /** With it, rows are also sorted by a menu: by any of these columns, or of those shown. */
  onSortChange?: (sort: readonly TableSort[]) => void
  sortColumns?: readonly Column<Row>[]
  isSelected?: (row: Row) => boolean
  groupOf?: (row: Row) => RowGroup
  /** Beside or below another table: a step closer than the viewer's rows. Two lines in each cell: as tall as those need. */
  density?: 'dense' | 'two-lines'
  /** A dozen columns of figures: heads in two lines where they need them, and everything closer. */
  isNarrow?: boolean
  /** Rows of an earlier question, shown dimmed until the new ones are here. */
  isStale?: boolean
  /** Where rows come in pages: how many there are in all. */
  totalCount?: number
  /** The last row there is so far has come near: fetch more. */
  onEndNear?: () => void
  /** Stands after "Rows 1–25 of 157": how they are sorted, what marks mean. */
  footer?: ReactNode
  /** Up to when the data reach that the rows show. */
  asOf?: string
}>

/** Above this many rows only those in sight are in the document. */
const WINDOWED_ABOVE = 100
/** So many at its head tell one list from another. */
const TELLING_ROWS = 20

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, rows, rowKey, sort = [], onSort, isSelected, groupOf, isStale = false } = props
  const { totalCount = rows.length, onEndNear, onSortChange, footer, asOf } = props
  const columns = useSame(props.columns)
  const { sortColumns = columns } = props
  const density = densityOf(use(DensityContext), props.density)
  const scroller = useRef<HTMLDivElement>(null)
  const isWindowed = totalCount > WINDOWED_ABOVE
  // Measured: with thousands of rows this is a tenth of what a scrolled row costs, and scrolling changes none of them.
  const entries = useMemo(() => entriesOf(rows, groupOf), [rows, groupOf])
  const { start, end, before, after, firstSeen, lastSeen, span } = useRowWindow({
    scroller,
    count: entries.length,
    density,
    isWindowed,
    list: rows.slice(0, TELLING_ROWS).map(rowKey).join(),
    widths: columns.map(({ width }) => width),
  })
  // Without a window every row is drawn, and what is not here yet is missing on the page.
  useEndNear(entries.length > 0 && end >= entries.length - SPARE_ROWS, entries.length, onEndNear)
  useRowKeys(scroller)

  // As figures, so that rows are drawn anew only where these are others.
  const { from, to } = span ?? { from: 1, to: columns.length }
  const isFixed = columns.every((column) => column.width !== undefined)
  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        // A region that scrolls must be reachable by keyboard.
        tabIndex={0}
        role="region"
        aria-label={caption}
        aria-busy={isStale}
        className={isWindowed ? `${styles['scroller']} ${styles['windowed']}` : styles['scroller']}
      >
        <table
          className={[
            styles['table'],
            styles[density],
            isFixed && styles['fixed'],
            props.isNarrow && styles['narrow'],
            isStale && styles['stale'],
          ]
            .filter(Boolean)
            .join(' ')}
          aria-rowcount={isWindowed ? totalCount + 1 : undefined}
        >
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          {isFixed && (
            <colgroup>
              {columns.map((column) => (
                <col key={column.id} style={{ width: column.width }} />
              ))}
            </colgroup>
          )}
          <TableHeader columns={columns} sort={sort} onSort={onSort} />
          <tbody>
            <Spacer height={before} columns={columns.length} />
            {entries.slice(start, end).map((entry, index) => {
              if (entry.kind === 'group') {
                return (
                  <GroupLine key={`group ${entry.group.key}`} group={entry.group} columns={columns.length} />
                )
              }
              return (
                <TableRow
                  key={rowKey(entry.row)}
                  columns={columns}
                  row={entry.row}
                  isSelected={isSelected?.(entry.row) ?? false}
                  rowIndex={isWindowed ? start + index + 2 : undefined}
                  from={from}
                  to={to}
                />
              )
            })}
            <Spacer height={after} columns={columns.length} />
          </tbody>
        </table>
      </div>
      {(footer !== undefined || isWindowed) && (
        <TableFooter
          rows={
            rows.length === 0
              ? 'No rows'
              : `Rows ${formatCount(placeAt(entries, firstSeen))}–${formatCount(placeAt(entries, lastSeen))} of ${formatCount(totalCount)}`
          }
          asOf={asOf}
          sorting={
            onSortChange && {
              columns: sortColumns.filter(({ sortable }) => sortable),
              sort,
              onChange: onSortChange,
            }
          }
        >
          {footer}
        </TableFooter>
      )}
    </div>
  )
}

type TableRowProps<Row> = Readonly<{
  columns: readonly Column<Row>[]
  row: Row
  isSelected: boolean
  rowIndex: number | undefined
  /** A row that is new is drawn with the first column and these, up to, not including, the last. */
  from: number
  to: number
}>

function PlainRow<Row>({ columns, row, isSelected, rowIndex, ...span }: TableRowProps<Row>) {
  // A row that was whole stays so: who has the focus in it, or reads it, loses nothing.
  const isAll = span.from <= 1 && span.to >= columns.length
  const [isWhole, setWhole] = useState(isAll)
  if (isAll && !isWhole) setWhole(true)
  const { from, to } = isWhole ? { from: 1, to: columns.length } : span
  return (
    <tr {...ROW_MARK} className={isSelected ? styles['selected'] : undefined} aria-rowindex={rowIndex}>
      {columns.slice(0, 1).map((column) => cellOf(column, row))}
      {from > 1 && <td colSpan={from - 1} />}
      {columns.slice(from, to).map((column) => cellOf(column, row))}
      {to < columns.length && <td colSpan={columns.length - to} />}
    </tr>
  )
}

function cellOf<Row>({ id, align, isRowHeader, cell }: Column<Row>, row: Row) {
  const className = align === 'end' ? styles['end'] : undefined
  return isRowHeader ? (
    <th key={id} scope="row" className={className}>
      {cell(row)}
    </th>
  ) : (
    <td key={id} className={className}>
      {cell(row)}
    </td>
  )
}

// Measured: a sort marks the list stale before its rows change, and drawing forty rows of links and lines twice is what
// a click then waits for. The assertion only keeps the type parameter that memo's own type forgets.
const TableRow = memo(PlainRow) as typeof PlainRow

/** Columns that are made anew whenever the page is, but are the same: what was drawn of them need not be drawn again. */
function useSame<Item>(items: readonly Item[]): readonly Item[] {
  const [kept, setKept] = useState(items)
  const isSame = items.length === kept.length && items.every((item, at) => item === kept[at])
  if (!isSame) setKept(items)
  return isSame ? kept : items
}

type Entry<Row> =
  | Readonly<{ kind: 'group'; group: RowGroup }>
  | Readonly<{ kind: 'row'; row: Row; place: number }>

/** Rows with the lines of their groups between them; `place` counts the rows alone, from 1. */
function entriesOf<Row>(
  rows: readonly Row[],
  groupOf: ((row: Row) => RowGroup) | undefined,
): readonly Entry<Row>[] {
  let open: string | undefined
  return rows.flatMap((row, index): readonly Entry<Row>[] => {
    const entry = { kind: 'row', row, place: index + 1 } as const
    const group = groupOf?.(row)
    if (group === undefined || group.key === open) return [entry]
    open = group.key
    return [{ kind: 'group', group }, entry]
  })
}

function GroupLine({ group, columns }: Readonly<{ group: RowGroup; columns: number }>) {
  return (
    <tr className={styles['group']}>
      <th scope="rowgroup" colSpan={columns}>
        {group.label}
      </th>
    </tr>
  )
}

function Spacer({ height, columns }: Readonly<{ height: number; columns: number }>) {
  if (height <= 0) return null
  return (
    <tr className={styles['spacer']} aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

/** The place of the row at this entry, or of the one under this group line. */
function placeAt<Row>(entries: readonly Entry<Row>[], index: number): number {
  const entry = entries.slice(index, index + 2).find(({ kind }) => kind === 'row')
  return entry?.kind === 'row' ? entry.place : 0
}
