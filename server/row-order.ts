import { compareAbsentLast } from '../src/domain/compare-absent-last.ts'
import type { Position } from './page.ts'

export type SortKey = string | number | null

/** `direction` as a column's own sort has it: the first minus of a term turns it. */
type SortTerm = Readonly<{ column: string; direction: 'ascending' | 'descending' }>

export type RowOrder<Row> = Readonly<{
  positionOf(row: Row): Position
  compare(a: Position, b: Position): number
}>

/** `keyOf` gives null for what is absent; ties are broken by id, so that every order is total and pages are stable. */
export function rowOrder<Row>(
  sort: string,
  keyOf: (column: string) => ((row: Row) => SortKey) | undefined,
  idOf: (row: Row) => string,
): RowOrder<Row> {
  const terms = sort.split(',').flatMap((text) => {
    const term = sortTerm(text)
    const key = keyOf(term.column)
    return key === undefined ? [] : [{ ...term, key }]
  })
  return {
    positionOf: (row) => [...terms.map(({ key }) => key(row)), idOf(row)],
    compare(a, b) {
      for (const [index, { direction }] of terms.entries()) {
        const order = compareAbsentLast(a[index] ?? null, b[index] ?? null, direction)
        if (order !== 0) return order
      }
      return compareAbsentLast(a[terms.length] ?? null, b[terms.length] ?? null)
    },
  }
}

/** The rows in the order, each position worked out once. */
export function inOrder<Row>(rows: readonly Row[], { positionOf, compare }: RowOrder<Row>): readonly Row[] {
  return rows
    .map((row) => ({ row, position: positionOf(row) }))
    .toSorted((a, b) => compare(a.position, b.position))
    .map(({ row }) => row)
}

function sortTerm(text: string): SortTerm {
  const column = text.replace(/^-/, '')
  return { column, direction: text === column ? 'ascending' : 'descending' }
}

/** The key of a column of a table of keys. */
export function keyIn<Row>(keys: Readonly<Record<string, (row: Row) => SortKey>>) {
  return (column: string) => (Object.hasOwn(keys, column) ? keys[column] : undefined)
}
