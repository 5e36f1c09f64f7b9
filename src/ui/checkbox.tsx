import type { ReactNode } from 'react'

import styles from './checkbox.module.css'

type CheckboxProps = Readonly<{
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  children: ReactNode
}>

export function Checkbox({ isChecked, onChange, children }: CheckboxProps) {
  return (
    <label className={styles['checkbox']}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  )
}
