import type { MatrixColumns, MatrixRows, MatrixSortColumn } from '../../../contract/names.ts'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { useSingleKey } from '../../../ui/use-single-key.ts'
import type { ExploreView } from '../../../url/explore-view.ts'
import type { BudgetScope } from '../budgets-query.ts'
import { offeredRows, ownRows, rowsOf } from './matrix-query.ts'
import styles from './matrix.module.css'

const rowWords: Record<MatrixRows, string> = { team: 'Teams', service: 'Services', sli: 'SLIs', slo: 'SLOs' }

const columnOptions: readonly Readonly<{ value: MatrixColumns; label: string }>[] = [
  { value: 'deployment', label: 'Deployments' },
  { value: 'sli', label: 'SLIs' },
]

const orderOptions: readonly Readonly<{ value: MatrixSortColumn; label: string }>[] = [
  { value: 'state', label: 'Worst first' },
  { value: 'remaining', label: 'Least left first' },
  { value: 'burn-rate', label: 'Fastest burning first' },
  { value: 'name', label: 'By name' },
]

const groupOptions = [
  { value: 'service', label: 'Service' },
  { value: 'sli', label: 'SLI' },
] as const

type MatrixChoicesProps = Readonly<{
  scope: BudgetScope
  view: ExploreView
  onChange: (change: Partial<ExploreView>) => void
}>

/** Which level by which other, under what, and what comes first. `G` groups by the other. */
export function MatrixChoices({ scope, view, onChange }: MatrixChoicesProps) {
  const rows = rowsOf(view, scope)
  const isGrouped = rows === 'slo'
  useSingleKey('g', () => {
    if (isGrouped) onChange({ group: view.group === 'service' ? 'sli' : 'service' })
  })
  return (
    <div className={styles['choices']} role="group" aria-label="Matrix">
      <FilterSelect
        label="Rows"
        value={rows}
        options={offeredRows(scope).map((level) => ({ value: level, label: rowWords[level] }))}
        onChange={(level) => onChange({ rows: level === ownRows(scope) ? null : level })}
        isSet={rows !== ownRows(scope)}
      />
      <FilterSelect
        label="Columns"
        value={view.across}
        options={columnOptions}
        onChange={(across) => onChange({ across })}
        isSet={view.across !== 'deployment'}
      />
      {isGrouped && (
        <FilterSelect
          label="Under their"
          value={view.group}
          options={groupOptions}
          onChange={(group) => onChange({ group })}
          isSet={view.group !== 'service'}
        />
      )}
      <FilterSelect
        label="Order"
        value={view.order}
        options={orderOptions}
        onChange={(order) => onChange({ order })}
        isSet={view.order !== 'state'}
      />
    </div>
  )
}
