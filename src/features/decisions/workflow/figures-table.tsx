import type { ReactNode } from 'react'

import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './workflow.module.css'

export type FigureColumn<Row> = Readonly<{
  header: string
  /** Figures stand at the end of their column, words at its start. */
  isFigure?: boolean
  cell: (row: Row) => ReactNode
}>

/** The first one names the row. */
export type FigureColumns<Row> = readonly [FigureColumn<Row>, ...FigureColumn<Row>[]]

type FiguresTableProps<Row> = Readonly<{
  caption: string
  columns: FigureColumns<Row>
  rows: readonly Row[]
  rowKey: (row: Row) => string
}>

/** The few figures of one question. What is long, is sorted or is filtered has a page of its own. */
export function FiguresTable<Row>({ caption, columns, rows, rowKey }: FiguresTableProps<Row>) {
  const [name, ...others] = columns
  const alignment = ({ isFigure = false }: FigureColumn<Row>) => (isFigure ? styles['figure'] : undefined)
  return (
    <div className={styles['scroller']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" className={alignment(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{name.cell(row)}</th>
              {others.map((column) => (
                <td key={column.header} className={alignment(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
