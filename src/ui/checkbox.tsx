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
