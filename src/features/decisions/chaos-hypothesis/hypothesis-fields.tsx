import { useId } from 'react'

import type { ChaosChosen } from '../../../contract/chaos-hypothesis.ts'
import { MOST_TEXT } from '../../../contract/decisions.ts'
import { quadrants, type Quadrant } from '../../../domain/chaos-hypothesis.ts'
import { FormRow } from '../../../ui/form.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './chaos-hypothesis.module.css'
import { nameOf, quadrantWords } from './chaos-words.ts'

/** What a person says of the experiment. */
export type Hypothesis = Readonly<{
  quadrant: Quadrant | null
  harm: string
  environment: string
  steadyState: string
  followUps: string
}>

/** As it is proposed: with the budget as its signal, and where that is measured. */
export function proposedHypothesis(chosen: ChaosChosen): Hypothesis {
  return {
    quadrant: null,
    harm: '',
    environment: chosen.deployment,
    steadyState: `The share of the week of the budget of ${nameOf(chosen)} is not overspent`,
    followUps: '',
  }
}

const MOST_WORDS = 300

type HypothesisFieldsProps = Readonly<{
  chosen: ChaosChosen
  hypothesis: Hypothesis
  onChange: (part: Partial<Hypothesis>) => void
}>

export function HypothesisFields({ chosen, hypothesis, onChange }: HypothesisFieldsProps) {
  const { harm, environment, steadyState, followUps } = hypothesis
  const place = chosen.environments.find(({ slug }) => slug === environment)
  return (
    <div className={styles['fields']}>
      <QuadrantChoice value={hypothesis.quadrant} onChange={(quadrant) => onChange({ quadrant })} />
      <TextField
        label="Steady state that should hold"
        value={steadyState}
        maxLength={MOST_WORDS}
        autoComplete="off"
        onChange={(text) => onChange({ steadyState: text })}
        note="Never plan a harm that is expected to break it: nothing is learned by that"
      />
      <TextArea
        label="Planned harm, how much of it and for how long"
        maxLength={MOST_TEXT}
        rows={2}
        value={harm}
        onChange={(text) => onChange({ harm: text })}
      />
      <FormRow>
        <SelectField
          label="Environment"
          value={environment}
          options={chosen.environments.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(slug) => onChange({ environment: slug })}
        />
        <p className={styles['signal']}>
          <b>Signal</b>
          <span>
            {place?.isMeasured === false
              ? 'The SLO is not measured there: say in the harm what else tells.'
              : 'Depletion of this budget at the end of the week, held against the share of the week.'}
          </span>
        </p>
      </FormRow>
      <TextArea
        label="Follow-ups, one a line: SLOs to change, faults to repair"
        maxLength={MOST_TEXT}
        rows={2}
        value={followUps}
        onChange={(text) => onChange({ followUps: text })}
      />
    </div>
  )
}

type QuadrantChoiceProps = Readonly<{
  value: Quadrant | null
  onChange: (quadrant: Quadrant) => void
}>

/** In the order in which experiments are worth it. */
function QuadrantChoice({ value, onChange }: QuadrantChoiceProps) {
  const name = useId()
  return (
    <fieldset className={styles['quadrants']}>
      <legend>What is known of it, in the order of experiments</legend>
      {quadrants.map((quadrant) => (
        <label key={quadrant}>
          <input type="radio" name={name} checked={quadrant === value} onChange={() => onChange(quadrant)} />
          <span>
            {quadrantWords[quadrant].name}
            <span className="muted">: {quadrantWords[quadrant].meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
