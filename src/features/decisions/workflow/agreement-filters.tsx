import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../../api/organization-queries.ts'
import { windowWords, type WindowName } from '../../../domain/time-window.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { MultiFilter } from '../../../ui/multi-filter.tsx'
import { AGREEMENT_WINDOW, type SetSlaView, type SreCapacityView } from '../../../url/agreement-views.ts'
import { tableWindows } from '../../../url/indicator-view.ts'
import type { TableRange } from '../../../url/view-range.ts'

type Named = Readonly<{ slug: string; name: string }>
type View = SreCapacityView & Partial<Pick<SetSlaView, 'contract'>>

type AgreementFiltersProps = Readonly<{
  name: string
  view: View
  /** Not there until the first answer; with contracts where they can be chosen. */
  choices:
    | Readonly<{ teams: readonly Named[]; deployments: readonly Named[]; contracts?: readonly Named[] }>
    | undefined
  onChange: (change: Partial<View>) => void
}>

const FIXED = 'fixed'

/** What all questions are asked of. */
export function AgreementFilters({ name, view, choices, onChange }: AgreementFiltersProps) {
  // Known to the rail before the answer is here: a team never goes by its id.
  const known = useQuery(organizationQueries.teams()).data?.items
  const { team, deployment, contract, range } = view
  const window: WindowName | typeof FIXED = 'window' in range ? range.window : FIXED
  const windows = tableWindows.map((value) => ({ value, label: windowWords[value] }))
  return (
    <FilterBar name={name}>
      {contract !== undefined && (
        <MultiFilter
          label="Contractual SLA"
          options={optionsOf(choices?.contracts)}
          selected={contract}
          onChange={(chosen) => onChange({ contract: chosen })}
        />
      )}
      <MultiFilter
        label="Team"
        options={optionsOf(choices?.teams ?? known)}
        selected={team}
        onChange={(chosen) => onChange({ team: chosen })}
      />
      <MultiFilter
        label="Deployment"
        none="Production"
        options={optionsOf(choices?.deployments)}
        selected={deployment}
        onChange={(chosen) => onChange({ deployment: chosen })}
      />
      <FilterSelect<WindowName | typeof FIXED>
        label="Window"
        value={window}
        options={window === FIXED ? [{ value: FIXED, label: 'Fixed days' }, ...windows] : windows}
        isSet={window !== AGREEMENT_WINDOW}
        onChange={(chosen) => chosen !== FIXED && onChange({ range: { window: chosen } })}
      />
    </FilterBar>
  )
}

function optionsOf(named: readonly Named[] = []) {
  return named.map(({ slug, name }) => ({ value: slug, label: name }))
}

export function rangeQuery(range: TableRange) {
  if ('from' in range) return range
  return range.window === AGREEMENT_WINDOW ? {} : { window: range.window }
}
