import type { Maturity } from '../../../contract/maturity.ts'
import { dayInWords } from '../../../domain/maturity.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import type { MaturityView } from '../../../url/maturity-view.ts'
import styles from './beads.module.css'

type MaturityFiltersProps = Readonly<{
  maturity: Maturity
  view: MaturityView
  onView: (change: Partial<MaturityView>) => void
}>

const ORGANIZATION = ''

/** Which two are compared, of what, and what their beads mean. */
export function MaturityFilters({ maturity, view, onView }: MaturityFiltersProps) {
  const { assessments, before, now, scopes, team } = maturity
  const options = assessments.map(({ id, date }) => ({ value: id, label: dayInWords(date) })).toReversed()
  return (
    <FilterBar name="Maturity" end={<Legend />}>
      {before !== null && (
        <FilterSelect
          label="Before"
          value={before}
          options={options}
          onChange={(id) => onView({ before: id })}
          isSet={view.before !== null}
        />
      )}
      {now !== null && (
        <FilterSelect
          label="Now"
          value={now}
          options={options}
          onChange={(id) => onView({ now: id })}
          isSet={view.now !== null}
        />
      )}
      <FilterSelect
        label="Scope"
        value={team ?? ORGANIZATION}
        options={scopes.map((scope) => ({
          value: scope.team ?? ORGANIZATION,
          label: scope.team === null ? 'Organization' : scope.name,
        }))}
        onChange={(slug) => onView({ team: slug === ORGANIZATION ? null : slug, before: null, now: null })}
        isSet={team !== null}
      />
      <Checkbox isChecked={view.changedOnly} onChange={(changedOnly) => onView({ changedOnly })}>
        Only changed
      </Checkbox>
    </FilterBar>
  )
}

function Legend() {
  const marks = [
    { name: 'before', look: 'bead' },
    { name: 'now', look: 'full' },
    { name: 'unchanged', look: 'sameBead' },
    { name: 'slipped', look: 'slipBead' },
  ]
  return (
    <ul className={styles['legend']} aria-label="What the marks mean">
      {marks.map(({ name, look }) => (
        <li key={name}>
          <i className={`${styles['bead']} ${styles[look]}`} />
          {name}
        </li>
      ))}
    </ul>
  )
}
