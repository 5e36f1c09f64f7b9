import type { ReactNode } from 'react'

import type { Facets } from '../../contract/facets.ts'
import { formatCount } from '../../domain/format.ts'
import { isoFromHour } from '../../domain/hours.ts'
import {
  isOfHours,
  windowNames,
  windowRange,
  windowWords,
  type WindowName,
} from '../../domain/time-window.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PlaceSettings } from '../../ui/place-settings.tsx'
import { FacetSetting, RadioSetting, Setting, SwitchSettings } from '../../ui/settings.tsx'
import type { FrozenParts } from '../../ui/as-of-note.tsx'
import { indicatorFacets, type IndicatorView } from '../../url/indicator-view.ts'
import { whyNoWindow, type Present, type Takes } from './why-no-window.ts'
import { IndicatorRange } from './indicator-range.tsx'

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
  takes?: Takes
  /** What of it a frozen link holds still. */
  frozen?: FrozenParts
  own?: ReactNode
}>

const withoutSlis = indicatorFacets.filter((facet) => facet !== 'sli')

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
  takes = 'periods',
  frozen = isAboutSlos ? 'budgets' : 'records',
  own,
}: IndicatorSettingsProps) {
  return (
    <>
      <WindowSetting {...{ view, onChange, present, takes, hasScale, frozen }} />
      {hasScale && <ScaleSetting view={view} onChange={onChange} present={present} takes={takes} />}
      <PlaceSettings
        names={isAboutSlos ? indicatorFacets : withoutSlis}
        facets={facets}
        selected={view}
        onChange={onChange}
      />
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

type CutProps = Pick<IndicatorSettingsProps, 'view' | 'onChange' | 'present'> & Readonly<{ takes: Takes }>

const CUSTOM = 'custom'

function WindowSetting({
  view,
  onChange,
  present,
  takes,
  hasScale,
  frozen,
}: CutProps & Readonly<{ hasScale: boolean; frozen: FrozenParts }>) {
  const { range } = view

  function choose(window: WindowName | typeof CUSTOM) {
    const isShortNow = 'window' in range && isOfHours(range.window)
    if (window !== CUSTOM)
      // What had to be one span is cut by periods again.
      onChange({ range: { window }, ...(isShortNow && { scale: 'period' as const }) })
    else if ('window' in range && present !== null) {
      const { fromHour, toHour } = windowRange(range.window, present.scheme, present.nowHour)
      const first = Math.max(fromHour, present.dataFromHour)
      onChange({ range: { from: isoFromHour(first), to: isoFromHour(toHour) } })
    }
  }

  return (
    <>
      <RadioSetting
        label="Window"
        options={[
          ...windowNames.map((value) => ({
            value,
            label: windowWords[value],
            why: present === null ? undefined : whyNoWindow(value, present, takes),
          })),
          { value: CUSTOM, label: 'Custom range' } as const,
        ]}
        value={'window' in range ? range.window : CUSTOM}
        onChange={choose}
      />
      {'from' in range && (
        <IndicatorRange
          key={`${range.from} ${range.to}`}
          range={range}
          present={present}
          isWhole={!hasScale || view.scale === 'window'}
          frozen={frozen}
          onChange={onChange}
        />
      )}
    </>
  )
}

function ScaleSetting({ view, onChange, present, takes }: CutProps) {
  const isShort = 'window' in view.range && isOfHours(view.range.window)
  const longer = isShort ? 'Longer than the window' : undefined
  const asPeriods =
    present?.scheme.kind === 'calendar-month' ? 'The periods are calendar months already' : undefined
  return (
    <RadioSetting
      label="Scale"
      options={[
        { value: 'period', label: 'Period', why: longer },
        { value: 'month', label: 'Calendar month', why: longer ?? asPeriods },
        ...(takes === 'hours' ? [{ value: 'window', label: 'Whole window' } as const] : []),
      ]}
      value={view.scale}
      // A month is no column of a table by periods, nor the other way round.
      onChange={(scale) => onChange({ scale, sort: view.sort.filter(({ column }) => !/^\d/.test(column)) })}
    />
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
