import { Checkbox } from './checkbox.tsx'
import { isKept, isShown, switchColumn, type ChoosableColumn, type ColumnChoice } from './column-choice.ts'
import styles from './column-menu.module.css'

export type ShownColumnsProps = Readonly<{
  columns: readonly ChoosableColumn[]
  choice: ColumnChoice
  onChange: (choice: ColumnChoice) => void
}>

/** A switch for each column of a table; those that name the row stay, and it says so. */
export function ShownColumns({ columns, choice, onChange }: ShownColumnsProps) {
  const kept = columns.filter(isKept).map(({ header }) => header)
  return (
    <fieldset className={styles['columns']} aria-label="Columns">
      {columns.map((column) => (
        <Checkbox
          key={column.id}
          isChecked={isShown(column, choice)}
          isDisabled={isKept(column)}
          onChange={(isOn) => onChange(switchColumn(column, choice, isOn))}
        >
          {column.header}
        </Checkbox>
      ))}
      <p className={styles['note']}>
        {listed(kept)}{' '}
        {kept.length === 1 ? 'says what a row is about and stays.' : 'say what a row is about and stay.'}
      </p>
      {choice.length > 0 && (
        <button type="button" className={`link ${styles['own']}`} onClick={() => onChange([])}>
          Columns as the table has them
        </button>
      )}
    </fieldset>
  )
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
