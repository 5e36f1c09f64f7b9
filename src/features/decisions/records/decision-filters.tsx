import type { DecisionPage } from '../../../contract/decision-answers.ts'
import {
  decisionCategories,
  decisionOrigins,
  decisionStates,
  effectStates,
} from '../../../domain/decision.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { MultiFilter } from '../../../ui/multi-filter.tsx'
import type { DecisionsView } from '../../../url/decisions-view.ts'
import { categoryWords, effectWords, stateWords, workflowWords } from './decision-words.ts'

type DecisionFiltersProps = Readonly<{
  view: DecisionsView
  onChange: (change: Partial<DecisionsView>) => void
  teams: readonly Readonly<{ slug: string; name: string }>[]
  page: DecisionPage | undefined
}>

const ORGANIZATION = { value: 'organization', label: 'Organization' }

/** Each with how many there are of it, by what else is chosen. */
export function DecisionFilters({ view, onChange, teams, page }: DecisionFiltersProps) {
  return (
    <>
      <MultiFilter
        label="Of"
        options={[ORGANIZATION, ...teams.map(({ slug, name }) => ({ value: slug, label: name }))]}
        selected={view.team}
        onChange={(team) => onChange({ team })}
      />
      <MultiFilter
        label="State"
        options={counted(decisionStates, stateWords, page?.states)}
        selected={view.state}
        onChange={(state) => onChange({ state })}
      />
      <MultiFilter
        label="Category"
        options={counted(decisionCategories, categoryWords, page?.categories)}
        selected={view.category}
        onChange={(category) => onChange({ category })}
      />
      <MultiFilter
        label="Workflow"
        options={counted(decisionOrigins, workflowWords, page?.workflows)}
        selected={view.workflow}
        onChange={(workflow) => onChange({ workflow })}
      />
      <MultiFilter
        label="Effect"
        options={effectStates.map((value) => ({ value, label: effectWords[value] }))}
        selected={view.effect}
        onChange={(effect) => onChange({ effect })}
      />
      <FilterSelect
        label="Decided by"
        value={view.decider}
        options={[
          { value: '', label: 'Anybody' },
          ...[...new Set([...(page?.people ?? []), ...(view.decider === '' ? [] : [view.decider])])].map(
            (name) => ({ value: name, label: name }),
          ),
        ]}
        isSet={view.decider !== ''}
        onChange={(decider) => onChange({ decider })}
      />
      {view.service.length > 0 && (
        <Button look="quiet" onClick={() => onChange({ service: [] })}>
          Only {view.service.join(', ')}: show all
        </Button>
      )}
    </>
  )
}

function counted<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
  counts: readonly Readonly<{ value: string; count: number }>[] | undefined,
) {
  return values.map((value) => {
    const count = counts?.find((one) => one.value === value)?.count
    return { value, label: words[value], ...(count !== undefined && { count }) }
  })
}
