import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'

import { formatCount } from '../domain/format.ts'
import styles from './data-table.module.css'
import { TableHeader } from './table-header.tsx'
import type { TableSort } from './table-sort.ts'
import { ROW_MARK, useRowKeys } from './use-row-keys.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type Column<Row> = Readonly<{
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  isRowHeader?: boolean
  sortable?: boolean
  /** A CSS width. Where every column has one the layout is fixed, so that columns do not jump while scrolling. */
  width?: string
}>

type DataTableProps<Row> = Readonly<{
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: readonly TableSort[]
  onSort?: (column: string, isAdded: boolean) => void
  isSelected?: (row: Row) => boolean
  density?: 'normal' | 'dense'
  /** Rows of an earlier question, shown dimmed until the new ones are here. */
  isStale?: boolean
  /** Where rows come in pages: how many there are in all. */
  totalCount?: number
  /** The last row there is so far has come near: fetch more. */
  onEndNear?: () => void
  /** Stands after "Rows 1–25 of 157": how they are sorted, what marks mean. */
  footer?: ReactNode
}>

/** Above this many rows only those in sight are in the document. */
const WINDOWED_ABOVE = 100
const OVERSCAN = 12
const ROW_PX = 34

export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    sort = [],
    onSort,
    isSelected,
    density = 'normal',
    isStale = false,
  } = props
  const { totalCount = rows.length, onEndNear, footer } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isWindowed = totalCount > WINDOWED_ABOVE
  const { items, before, after, first, last } = useRowWindow(scroller, rows.length, isWindowed, onEndNear)
  useRowKeys(scroller)

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
            {items.map((index) => {
              const row = rows[index]
              if (row === undefined) return null
              return (
                <tr
                  key={rowKey(row)}
                  {...ROW_MARK}
                  className={isSelected?.(row) ? styles['selected'] : undefined}
                  aria-rowindex={isWindowed ? index + 2 : undefined}
                >
                  {columns.map((column) => (
                    <Cell key={column.id} column={column} row={row} />
                  ))}
                </tr>
              )
            })}
            <Spacer height={after} columns={columns.length} />
          </tbody>
        </table>
      </div>
      {(footer !== undefined || isWindowed) && (
        <p className={styles['footer']}>
          <span>
            {rows.length === 0
              ? 'No rows'
              : `Rows ${formatCount(first)}–${formatCount(last)} of ${formatCount(totalCount)}`}
          </span>
          {footer !== undefined && <span>{footer}</span>}
        </p>
      )}
    </div>
  )
}

function Cell<Row>({ column, row }: Readonly<{ column: Column<Row>; row: Row }>) {
  const className = column.align === 'end' ? styles['end'] : undefined
  const content = column.cell(row)
  if (!column.isRowHeader) return <td className={className}>{content}</td>
  return (
    <th scope="row" className={className}>
      {content}
    </th>
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

/** Which rows are drawn, how much room the others take, and which are in sight (counted from 1). */
function useRowWindow(
  scroller: React.RefObject<HTMLDivElement | null>,
  count: number,
  isWindowed: boolean,
  onEndNear: (() => void) | undefined,
) {
  const virtualizer = useVirtualizer({
    count,
    enabled: isWindowed,
    getScrollElement: () => scroller.current,
    // Rows have one height, set by the token: a finger needs more than a pointer.
    estimateSize: () => rowHeight(scroller.current),
    overscan: OVERSCAN,
  })
  const drawn = virtualizer.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? -1
  const isEndNear = isWindowed && count > 0 && lastDrawn >= count - OVERSCAN

  useEffect(() => {
    if (isEndNear) onEndNear?.()
    // Asked again whenever rows have come and the end is still near.
  }, [isEndNear, count, onEndNear])

  if (!isWindowed) {
    return {
      items: Array.from({ length: count }, (_, index) => index),
      before: 0,
      after: 0,
      first: 1,
      last: count,
    }
  }
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
  return {
    items: drawn.map(({ index }) => index),
    before: drawn[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    first: startIndex + 1,
    // The header lies over the height of one row.
    last: Math.max(startIndex + 1, Math.min(count, endIndex)),
  }
}

function rowHeight(element: HTMLElement | null): number {
  if (!element) return ROW_PX
  const token = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row'))
  return Number.isFinite(token) ? token : ROW_PX
}
