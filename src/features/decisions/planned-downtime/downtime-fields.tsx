import { useQuery } from '@tanstack/react-query'

import { hourFromInput, inputFromInstant } from '../../../charts/check-range.ts'
import { organizationQueries } from '../../../api/organization-queries.ts'
import type { PlannedDowntimeEffect } from '../../../contract/planned-downtime.ts'
import { isoFromHour } from '../../../domain/hours.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { zoneName } from '../../../ui/time-format.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { useTimeZone } from '../../../ui/zone.tsx'
import { wholeFrom, type DowntimeView } from '../../../url/downtime-view.ts'
import { ServiceSelect } from '../workflow/service-select.tsx'
import styles from './planned-downtime.module.css'

type DowntimeFieldsProps = Readonly<{
  view: DowntimeView
  /** Not there before the first answer. */
  effect: PlannedDowntimeEffect | undefined
  onChange: (change: Partial<DowntimeView>) => void
}>

const NONE = { value: '', label: 'Choose' }

export function DowntimeFields({ view, effect, onChange }: DowntimeFieldsProps) {
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  return (
    <>
      <FilterBar name="Planned downtime">
        <ServiceSelect value={view.service} onChange={(service) => onChange({ service })} />
        <FilterSelect
          label="Deployment"
          value={view.deployment ?? ''}
          isSet={view.deployment !== null}
          options={[NONE, ...deployments.map(({ slug, name }) => ({ value: slug, label: name }))]}
          onChange={(deployment) => onChange({ deployment: deployment || null })}
        />
      </FilterBar>
      <div className={styles['fields']}>
        <WholeField
          label="Down for, minutes"
          value={view.minutes}
          most={1_440}
          onChange={(minutes) => onChange({ minutes })}
        />
        <WholeField
          label="Of what is asked fails, %"
          value={view.failingPercent}
          most={100}
          onChange={(failingPercent) => onChange({ failingPercent })}
        />
        <StartField from={view.from ?? effect?.from ?? null} onChange={(from) => onChange({ from })} />
      </div>
    </>
  )
}

type WholeFieldProps = Readonly<{
  label: string
  value: number
  most: number
  onChange: (value: number) => void
}>

function WholeField({ label, value, most, onChange }: WholeFieldProps) {
  const [text, setText] = useDraft(String(value), (typed) => {
    const whole = wholeFrom(typed, most)
    if (whole !== null) onChange(whole)
  })
  const isWrong = wholeFrom(text, most) === null
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={setText}
      mistake={isWrong && `A whole number from 1 to ${most}`}
    />
  )
}

type StartFieldProps = Readonly<{ from: string | null; onChange: (from: string) => void }>

/** By the clock that the screen is set to; it begins with an hour. */
function StartField({ from, onChange }: StartFieldProps) {
  const timeZone = useTimeZone()
  const [text, setText] = useDraft(from === null ? '' : inputFromInstant(from, timeZone), (typed) => {
    const hour = hourFromInput(typed, timeZone)
    if (hour !== null) onChange(isoFromHour(hour))
  })
  return (
    <TextField
      label={`Begins, ${zoneName(timeZone)}`}
      type="datetime-local"
      step={3600}
      value={text}
      onChange={setText}
    />
  )
}
