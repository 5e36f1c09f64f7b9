import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'

import { catalogQueries } from '../../../api/catalog-queries.ts'
import { correctionCategories, kindOf, type CorrectionCategory } from '../../../domain/correction.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { categoryWords } from '../../../ui/correction-words.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { zoneName } from '../../../ui/time-format.ts'
import styles from './correct.module.css'
import { repeats, type CorrectionDraft, type Repeat } from './correction-draft.ts'

type CorrectionFieldsProps = Readonly<{
  draft: CorrectionDraft
  service: string
  timeZone: string
  onChange: (change: Partial<CorrectionDraft>) => void
}>

const kinds = [
  { value: 'exclusion', label: 'Leave out hours' },
  { value: 'top-up', label: 'Give back a share' },
] as const

const repeatWords: Readonly<Record<Repeat, string>> = {
  once: 'Once',
  daily: 'Every day',
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month, the same weekday',
  rule: 'By an RRULE',
}

export function CorrectionFields({ draft, service, timeZone, onChange }: CorrectionFieldsProps) {
  const kind = kindOf(draft.category)
  const categories = correctionCategories.filter((category) => kindOf(category) === kind)
  const [first = 'agreed-maintenance'] = correctionCategories.filter((category) => kindOf(category) !== kind)
  const canRepeat = draft.category === 'agreed-maintenance'
  const time = (label: string, name: 'start' | 'end') => (
    <TextField
      label={label}
      type="datetime-local"
      step={3600}
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <>
      <div className={styles['choices']}>
        <Segmented
          label="How"
          options={kinds}
          value={kind}
          onChange={(chosen) => {
            if (chosen !== kind) onChange({ category: first })
          }}
        />
        <Choice
          label="Because of"
          value={draft.category}
          options={categories}
          words={categoryWords}
          onChange={(category: CorrectionCategory) => onChange({ category })}
        />
        {canRepeat && (
          <Choice
            label="Happens"
            value={draft.repeat}
            options={repeats}
            words={repeatWords}
            onChange={(repeat: Repeat) => onChange({ repeat })}
          />
        )}
      </div>
      <div className={styles['fields']}>
        {kind === 'exclusion' ? (
          <>
            {time(`From, ${zoneName(timeZone)}`, 'start')}
            {time(`To, ${zoneName(timeZone)}`, 'end')}
          </>
        ) : (
          <>
            {time(`At, ${zoneName(timeZone)}`, 'start')}
            <TextField
              label="Share of the budget, %"
              inputMode="decimal"
              autoComplete="off"
              value={draft.share}
              onChange={(share) => onChange({ share })}
              note="Never lifts what is left above 100 %"
            />
          </>
        )}
        {canRepeat && <RepeatFields draft={draft} timeZone={timeZone} onChange={onChange} />}
        <Dependency draft={draft} isNeeded={kind === 'top-up'} onChange={onChange} />
      </div>
      <Checkbox isChecked={draft.isWholeService} onChange={(isWholeService) => onChange({ isWholeService })}>
        Every SLO of {service} here
      </Checkbox>
    </>
  )
}

type RepeatFieldsProps = Pick<CorrectionFieldsProps, 'draft' | 'timeZone' | 'onChange'>

function RepeatFields({ draft, timeZone, onChange }: RepeatFieldsProps) {
  if (draft.repeat === 'once') return null
  if (draft.repeat === 'rule')
    return (
      <TextField
        label={`Rule, by the clock of ${zoneName(timeZone)}`}
        autoComplete="off"
        spellCheck={false}
        value={draft.rule}
        onChange={(rule) => onChange({ rule })}
        note="As in FREQ=WEEKLY;BYDAY=SA,SU;COUNT=12"
      />
    )
  return (
    <TextField
      label="How often"
      inputMode="numeric"
      autoComplete="off"
      value={draft.times}
      onChange={(times) => onChange({ times })}
      note={`Times, by the clock of ${zoneName(timeZone)}`}
    />
  )
}

const MOST_SERVICES = 500

type DependencyProps = Readonly<{
  draft: CorrectionDraft
  isNeeded: boolean
  onChange: (change: Partial<CorrectionDraft>) => void
}>

/** A service of the catalog, or whatever else it is called. */
function Dependency({ draft, isNeeded, onChange }: DependencyProps) {
  const listId = useId()
  const services = useInfiniteQuery(catalogQueries.services({ limit: MOST_SERVICES })).data?.pages ?? []
  return (
    <>
      <TextField
        label={isNeeded ? 'Put down to' : 'Put down to, if to somebody'}
        autoComplete="off"
        maxLength={200}
        list={listId}
        value={draft.dependency}
        onChange={(dependency) => onChange({ dependency })}
        note="A service, or a name of what is none"
      />
      <datalist id={listId}>
        {services
          .flatMap(({ items }) => items)
          .map(({ slug }) => (
            <option key={slug}>{slug}</option>
          ))}
      </datalist>
    </>
  )
}

type ChoiceProps<Value extends string> = Readonly<{
  label: string
  value: Value
  options: readonly Value[]
  words: Readonly<Record<Value, string>>
  onChange: (value: Value) => void
}>

function Choice<Value extends string>({ label, value, options, words, onChange }: ChoiceProps<Value>) {
  return (
    <SelectField
      label={label}
      value={value}
      options={options.map((option) => ({ value: option, label: words[option] }))}
      onChange={onChange}
    />
  )
}
