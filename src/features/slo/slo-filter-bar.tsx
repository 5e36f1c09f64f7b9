import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { CustomRange } from '../../charts/custom-range.tsx'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Scale } from '../../domain/budget-series.ts'
import { windowNames, windowWords, type WindowName } from '../../domain/time-window.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { defaultSloView, type SloView } from '../../url/slo-view.ts'
import styles from './slo-filter-bar.module.css'

type SloFilterBarProps = Readonly<{
  view: SloView
  history: BudgetHistory | undefined
  offeredScales: readonly Scale[]
  onChange: (change: Partial<SloView>) => void
}>

const scaleLabels: Record<Scale, string> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  period: 'Period',
  month: 'Calendar month',
}

const CUSTOM = 'custom'

const windowOptions = [
  ...windowNames.map((name) => ({ value: name, label: windowWords[name] })),
  { value: CUSTOM, label: 'Custom range' } as const,
]

export function SloFilterBar({ view, history, offeredScales, onChange }: SloFilterBarProps) {
  const isCustom = 'from' in view.range
  const dataFrom = useQuery(organizationQueries.current()).data?.dataFrom ?? null
  const shownScale = history?.scale ?? view.scale

  function handleWindow(window: WindowName | typeof CUSTOM) {
    // Each window has scales of its own, so the scale goes back to the finest.
    const scale = defaultSloView.scale
    if (window !== CUSTOM) onChange({ range: { window }, scale })
    else if (history) onChange({ range: history.window, scale })
  }

  return (
    <>
      <FilterBar name="this SLO">
        <FilterSelect
          label="Window"
          value={'from' in view.range ? CUSTOM : view.range.window}
          options={windowOptions}
          onChange={handleWindow}
          isSet={isCustom || view.range.window !== 'current-period'}
        />
        <FilterSelect
          label="Scale"
          value={shownScale}
          options={(offeredScales.includes(shownScale) ? offeredScales : [shownScale, ...offeredScales]).map(
            (scale) => ({ value: scale, label: scaleLabels[scale] }),
          )}
          onChange={(scale) => onChange({ scale })}
          isSet={view.scale !== defaultSloView.scale}
        />
        <div className={styles['checks']}>
          <Checkbox
            isChecked={view.figures === 'corrected'}
            onChange={(isChecked) => onChange({ figures: isChecked ? 'corrected' : 'raw' })}
          >
            Corrected
          </Checkbox>
          <Checkbox isChecked={view.sliding} onChange={(sliding) => onChange({ sliding })}>
            Sliding 28 days
          </Checkbox>
        </div>
      </FilterBar>
      {'from' in view.range && (
        // A range from elsewhere, Back included, replaces what was being typed.
        <CustomRange
          key={`${view.range.from} ${view.range.to}`}
          range={view.range}
          dataFrom={dataFrom}
          onChange={(range) => onChange({ range, scale: defaultSloView.scale })}
        />
      )}
    </>
  )
}
