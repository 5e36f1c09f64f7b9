import { Icon } from './icon.tsx'
import styles from './search-field.module.css'

type SearchFieldProps = Readonly<{ label: string; value: string; onChange: (value: string) => void }>

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <span className={styles['field']}>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}
