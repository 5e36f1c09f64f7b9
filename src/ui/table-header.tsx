import type { KeyboardEvent } from 'react'

import styles from './data-table.module.css'
import type { Column } from './data-table.tsx'
import { Icon } from './icon.tsx'
import type { TableSort } from './table-sort.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type TableHeaderProps<Row> = Readonly<{
  columns: readonly Column<Row>[]
  sort: readonly TableSort[]
  onSort: ((column: string, isAdded: boolean) => void) | undefined
}>

export function TableHeader<Row>({ columns, sort, onSort }: TableHeaderProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const rank = sort.findIndex((one) => one.column === column.id)
          const current = sort[rank]
          const direction = current?.descending ? 'descending' : 'ascending'
          return (
            <th
              key={column.id}
              scope="col"
              className={column.align === 'end' ? styles['end'] : undefined}
              // Only one header may carry it; the ranks of the others are in their names.
              aria-sort={rank === 0 ? direction : undefined}
            >
              {column.sortable && onSort ? (
                <SortButton
                  column={column}
                  rank={rank}
                  sort={current}
                  isRanked={sort.length > 1}
                  onSort={onSort}
                />
              ) : (
                column.header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type SortButtonProps<Row> = Readonly<{
  column: Column<Row>
  rank: number
  sort: TableSort | undefined
  isRanked: boolean
  onSort: (column: string, isAdded: boolean) => void
}>

function SortButton<Row>({ column, rank, sort, isRanked, onSort }: SortButtonProps<Row>) {
  // Not every browser says of a click made by Enter that Shift was held.
  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.shiftKey) return
    event.preventDefault()
    onSort(column.id, true)
  }

  return (
    <button
      type="button"
      className={sort ? `${styles['sort']} ${styles['sorted']}` : styles['sort']}
      title="Sort; with Shift, sort by this as well"
      onClick={(event) => onSort(column.id, event.shiftKey)}
      onKeyDown={handleKey}
    >
      {column.header}
      {sort && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} />}
      {sort && isRanked && (
        <span className={styles['rank']}>
          {rank > 0 && (
            <VisuallyHidden>, {sort.descending ? 'descending' : 'ascending'}, rank </VisuallyHidden>
          )}
          {rank + 1}
        </span>
      )}
    </button>
  )
}
