import { evidenceKinds } from '../../../domain/bottleneck.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { BottleneckMistakes, EvidenceDraft } from './bottleneck-draft.ts'
import { evidenceWords } from './bottleneck-words.ts'
import styles from './delivery.module.css'

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
    <fieldset className={styles['group']}>
      <legend>Evidence {number}</legend>
      <div className={styles['sectionHead']}>
        <FilterSelect
          label="What"
          value={kind}
          options={evidenceKinds.map((value) => ({ value, label: evidenceWords[value] }))}
          onChange={(chosen) => onChange({ kind: chosen })}
        />
        <FilterSelect
          label="It was"
          value={isFound ? 'found' : 'not'}
          options={[
            { value: 'found', label: 'found' },
            { value: 'not', label: 'looked for and not found' },
          ]}
          onChange={(chosen) => onChange({ isFound: chosen === 'found' })}
        />
        <Button look="quiet" aria-label={`Remove evidence ${number}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
      <div className={styles['pair']}>
        <TextField
          label="What it says"
          value={says}
          maxLength={300}
          autoComplete="off"
          onChange={(text) => onChange({ says: text })}
          isWrong={wrong.says !== undefined}
          note={wrong.says ?? 'What was found, or looked for; never about a person'}
        />
        <TextField
          label="Link"
          type="url"
          value={link}
          maxLength={2000}
          autoComplete="off"
          onChange={(text) => onChange({ link: text })}
          isWrong={wrong.link !== undefined}
          note={wrong.link ?? 'Where it stands; may stay empty'}
        />
      </div>
    </fieldset>
  )
}
