import { buttonClass } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { isKept, isShown, switchColumn } from './column-choice.ts'
import styles from './column-menu.module.css'
import type { Column } from './data-table.tsx'
import { Disclosure } from './disclosure.tsx'
import { Icon } from './icon.tsx'

type Choice = readonly Readonly<{ column: string; isShown: boolean }>[]

type ColumnMenuProps<Row> = Readonly<{
  columns: readonly Column<Row>[]
  choice: Choice
  onChange: (choice: Choice) => void
}>

/** A switch for each column of a table; those that name the row stay, and it says so. */
export function ColumnMenu<Row>({ columns, choice, onChange }: ColumnMenuProps<Row>) {
  const kept = columns.filter(isKept).map(({ header }) => header)
  const hidden = columns.filter((column) => !isShown(column, choice)).length
  return (
    <Disclosure
      align="end"
      className={buttonClass()}
      name={hidden === 0 ? 'Columns' : `Columns, ${hidden} hidden`}
      label={
        <>
          <Icon name="columns" />
          Columns
        </>
      }
    >
      {() => (
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
      )}
    </Disclosure>
  )
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
