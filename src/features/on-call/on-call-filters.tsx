import type { OnCallList } from '../../contract/on-call.ts'
import type { Team } from '../../contract/catalog.ts'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { useFilterKey } from '../../ui/use-filter-key.ts'
import type { OnCallScope, OnCallView } from '../../url/on-call-view.ts'
import styles from './on-call.module.css'

type OnCallFiltersProps = Readonly<{
  view: OnCallView
  teams: readonly Team[]
  rotations: OnCallList['rotations']
  onScope: (scope: Partial<OnCallScope>) => void
}>

/** Of a rotation there is always one or none. */
const ANY = ''

export function OnCallFilters({ view, teams, rotations, onScope }: OnCallFiltersProps) {
  const filters = useFilterKey()
  // A link may name a rotation that has ended: it still filters, so it is shown.
  const isKnown = view.rotation === null || rotations.some(({ key }) => key === view.rotation)
  const options = [
    { value: ANY, label: 'Any' },
    ...rotations.map(({ key, name }) => ({ value: key, label: name })),
    ...(isKnown || view.rotation === null ? [] : [{ value: view.rotation, label: view.rotation }]),
  ]
  return (
    <div className={styles['scope']} {...filters}>
      <MultiFilter
        label="Team"
        options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
        selected={view.team}
        onChange={(team) => onScope({ team })}
      />
      {options.length > 1 && (
        <FilterSelect
          label="Rotation"
          options={options}
          value={view.rotation ?? ANY}
          isSet={view.rotation !== null}
          onChange={(key) => onScope({ rotation: key === ANY ? null : key })}
        />
      )}
    </div>
  )
}

type WordsFilterProps = Readonly<{ search: string; onSearch: (search: string) => void }>

/** Typing redraws the field alone; the list follows when it rests. */
export function WordsFilter({ search, onSearch }: WordsFilterProps) {
  return (
    <div className={styles['words']}>
      <ListSearch label="Filter budgets" value={search} onChange={onSearch} />
    </div>
  )
}
