import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { CustomRange } from '../../charts/custom-range.tsx'
import { breachCauseNames, breachRules } from '../../contract/names.ts'
import { type SloBreachList } from '../../contract/slo-breaches.ts'
import { breachImpacts } from '../../domain/breach-review.ts'
import { windowNames, windowWords, type WindowName } from '../../domain/time-window.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PlaceSettings } from '../../ui/place-settings.tsx'
import { FacetSetting, RadioSetting, SwitchSettings } from '../../ui/settings.tsx'
import type { BreachesView } from '../../url/breaches-view.ts'
import { ruleWords, shortCauseWords } from './breach-words.ts'
import { shortImpactWords } from './review-words.ts'

type BreachSettingsProps = Readonly<{
  view: BreachesView
  onChange: (change: Partial<BreachesView>) => void
  /** Not there until the first answer. */
  list: SloBreachList | undefined
}>

const CUSTOM = 'custom'

const places = ['team', 'service', 'sli', 'deployment'] as const

export function BreachSettings({ view, onChange, list }: BreachSettingsProps) {
  const countOf = (name: keyof SloBreachList['choices'], slug: string) =>
    list?.choices[name].find((choice) => choice.slug === slug)?.count ?? 0
  return (
    <>
      <WindowSetting view={view} onChange={onChange} list={list} />
      <RadioSetting
        label="Group by"
        options={[
          { value: 'none', label: 'Nothing' },
          { value: 'cause', label: 'Cause' },
          { value: 'deployment', label: 'Deployment' },
        ]}
        value={view.group}
        onChange={(group) => onChange({ group })}
      />
      <RadioSetting
        label="Alert"
        options={[
          { value: 'all', label: 'All breaches' },
          { value: 'alerted', label: `Alerted, ${countOf('alert', 'alerted')}` },
          { value: 'snoozed', label: `Snoozed, ${countOf('alert', 'snoozed')}` },
        ]}
        value={view.alert}
        onChange={(alert) => onChange({ alert })}
      />
      <RadioSetting
        label="Review"
        options={[
          { value: 'all', label: 'All breaches' },
          { value: 'reviewed', label: `Reviewed, ${countOf('review', 'reviewed')}` },
          { value: 'not-reviewed', label: `Not yet, ${countOf('review', 'not-reviewed')}` },
        ]}
        value={view.review}
        onChange={(review) => onChange({ review })}
      />
      <FacetSetting
        label="What users felt"
        options={breachImpacts.map((slug) => ({
          slug,
          name: shortImpactWords[slug],
          count: countOf('impact', slug),
          isOwn: true,
        }))}
        selected={view.impact}
        onChange={(chosen) => onChange({ impact: breachImpacts.filter((name) => chosen.includes(name)) })}
      />
      <FacetSetting
        label="Cause"
        options={breachCauseNames.map((slug) => ({
          slug,
          name: shortCauseWords[slug],
          count: countOf('cause', slug),
          isOwn: true,
        }))}
        selected={view.cause}
        onChange={(chosen) => onChange({ cause: breachCauseNames.filter((name) => chosen.includes(name)) })}
      />
      <FacetSetting
        label="Rule"
        options={breachRules.map((slug) => ({
          slug,
          name: ruleWords[slug],
          count: countOf('rule', slug),
          isOwn: true,
        }))}
        selected={view.rule}
        onChange={(chosen) => onChange({ rule: breachRules.filter((name) => chosen.includes(name)) })}
      />
      <PlaceSettings names={places} facets={list?.facets} selected={view} onChange={onChange} />
      <SwitchSettings>
        <Checkbox isChecked={view.openOnly} onChange={(openOnly) => onChange({ openOnly })}>
          Only those that go on
        </Checkbox>
      </SwitchSettings>
    </>
  )
}

function WindowSetting({ view: { range }, onChange, list }: BreachSettingsProps) {
  const dataFrom = useQuery(organizationQueries.current()).data?.dataFrom ?? null

  function choose(window: WindowName | typeof CUSTOM) {
    if (window !== CUSTOM) onChange({ range: { window } })
    else if (list !== undefined) onChange({ range: list.window })
  }

  return (
    <>
      <RadioSetting
        label="Window"
        options={[
          ...windowNames.map((value) => ({ value, label: windowWords[value] })),
          { value: CUSTOM, label: 'Custom range' } as const,
        ]}
        value={'from' in range ? CUSTOM : range.window}
        onChange={choose}
      />
      {'from' in range && (
        <CustomRange
          key={`${range.from} ${range.to}`}
          range={range}
          dataFrom={dataFrom}
          onChange={(chosen) => onChange({ range: chosen })}
        />
      )}
    </>
  )
}
