import { MOST_TEXT, type DecisionSeed } from '../../../contract/decisions.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { FormRow } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ContractsField } from './contracts-field.tsx'
import { DeciderFields } from './decider-fields.tsx'
import type { DecisionDraft, DraftMistakes } from './decision-draft.ts'
import styles from './decision-form.module.css'

type DecisionFieldsProps = Readonly<{
  draft: DecisionDraft
  outcome: DecisionSeed['outcome']
  mistakes: DraftMistakes
  onChange: (part: Partial<DecisionDraft>) => void
}>

const MOST_WORDS = 300

/** What a person says about a decision, whether it is new or changed. */
export function DecisionFields({ draft, outcome, mistakes, onChange }: DecisionFieldsProps) {
  return (
    <>
      <TextField
        label="Title"
        value={draft.title}
        maxLength={MOST_WORDS}
        autoComplete="off"
        onChange={(title) => onChange({ title })}
        mistake={mistakes.title}
      />
      <TextArea
        label="Decision"
        maxLength={MOST_TEXT}
        rows={2}
        value={draft.decision}
        mistake={mistakes.decision}
        onChange={(decision) => onChange({ decision })}
      />
      <TextArea
        label="Reasons"
        maxLength={MOST_TEXT}
        value={draft.reasons}
        onChange={(reasons) => onChange({ reasons })}
      />
      {outcome !== null && outcome.leansTo !== null && (
        <div className={styles['deviation']}>
          <Checkbox isChecked={draft.isDeviating} onChange={(isDeviating) => onChange({ isDeviating })}>
            Otherwise than the data lean to
          </Checkbox>
          {draft.isDeviating && (
            <TextArea
              label="Reason for deciding otherwise"
              maxLength={MOST_TEXT}
              rows={2}
              value={draft.deviation}
              mistake={mistakes.deviation}
              onChange={(deviation) => onChange({ deviation })}
            />
          )}
        </div>
      )}
      <DeciderFields
        deciders={draft.deciders}
        mistake={mistakes.deciders}
        onChange={(deciders) => onChange({ deciders })}
      />
      <FormRow>
        <TextField
          label="Look at the effect on"
          type="date"
          value={draft.effectOn}
          onChange={(effectOn) => onChange({ effectOn })}
          mistake={mistakes.effectOn}
          note="Left empty: nobody is reminded"
        />
        <TextField
          label="What should have come of it by then"
          value={draft.hypothesis}
          maxLength={MOST_WORDS}
          autoComplete="off"
          onChange={(hypothesis) => onChange({ hypothesis })}
          mistake={mistakes.hypothesis}
          note="By which figure it will be seen"
        />
      </FormRow>
      <details className={styles['more']}>
        <summary>Contracts, work items, clauses and dates</summary>
        <div className={styles['further']}>
          <ContractsField selected={draft.contracts} onChange={(contracts) => onChange({ contracts })} />
          <TextArea
            label="Work items, one a line"
            maxLength={MOST_TEXT}
            value={draft.workItems}
            onChange={(workItems) => onChange({ workItems })}
          />
          <TextArea
            label="Clauses of policies, one a line"
            maxLength={MOST_TEXT}
            rows={2}
            value={draft.clauses}
            onChange={(clauses) => onChange({ clauses })}
          />
          <FormRow>
            <TextField
              label="Holds from"
              type="date"
              value={draft.validFrom}
              onChange={(validFrom) => onChange({ validFrom })}
              note="Left empty: once all have signed"
            />
            <TextField
              label="Next review"
              type="date"
              value={draft.nextReview}
              onChange={(nextReview) => onChange({ nextReview })}
              mistake={mistakes.nextReview}
              note="Left empty: when somebody asks for it"
            />
          </FormRow>
        </div>
      </details>
    </>
  )
}
