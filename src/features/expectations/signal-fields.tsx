import { expectationMetrics, metricWords } from '../../domain/expectation-metric.ts'
import { changeKinds, levelKinds } from '../../domain/expectation.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormGroup, FormRow } from '../../ui/form.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isChangeExpected, type DraftMistakes, type ExpectationDraft } from './expectation-draft.ts'

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
      <FormGroup name="Where its values come from">
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
      </FormGroup>
      <FormGroup name="What it should come to">
        <FormRow>
          <SelectField
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
        </FormRow>
        <Checkbox isChecked={draft.isBeyond} onChange={(isBeyond) => onChange({ isBeyond })}>
          {beyondWords[draft.kind]}
        </Checkbox>
        <FormRow>
          <Line name="from" label="Before: from" type="month" {...{ draft, mistakes, onChange }} />
          <Line name="to" label="Before: to" type="month" {...{ draft, mistakes, onChange }} />
          <Line name="checkpoint" label="Due" type="month" {...{ draft, mistakes, onChange }} />
        </FormRow>
      </FormGroup>
    </>
  )
}

function Measured({ draft, mistakes, onChange }: SignalFieldsProps) {
  return (
    <>
      <FormRow>
        <SelectField
          label="Figure"
          value={draft.metric}
          options={expectationMetrics.map((value) => ({ value, label: metricWords[value].name }))}
          onChange={(metric) => onChange({ metric })}
        />
        <Line name="overPeriods" label="Closed periods in a value" {...{ draft, mistakes, onChange }} />
      </FormRow>
      <p className="muted">{metricWords[draft.metric].says}.</p>
    </>
  )
}

function Entered({ draft, mistakes, onChange }: SignalFieldsProps) {
  return (
    <FormRow>
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
    </FormRow>
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
      mistake={mistakes[name]}
      note={note}
    />
  )
}
