import type { ReactNode } from 'react'

import { PlainTable, figureCell } from '../plain-table.tsx'

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
  return (
    <PlainTable
      look="rows"
      name={caption}
      heads={columns.map(({ header }) => header)}
      isFigure={(head) => columns.some(({ header, isFigure = false }) => header === head && isFigure)}
    >
      {rows.map((row) => (
        <tr key={rowKey(row)}>
          <th scope="row">{name.cell(row)}</th>
          {others.map(({ header, isFigure = false, cell }) => (
            <td key={header} className={isFigure ? figureCell : undefined}>
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  )
}
