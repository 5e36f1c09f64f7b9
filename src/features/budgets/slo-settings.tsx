import { useQuery } from '@tanstack/react-query'

import { budgetFacetQueries } from '../../api/budget-facet-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { usePresent } from '../../api/present.ts'
import { useQuiet } from '../../api/use-quiet.ts'
import { statesBySeverity } from '../../domain/state.ts'
import { AsOfNote } from '../../ui/as-of-note.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { PlaceSettings } from '../../ui/place-settings.tsx'
import { FacetSetting, RadioSetting, SwitchSettings } from '../../ui/settings.tsx'
import { stateWords } from '../../ui/state-words.ts'
import type { BudgetsView } from '../../url/budgets-view.ts'
import { namesOf, standingsOf } from './budgets-query.ts'

type SloSettingsProps = Readonly<{
  view: BudgetsView
  onChange: (change: Partial<BudgetsView>) => void
}>

const places = ['team', 'service', 'sli', 'deployment'] as const

/** Which SLOs are listed, each choice with the rows it would show. They wait for the rows themselves. */
export function SloSettings({ view, onChange }: SloSettingsProps) {
  const isQuiet = useQuiet()
  const filters = { ...namesOf(view), ...standingsOf(view) }
  const { data: facets, isPending } = useQuery({ ...budgetFacetQueries.of(filters), enabled: isQuiet })
  return (
    <>
      <PeriodSetting view={view} onChange={onChange} isAsked={isQuiet} />
      <PlaceSettings names={places} facets={facets} selected={view} onChange={onChange} />
      <FacetSetting
        label="State"
        options={statesBySeverity.map((slug) => ({
          slug,
          name: stateWords[slug],
          count: facets?.state.find((one) => one.slug === slug)?.count ?? 0,
          isOwn: true,
        }))}
        selected={view.state}
        onChange={(chosen) => onChange({ state: statesBySeverity.filter((state) => chosen.includes(state)) })}
      />
      {/* With the choices above, which would push them away from under a pointer. */}
      {!isPending && (
        <SwitchSettings>
          <Checkbox isChecked={view.showDefaults} onChange={(showDefaults) => onChange({ showDefaults })}>
            Default SLOs
          </Checkbox>
          <Checkbox isChecked={view.burningOnly} onChange={(burningOnly) => onChange({ burningOnly })}>
            Only burning
          </Checkbox>
        </SwitchSettings>
      )}
    </>
  )
}

const CURRENT = 'current'
const PREVIOUS = 'previous'

/** Until the periods are known the choice waits without a word: they come at once, or the page says what failed. */
function whyNone(isKnown: boolean): string {
  return isKnown ? 'No data reach back so far' : ''
}

type PeriodSettingProps = SloSettingsProps & Readonly<{ isAsked: boolean }>

/** Budgets are those of one period; the verdicts of several stand in SLO adherence. */
function PeriodSetting({ view: { period, at }, onChange, isAsked }: PeriodSettingProps) {
  const { data } = useQuery({ ...organizationQueries.periods(), enabled: isAsked || period !== null })
  const present = usePresent()
  const periods = data?.items ?? []
  const closed = periods.filter(({ isOpen }) => !isOpen).toReversed()
  const [previous, ...earlier] = closed
  // Another period is looked at from the present again.
  const choose = (chosen: string | null) => onChange({ period: chosen, at: null })
  const isEarlier = earlier.some(({ id }) => id === period)
  return (
    <>
      <RadioSetting
        label="Period"
        options={[
          { value: CURRENT, label: 'Current period' },
          {
            value: PREVIOUS,
            label: 'Previous period',
            why: previous === undefined ? whyNone(data !== undefined) : undefined,
          },
        ]}
        value={
          period === null && at === null ? CURRENT : at === null && period === previous?.id ? PREVIOUS : null
        }
        onChange={(chosen) => choose(chosen === CURRENT ? null : (previous?.id ?? null))}
      />
      {earlier.length > 0 && (
        <p>
          <FilterSelect
            label="Earlier"
            value={isEarlier ? (period ?? '') : ''}
            options={[
              { value: '', label: 'none' },
              ...earlier.map(({ id, name }) => ({ value: id, label: `${name}, ${id.slice(0, 4)}` })),
            ]}
            onChange={(chosen) => choose(chosen === '' ? null : chosen)}
            isSet={isEarlier}
          />
        </p>
      )}
      {at !== null && (
        <p className="muted">
          <AsOfNote at={at} parts="budgets" kept={present} />
        </p>
      )}
    </>
  )
}
