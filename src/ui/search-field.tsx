import { MOST_SEARCH_CHARACTERS } from '../domain/search-words.ts'
import { Icon } from './icon.tsx'
import styles from './search-field.module.css'
import { useDraft } from './use-draft.ts'

type SearchFieldProps = Readonly<{ label: string; value: string; onChange: (value: string) => void }>

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <span className={styles['field']}>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={MOST_SEARCH_CHARACTERS}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}

/** Words that narrow a list, told when the typing rests. Until then only the field itself is drawn anew, not the list. */
export function ListSearch({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useDraft(value, onChange)
  return <SearchField label={label} value={text} onChange={setText} />
}
