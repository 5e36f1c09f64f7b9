import { evidenceKinds } from '../../../domain/bottleneck.ts'
import { Button } from '../../../ui/button.tsx'
import { FormActions, FormGroup, FormRow } from '../../../ui/form.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { BottleneckMistakes, EvidenceDraft } from './bottleneck-draft.ts'
import { evidenceWords } from './bottleneck-words.ts'

type EvidenceFieldsProps = Readonly<{
  number: number
  evidence: EvidenceDraft
  mistakes: BottleneckMistakes
  onChange: (part: Partial<EvidenceDraft>) => void
  onRemove: () => void
}>

/** One thing that was looked for, and whether it was there. */
export function EvidenceFields({ number, evidence, mistakes, onChange, onRemove }: EvidenceFieldsProps) {
  const { key, kind, isFound, says, link } = evidence
  const wrong = { says: mistakes[`${key} says`], link: mistakes[`${key} link`] }
  return (
    <FormGroup name={`Evidence ${number}`}>
      <FormRow>
        <SelectField
          label="What"
          value={kind}
          options={evidenceKinds.map((value) => ({ value, label: evidenceWords[value] }))}
          onChange={(chosen) => onChange({ kind: chosen })}
        />
        <SelectField
          label="It was"
          value={isFound ? 'found' : 'not'}
          options={[
            { value: 'found', label: 'found' },
            { value: 'not', label: 'looked for and not found' },
          ]}
          onChange={(chosen) => onChange({ isFound: chosen === 'found' })}
        />
      </FormRow>
      <FormRow>
        <TextField
          label="What it says"
          value={says}
          maxLength={300}
          autoComplete="off"
          onChange={(text) => onChange({ says: text })}
          mistake={wrong.says}
          note="What was found, or looked for; never about a person"
        />
        <TextField
          label="Link"
          type="url"
          value={link}
          maxLength={2000}
          autoComplete="off"
          onChange={(text) => onChange({ link: text })}
          mistake={wrong.link}
          note="Where it stands; may stay empty"
        />
      </FormRow>
      <FormActions>
        <Button look="quiet" aria-label={`Remove evidence ${number}`} onClick={onRemove}>
          Remove
        </Button>
      </FormActions>
    </FormGroup>
  )
}
