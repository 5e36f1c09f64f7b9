import styles from './set-slo.module.css'

type RowSelectProps<Value extends string> = Readonly<{
  label: string
  value: Value
  options: readonly Readonly<{ value: Value; label: string }>[]
  onChange: (value: Value) => void
}>

/** One of a few in the cell of a table, whose header and row name it. */
export function RowSelect<Value extends string>({ label, value, options, onChange }: RowSelectProps<Value>) {
  return (
    <select
      className={styles['select']}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
