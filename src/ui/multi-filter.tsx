import { useState } from 'react'

import { Checkbox } from './checkbox.tsx'
import { Disclosure } from './disclosure.tsx'
import styles from './filter-bar.module.css'
import type { Option } from './filter-select.tsx'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import { SearchField } from './search-field.tsx'

type MultiFilterProps<Value extends string> = Readonly<{
  label: string
  options: readonly Option<Value>[]
  /** What no choice means, where it is not all. */
  none?: string
  selected: readonly Value[]
  onChange: (selected: readonly Value[]) => void
}>

/** Longer lists get a search of their own. */
const SEARCH_FROM = 9

function describe(labels: readonly string[], none: string): string {
  const [first, second] = labels
  if (first === undefined) return none
  return second === undefined ? first : `${labels.length} chosen`
}

/** "Team All", or some of several. */
export function MultiFilter<Value extends string>({
  label,
  none = 'All',
  options,
  selected,
  onChange,
}: MultiFilterProps<Value>) {
  const [search, setSearch] = useState('')
  // A link may name what is not on the list any more: it still filters, so it is shown.
  const unknown = selected.filter((value) => !options.some((option) => option.value === value))
  const all: readonly Option<Value>[] = [...options, ...unknown.map((value) => ({ value, label: value }))]
  const words = search.trim().toLowerCase()
  const found = all.filter(({ label: name, also = '' }) =>
    [name, also].some((one) => one.toLowerCase().includes(words)),
  )
  const value = describe(
    all.filter((option) => selected.includes(option.value)).map((option) => option.label),
    none,
  )

  function toggle(toggled: Value, isChosen: boolean) {
    onChange(isChosen ? [...selected, toggled] : selected.filter((kept) => kept !== toggled))
  }

  return (
    <Disclosure
      className={selected.length > 0 ? `${styles['control']} ${styles['set']}` : styles['control']}
      label={
        <>
          <span>{label}</span> <b>{value}</b>
          <Icon name="chevron-down" />
        </>
      }
    >
      {() => (
        <fieldset className={styles['choices']} aria-label={label}>
          {all.length >= SEARCH_FROM && (
            <div className={styles['search']}>
              <SearchField label={`Find in ${label.toLowerCase()}`} value={search} onChange={setSearch} />
            </div>
          )}
          {found.map((option) => (
            <Checkbox
              key={option.value}
              isChecked={selected.includes(option.value)}
              isDisabled={option.why !== undefined}
              onChange={(isChosen) => toggle(option.value, isChosen)}
            >
              {option.label}
              {option.why !== undefined && <VisuallyHidden>, {option.why}</VisuallyHidden>}
              {option.count !== undefined && <span className={styles['count']}>{option.count}</span>}
            </Checkbox>
          ))}
          {found.length === 0 && <p className={styles['none']}>Nothing is named so</p>}
        </fieldset>
      )}
    </Disclosure>
  )
}
