import type { ReactNode } from 'react'

import type { Facets } from '../../contract/facets.ts'
import { formatCount } from '../../domain/format.ts'
import { windowWords } from '../../domain/time-window.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FacetSetting, RadioSetting, Setting, SwitchSettings } from '../../ui/settings.tsx'
import {
  indicatorFacets,
  tableWindows,
  type IndicatorFacet,
  type IndicatorView,
} from '../../url/indicator-view.ts'
import { whyNoWindow, type Present } from './why-no-window.ts'
import { CustomRange } from './indicator-range.tsx'

type IndicatorSettingsProps = Readonly<{
  view: IndicatorView
  onChange: (change: Partial<IndicatorView>) => void
  /** Not there until the first answer. */
  facets: Facets | undefined
  /** Null until it is known what time it is there. */
  present: Present | null
  /** Those that are about SLOs rather than about everything that is called. */
  isAboutSlos?: boolean
  hasDefaults?: boolean
  hasPremature?: boolean
  hasScale?: boolean
  own?: ReactNode
}>

const facetLabels: Record<IndicatorFacet, string> = {
  team: 'Team',
  service: 'Service',
  sli: 'SLI',
  deployment: 'Deployment',
}

/** One panel for every indicator that is cut by periods; each shows the part that means something for it. */
export function IndicatorSettings({
  view,
  onChange,
  facets,
  present,
  isAboutSlos = true,
  hasDefaults = isAboutSlos,
  hasPremature = false,
  hasScale = true,
  own,
}: IndicatorSettingsProps) {
  const window = 'window' in view.range ? view.range.window : null
  return (
    <>
      <RadioSetting
        label="Window"
        options={tableWindows.map((value) => ({
          value,
          label: windowWords[value],
          why: present === null ? undefined : whyNoWindow(value, present),
        }))}
        value={window}
        onChange={(chosen) => onChange({ range: { window: chosen } })}
      />
      {'from' in view.range && <CustomRange range={view.range} />}
      {hasScale && (
        <RadioSetting
          label="Scale"
          options={[
            { value: 'period', label: 'Period' },
            {
              value: 'month',
              label: 'Calendar month',
              why:
                present?.scheme.kind === 'calendar-month'
                  ? 'The periods are calendar months already'
                  : undefined,
            },
          ]}
          value={view.scale}
          // A month is no column of a table by periods, nor the other way round.
          onChange={(scale) =>
            onChange({ scale, sort: view.sort.filter(({ column }) => !/^\d/.test(column)) })
          }
        />
      )}
      {indicatorFacets
        .filter((facet) => isAboutSlos || facet !== 'sli')
        .map((facet) => (
          <FacetSetting
            key={facet}
            label={facetLabels[facet]}
            options={facets?.[facet] ?? []}
            selected={view[facet]}
            onChange={(selected) => onChange({ [facet]: selected })}
          />
        ))}
      {isAboutSlos && facets && (
        <SloSetting facets={facets} selected={view.slo} onChange={(slo) => onChange({ slo })} />
      )}
      {own}
      {hasDefaults && (
        <SwitchSettings>
          <Checkbox isChecked={view.showDefaults} onChange={(showDefaults) => onChange({ showDefaults })}>
            Default SLOs
          </Checkbox>
          {hasPremature && (
            <Checkbox
              isChecked={view.prematureOnly}
              onChange={(prematureOnly) => onChange({ prematureOnly })}
            >
              Only premature
            </Checkbox>
          )}
        </SwitchSettings>
      )}
    </>
  )
}

type SloSettingProps = Readonly<{
  facets: Facets
  selected: readonly string[]
  onChange: (selected: readonly string[]) => void
}>

/** Which SLOs there are to choose from depends on what is chosen above. */
function SloSetting({ facets: { slo, sloCount }, selected, onChange }: SloSettingProps) {
  if (sloCount === 0 && slo.length === 0) return null
  const isTooLong = sloCount > slo.length
  return (
    <>
      {(!isTooLong || slo.length > 0) && (
        <FacetSetting label="SLO" options={slo} selected={selected} onChange={onChange} />
      )}
      {isTooLong && (
        <Setting label={slo.length > 0 ? 'Other SLOs' : 'SLO'}>
          <p className="muted">
            {formatCount(sloCount)} are too many to choose from: take a team, service or SLI first.
          </p>
        </Setting>
      )}
    </>
  )
}
