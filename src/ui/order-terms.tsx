import type { Column } from './data-table.tsx'
import { Icon } from './icon.tsx'
import styles from './sort-menu.module.css'
import { orderWords } from './sort-words.ts'
import { movedUp, type TableSort } from './table-sort.ts'

export type OrderTermsProps = Readonly<{
  /** Those that can be sorted by, be they in sight or not. */
  columns: readonly Pick<Column<never>, 'id' | 'header'>[]
  sort: readonly TableSort[]
  onChange: (sort: readonly TableSort[]) => void
}>

/** The columns of an order, one below the other, and those that may be added. */
export function OrderTerms({ columns, sort, onChange }: OrderTermsProps) {
  const rest = columns.filter(({ id }) => sort.every(({ column }) => column !== id))
  const headerOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id
  const change = (changed: TableSort) =>
    onChange(sort.map((one) => (one.column === changed.column ? changed : one)))
  return (
    <div className={styles['menu']}>
      <ol className={styles['terms']} aria-label="Sorted by">
        {sort.map((term, rank) => (
          <li key={term.column}>
            <SortTerm
              term={term}
              header={headerOf(term.column)}
              rank={rank}
              onChange={change}
              onUp={() => onChange(movedUp(sort, rank))}
              onRemove={() => onChange(sort.filter((one) => one !== term))}
            />
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <label className={styles['add']}>
          {sort.length === 0 ? 'By' : 'Then by'}
          <select
            value=""
            onChange={({ target }) => onChange([...sort, { column: target.value, descending: false }])}
          >
            <option value="" disabled>
              choose a column
            </option>
            {rest.map(({ id, header }) => (
              <option key={id} value={id}>
                {header}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className={styles['note']}>What is absent comes last either way.</p>
    </div>
  )
}

type SortTermProps = Readonly<{
  term: TableSort
  header: string
  rank: number
  onChange: (term: TableSort) => void
  onUp: () => void
  onRemove: () => void
}>

function SortTerm({ term, header, rank, onChange, onUp, onRemove }: SortTermProps) {
  const [ascending, descending] = orderWords(term.column)
  return (
    <>
      <span className={styles['rank']}>{rank + 1}</span>
      <span className={styles['name']}>{header}</span>
      <select
        aria-label={`Order of ${header}`}
        value={term.descending ? 'descending' : 'ascending'}
        onChange={({ target }) => onChange({ ...term, descending: target.value === 'descending' })}
      >
        <option value="ascending">{ascending}</option>
        <option value="descending">{descending}</option>
      </select>
      <button
        type="button"
        aria-label={`${header} one rank up`}
        title="One rank up"
        disabled={rank === 0}
        onClick={onUp}
      >
        <Icon name="arrow-up" />
      </button>
      <button type="button" aria-label={`Not by ${header}`} title="Do not sort by it" onClick={onRemove}>
        <Icon name="close" />
      </button>
    </>
  )
}
