import styles from './filter-bar.module.css'
import { Icon } from './icon.tsx'

export type Option<Value extends string> = Readonly<{
  value: Value
  label: string
  /** Another name it is found by. */
  also?: string | undefined
  count?: number
  why?: string | undefined
}>

type FilterSelectProps<Value extends string> = Readonly<{
  label: string
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
  /** Differs from what the page shows by itself. */
  isSet?: boolean
}>

/** "Window Current period": one of a few, set as text. */
export function FilterSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  isSet = false,
}: FilterSelectProps<Value>) {
  const chosen = options.find((option) => option.value === value)
  return (
    <label className={isSet ? `${styles['control']} ${styles['set']}` : styles['control']}>
      <span>{label}</span>
      <b aria-hidden="true">{chosen?.label ?? value}</b>
      <Icon name="chevron-down" />
      <select
        value={value}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.target.value)
          if (picked) onChange(picked.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
