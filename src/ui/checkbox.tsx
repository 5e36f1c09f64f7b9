import type { ReactNode } from 'react'

import styles from './checkbox.module.css'

type CheckboxProps = Readonly<{
  isChecked: boolean
  /** Cannot be chosen; the text beside it says why. */
  isDisabled?: boolean
  onChange: (isChecked: boolean) => void
  children: ReactNode
}>

export function Checkbox({ isChecked, isDisabled = false, onChange, children }: CheckboxProps) {
  return (
    <label className={styles['checkbox']}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}

/** Where its name stands beside it and leads elsewhere: the row of a table. */
export function RowCheckbox({
  label,
  isChecked,
  onChange,
}: Pick<CheckboxProps, 'isChecked' | 'onChange'> & Readonly<{ label: string }>) {
  return (
    <label className={`${styles['checkbox']} ${styles['bare']}`}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
