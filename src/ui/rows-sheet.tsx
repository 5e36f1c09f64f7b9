import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

import { cellMarkdown } from './cell-markdown.ts'
import type { Column } from './data-table.tsx'
import { markdownTable } from './markdown.ts'
import styles from './rows-sheet.module.css'

type RowsSheetProps<Row> = Readonly<{
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Called once, with what was drawn. */
  onDrawn: (markdown: string) => void
}>

/** Rows as a table draws them, out of sight: what a cell says is known only once it is drawn. */
export function RowsSheet<Row>({ columns, rows, onDrawn }: RowsSheetProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const isDrawn = useRef(false)
  useLayoutEffect(() => {
    if (body.current === null || isDrawn.current) return
    isDrawn.current = true
    const drawn = [...body.current.rows].map(({ cells }) => [...cells].map(cellMarkdown))
    onDrawn(markdownTable(columns, drawn))
  }, [columns, onDrawn])
  return createPortal(
    <div className={styles['sheet']} inert aria-hidden="true">
      <table>
        <tbody ref={body}>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- one list, drawn once: its rows never move
            <tr key={at}>
              {columns.map(({ id, cell }) => (
                <td key={id}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
