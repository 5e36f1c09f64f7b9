import { use, useRef, type ReactNode } from 'react'

import type { Column } from './data-table.tsx'
import { SortMenu } from './sort-menu.tsx'
import styles from './table-footer.module.css'
import type { TableSort } from './table-sort.ts'
import { Time } from './time.tsx'
import { SingleKeysContext, useSingleKey } from './use-single-key.ts'
import { zoneName } from './time-format.ts'
import { useTimeZone } from './zone.tsx'

type TableFooterProps = Readonly<{
  /** "Rows 1–25 of 157". */
  rows: string
  /** How they are sorted, what marks mean. */
  children: ReactNode
  /** Up to when the data reach that stand above. */
  asOf: string | undefined
  sorting: Sorting | undefined
}>

type Sorting = Readonly<{
  columns: readonly Pick<Column<never>, 'id' | 'header'>[]
  sort: readonly TableSort[]
  onChange: (sort: readonly TableSort[]) => void
}>

export function TableFooter({ rows, children, asOf, sorting }: TableFooterProps) {
  const zone = zoneName(useTimeZone())
  return (
    <div className={styles['footer']}>
      <p>
        <span className={styles['rows']}>{rows}</span>
        {children !== undefined && <span>{children}</span>}
        {asOf !== undefined && (
          <span>
            As of <Time at={asOf} form="date-time" /> {zone}.
          </span>
        )}
      </p>
      {sorting && <SortTools {...sorting} />}
    </div>
  )
}

function SortTools(sorting: Sorting) {
  const menu = useRef<HTMLSpanElement>(null)
  const hasKeys = use(SingleKeysContext)
  useSingleKey('s', () => {
    const button = menu.current?.querySelector('button')
    // From the button the first Tab leads into the menu.
    button?.focus()
    button?.click()
  })
  return (
    <span className={styles['tools']}>
      <span ref={menu}>
        <SortMenu {...sorting} />
      </span>
      {hasKeys && (
        <span className={styles['keys']} aria-hidden="true">
          <kbd>J</kbd> <kbd>K</kbd> rows <kbd>Enter</kbd> open <kbd>S</kbd> sort
        </span>
      )}
    </span>
  )
}
