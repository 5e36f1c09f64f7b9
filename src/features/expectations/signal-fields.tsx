import { expectationMetrics, metricWords } from '../../domain/expectation-metric.ts'
import { changeKinds, levelKinds } from '../../domain/expectation.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isChangeExpected, type DraftMistakes, type ExpectationDraft } from './expectation-draft.ts'
import styles from './expectations.module.css'

type SignalFieldsProps = Readonly<{
  draft: ExpectationDraft
  mistakes: DraftMistakes
  onChange: (part: Partial<ExpectationDraft>) => void
}>

const kindWords = {
  fall: 'falls by',
  grow: 'grows by',
  'at-least': 'is at least',
  'at-most': 'is at most',
} as const
const beyondWords = {
  fall: 'It has to fall by more than that',
  grow: 'It has to grow by more than that',
  'at-least': 'It has to be more than that',
  'at-most': 'It has to be less than that',
} as const

/** Where the values come from, what they were before, and what they should come to. */
export function SignalFields({ draft, mistakes, onChange }: SignalFieldsProps) {
  return (
    <>
      <fieldset className={styles['group']}>
        <legend>Where its values come from</legend>
        <div>
          <Segmented
            label="Source"
            options={[
              { value: 'metric', label: 'Measured here' },
              { value: 'typed', label: 'Entered by people' },
            ]}
            value={draft.source}
            onChange={(source) => onChange({ source })}
          />
        </div>
        {draft.source === 'metric' ? (
          <Measured draft={draft} mistakes={mistakes} onChange={onChange} />
        ) : (
          <Entered draft={draft} mistakes={mistakes} onChange={onChange} />
        )}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>What it should come to</legend>
        <div className={styles['pair']}>
          <FilterSelect
            label="The signal"
            value={draft.kind}
            options={[...changeKinds, ...levelKinds].map((value) => ({ value, label: kindWords[value] }))}
            onChange={(kind) => onChange({ kind })}
          />
          <Line
            name="mark"
            label={isChangeExpected(draft) ? 'Percent' : 'Value'}
            {...{ draft, mistakes, onChange }}
          />
          <Checkbox isChecked={draft.isBeyond} onChange={(isBeyond) => onChange({ isBeyond })}>
            {beyondWords[draft.kind]}
          </Checkbox>
        </div>
        <div className={styles['pair']}>
          <Line name="from" label="Before: from" type="month" {...{ draft, mistakes, onChange }} />
          <Line name="to" label="Before: to" type="month" {...{ draft, mistakes, onChange }} />
          <Line name="checkpoint" label="Due" type="month" {...{ draft, mistakes, onChange }} />
        </div>
      </fieldset>
    </>
  )
}

function Measured({ draft, mistakes, onChange }: SignalFieldsProps) {
  return (
    <>
      <div className={styles['pair']}>
        <FilterSelect
          label="Figure"
          value={draft.metric}
          options={expectationMetrics.map((value) => ({ value, label: metricWords[value].name }))}
          onChange={(metric) => onChange({ metric })}
        />
        <Line name="overPeriods" label="Closed periods in a value" {...{ draft, mistakes, onChange }} />
      </div>
      <p className="muted">{metricWords[draft.metric].says}.</p>
    </>
  )
}

function Entered({ draft, mistakes, onChange }: SignalFieldsProps) {
  return (
    <div className={styles['pair']}>
      <Line
        name="unit"
        label="Unit"
        note="Tickets, days, or “yes or no”"
        {...{ draft, mistakes, onChange }}
      />
      <Line
        name="base"
        label="What it was before"
        note="Empty where nobody knows"
        {...{ draft, mistakes, onChange }}
      />
    </div>
  )
}

type LineProps = SignalFieldsProps &
  Readonly<{
    name: 'mark' | 'from' | 'to' | 'checkpoint' | 'overPeriods' | 'unit' | 'base'
    label: string
    type?: 'text' | 'month'
    note?: string
  }>

function Line({ name, label, type = 'text', note, draft, mistakes, onChange }: LineProps) {
  return (
    <TextField
      label={label}
      type={type}
      value={draft[name]}
      autoComplete="off"
      placeholder={type === 'month' ? '2026-11' : undefined}
      onChange={(text) => onChange({ [name]: text })}
      isWrong={mistakes[name] !== undefined}
      note={mistakes[name] ?? note}
    />
  )
}
