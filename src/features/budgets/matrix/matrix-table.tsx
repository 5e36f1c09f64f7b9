import { memo, useRef } from 'react'

import type { Matrix, MatrixRow } from '../../../contract/hierarchy.ts'
import type { MatrixGroup } from '../../../contract/names.ts'
import { formatCount } from '../../../domain/format.ts'
import { useEndNear } from '../../../ui/use-end-near.ts'
import { gridCell, useGridKeys, type GridPlace } from '../../../ui/use-grid-keys.ts'
import { ROW_MARK, useRowKeys } from '../../../ui/use-row-keys.ts'
import { SPARE_ROWS, useRowWindow } from '../../../ui/use-row-window.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { looksBelow } from '../../../url/explore-view.ts'
import { paths } from '../../../url/paths.ts'
import { MatrixCell } from './matrix-cell.tsx'
import { ColumnHead, RowHead } from './matrix-heads.tsx'
import type { MatrixPlace } from './matrix-links.ts'
import styles from './matrix.module.css'

type MatrixTableProps = Readonly<{
  caption: string
  columns: Matrix['columns']
  rows: readonly MatrixRow[]
  totalCount: number
  group: MatrixGroup | null
  matrix: MatrixPlace
  onEndNear: () => void
  /** Stands after "Rows 1–25 of 157". */
  footer: string
}>

/** Above this many rows only those in sight are in the document. */
const WINDOWED_ABOVE = 60

const rowKinds = { team: 'Team', service: 'Service', sli: 'SLI', slo: 'SLO' } as const

/** Any level of the hierarchy by any other, as a grid of the ARIA kind: one stop of the Tab key, arrows between cells. */
export function MatrixTable(props: MatrixTableProps) {
  const { caption, columns, rows, totalCount, group, matrix, onEndNear, footer } = props
  const scroller = useRef<HTMLDivElement>(null)
  const entries = entriesOf(rows, group)
  const isWindowed = totalCount > WINDOWED_ABOVE
  const seen = useRowWindow({ scroller, count: entries.length, density: 'normal', isWindowed })
  const shown = entries.slice(seen.start, seen.end)
  useEndNear(!isWindowed || seen.end >= entries.length - SPARE_ROWS, entries.length, onEndNear)
  useRowKeys(scroller)
  const { stop, gridProps } = useGridKeys({
    grid: scroller,
    rows: rows.length + 1,
    columns: columns.length + 1,
    reveal: (row) => reveal(scroller.current, entries, row),
  })
  const held = stopAmong(stop, shown, columns.length)

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        className={isWindowed ? `${styles['scroller']} ${styles['windowed']}` : styles['scroller']}
      >
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- cells that take the focus make a grid; the rule knows tables that are only read
          role="grid"
          className={styles['matrix']}
          aria-rowcount={totalCount + 1}
          aria-colcount={columns.length + 1}
          {...gridProps}
        >
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">
                <span {...gridCell({ row: 0, column: 0 }, held)}>{rowKinds[matrix.rows]}</span>
              </th>
              {columns.map((column, at) => (
                <ColumnHead
                  key={column.slug}
                  column={column}
                  place={{ row: 0, column: at + 1 }}
                  stop={held}
                  matrix={matrix}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={seen.before} columns={columns.length + 1} />
            {shown.map((entry) =>
              entry.kind === 'group' ? (
                <GroupLine
                  key={`group ${entry.name}`}
                  entry={entry}
                  columns={columns.length + 1}
                  matrix={matrix}
                />
              ) : (
                <Row
                  key={entry.row.key}
                  row={entry.row}
                  place={entry.place}
                  columns={columns}
                  stop={held.row === entry.place ? held : null}
                  matrix={matrix}
                />
              ),
            )}
            <Spacer height={seen.after} columns={columns.length + 1} />
          </tbody>
        </table>
      </div>
      <p className={styles['footer']}>
        <span>
          Rows {formatCount(placeAt(entries, seen.firstSeen))}–{formatCount(placeAt(entries, seen.lastSeen))}{' '}
          of {formatCount(totalCount)}
        </span>
        <span>{footer}</span>
        <span className={styles['keys']}>
          <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> move between cells, <kbd>Enter</kbd> opens one
        </span>
      </p>
    </div>
  )
}

type Entry =
  | Readonly<{ kind: 'group'; name: string; first: MatrixRow; count: number }>
  | Readonly<{ kind: 'row'; row: MatrixRow; /** From 1. */ place: number }>

function groupName(row: MatrixRow, group: MatrixGroup | null): string | null {
  if (group === null) return null
  return group === 'service' ? row.service : row.sliName
}

function entriesOf(rows: readonly MatrixRow[], group: MatrixGroup | null): readonly Entry[] {
  return rows.flatMap((row, at): readonly Entry[] => {
    const entry = { kind: 'row', row, place: at + 1 } as const
    const name = groupName(row, group)
    const before = rows[at - 1]
    if (name === null || (before !== undefined && groupName(before, group) === name)) return [entry]
    const count = rows.slice(at).findIndex((later) => groupName(later, group) !== name)
    return [{ kind: 'group', name, first: row, count: count === -1 ? rows.length - at : count }, entry]
  })
}

function placeAt(entries: readonly Entry[], index: number): number {
  const entry = entries.slice(index, index + 2).find(({ kind }) => kind === 'row')
  return entry?.kind === 'row' ? entry.place : 0
}

/** The Tab key must find a stop, wherever the table is scrolled to and however many rows are left. */
function stopAmong(stop: GridPlace, shown: readonly Entry[], columns: number): GridPlace {
  const column = Math.min(stop.column, columns)
  const places = shown.flatMap((entry) => (entry.kind === 'row' ? [entry.place] : []))
  if (stop.row === 0 || places.includes(stop.row)) return { row: stop.row, column }
  return { row: places[0] ?? 0, column }
}

/** Rows have one height: a row that is not drawn yet is scrolled to by its place. */
function reveal(scroller: HTMLElement | null, entries: readonly Entry[], row: number) {
  const index = entries.findIndex((entry) => entry.kind === 'row' && entry.place === row)
  const drawn = scroller?.querySelector<HTMLElement>('[data-row]')
  if (!scroller || !drawn || index < 0) return
  const top = index * drawn.offsetHeight
  const isAbove = top < scroller.scrollTop
  const isBelow = top > scroller.scrollTop + scroller.clientHeight - 3 * drawn.offsetHeight
  if (isAbove || isBelow)
    scroller.scrollTop = isAbove ? top : top - scroller.clientHeight + 4 * drawn.offsetHeight
}

type RowProps = Readonly<{
  row: MatrixRow
  place: number
  columns: Matrix['columns']
  /** Null where the focus is in another row. */
  stop: GridPlace | null
  matrix: MatrixPlace
}>

const ELSEWHERE: GridPlace = { row: -1, column: -1 }

// An arrow moves the focus from row to row: the hundred cells of the others must not be drawn anew for it.
const Row = memo(function Row({ row, place, columns, stop, matrix }: RowProps) {
  return (
    <tr {...ROW_MARK} aria-rowindex={place + 1}>
      <RowHead row={row} place={{ row: place, column: 0 }} stop={stop ?? ELSEWHERE} matrix={matrix} />
      {columns.map((column, at) => (
        <MatrixCell
          key={column.slug}
          cell={row.cells[at] ?? null}
          row={row}
          column={column}
          place={{ row: place, column: at + 1 }}
          stop={stop ?? ELSEWHERE}
          matrix={matrix}
        />
      ))}
    </tr>
  )
})

type GroupLineProps = Readonly<{ entry: Entry & { kind: 'group' }; columns: number; matrix: MatrixPlace }>

function GroupLine({ entry: { name, first, count }, columns, matrix: { scope, view } }: GroupLineProps) {
  const isService = first.service === name
  const below = isService
    ? { service: name, ...(first.team !== null && { team: first.team }) }
    : { sli: first.sli ?? name }
  return (
    <tr className={styles['group']}>
      <th scope="rowgroup" colSpan={columns}>
        <span>
          <CellLink tabIndex={-1} {...paths.explore({ ...scope, ...below }, looksBelow(view))}>
            {name}
          </CellLink>
          <span className={styles['minor']}>
            {isService && scope.team === undefined && `${first.teamName ?? ''}, `}
            {count} {count === 1 ? 'SLO' : 'SLOs'}
          </span>
        </span>
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
