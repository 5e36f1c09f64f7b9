import { useId } from 'react'

import { Icon, type IconName } from './icon.tsx'
import styles from './segmented.module.css'

type SegmentedProps<Value extends string> = Readonly<{
  label: string
  options: readonly Readonly<{ value: Value; label: string; icon?: IconName }>[]
  value: Value
  onChange: (value: Value) => void
}>

/** One of two to five, all in sight. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles['group']} aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon name={option.icon} />}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
