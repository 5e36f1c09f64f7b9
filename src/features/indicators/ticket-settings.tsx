import { useState } from 'react'

import { percentOf } from '../../domain/growth-filter.ts'
import { growthComparisons, type GrowthFilter } from '../../domain/ticket-trend.ts'
import { Setting, RadioSetting } from '../../ui/settings.tsx'
import type { TicketView } from '../../url/indicator-view.ts'
import styles from './trend.module.css'

type TicketSettingsProps = Readonly<{
  view: TicketView
  onChange: (change: Partial<TicketView>) => void
}>

const DEFAULT_PERCENT = 30
/** What an address takes. */
const MOST_PERCENT = 9999

/** Which tickets count, and which services are listed by how their tickets grow. */
export function TicketSettings({ view, onChange }: TicketSettingsProps) {
  return (
    <>
      <RadioSetting
        label="Tickets"
        options={[
          { value: 'reliability', label: 'About reliability' },
          { value: 'all', label: 'All' },
        ]}
        value={view.tickets}
        onChange={(tickets) => onChange({ tickets })}
      />
      <Setting label="Average growth, of the rows">
        <GrowthInput filter={view.growth} onChange={(growth) => onChange({ growth })} />
      </Setting>
    </>
  )
}

type GrowthInputProps = Readonly<{
  filter: GrowthFilter | null
  onChange: (filter: GrowthFilter | null) => void
}>

function GrowthInput({ filter, onChange }: GrowthInputProps) {
  const percent = filter === null ? DEFAULT_PERCENT : percentOf(filter.rate)
  const [draft, setDraft] = useState<string | null>(null)

  function choosePercent(text: string) {
    setDraft(text)
    const typed = Math.round(Number(text) * 10) / 10
    if (text === '' || !Number.isFinite(typed) || Math.abs(typed) > MOST_PERCENT) return
    onChange({ comparison: filter?.comparison ?? '>', rate: typed / 100 })
  }

  return (
    <div className={styles['growth']}>
      <select
        aria-label="Comparison of growth"
        value={filter?.comparison ?? ''}
        onChange={({ target }) => {
          const comparison = growthComparisons.find((one) => one === target.value)
          onChange(comparison === undefined ? null : { comparison, rate: percent / 100 })
        }}
      >
        <option value="">any</option>
        {growthComparisons.map((sign) => (
          <option key={sign} value={sign}>
            {sign.replace('<=', '≤').replace('>=', '≥')}
          </option>
        ))}
      </select>
      <input
        type="number"
        aria-label="Growth in percent"
        step="5"
        min={-MOST_PERCENT}
        max={MOST_PERCENT}
        value={draft ?? String(percent)}
        disabled={filter === null}
        onChange={({ target }) => choosePercent(target.value)}
        onBlur={() => setDraft(null)}
      />
      %
    </div>
  )
}
