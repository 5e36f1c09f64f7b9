import { useId, useState } from 'react'

import { phaseEvidences, type Phase } from '../../domain/board-phases.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { evidenceNames } from './board-words.ts'
import styles from './board-dialogs.module.css'
import { changed, measuresFrom, moved, retired, type PhasesDraft } from './phases-draft.ts'

type PhaseFieldsProps = Readonly<{
  phase: Phase
  draft: PhasesDraft
  /** By name: a phase with teams in it cannot be retired. */
  teams: readonly string[]
  onChange: (draft: PhasesDraft) => void
}>

/** The fewest columns that make a way. */
const FEWEST = 2

export function PhaseFields({ phase, draft, teams, onChange }: PhaseFieldsProps) {
  const { id, name, hint, practice } = phase
  const position = draft.phases.findIndex((one) => one.id === id)
  const set = (change: Partial<Phase>) => onChange(changed(draft, id, change))
  const whyId = useId()
  return (
    <>
      <div className={styles['phaseHead']}>
        <TextField
          label={`Name of phase ${position + 1}`}
          value={name}
          maxLength={120}
          mistake={name.trim() === '' && 'It needs a name'}
          onChange={(next) => set({ name: next })}
        />
        <Button
          look="quiet"
          aria-label={`Move ${name} up`}
          disabled={position === 0}
          onClick={() => onChange(moved(draft, id, -1))}
        >
          <Icon name="arrow-up" />
        </Button>
        <Button
          look="quiet"
          aria-label={`Move ${name} down`}
          disabled={position === draft.phases.length - 1}
          onClick={() => onChange(moved(draft, id, 1))}
        >
          <Icon name="arrow-down" />
        </Button>
        <Button
          aria-label={`Retire ${name}`}
          aria-describedby={teams.length > 0 ? whyId : undefined}
          disabled={teams.length > 0 || draft.phases.length <= FEWEST}
          onClick={() => onChange(retired(draft, id))}
        >
          Retire
        </Button>
      </div>
      {teams.length > 0 && (
        <p id={whyId} className="muted">
          {teams.join(', ')} {teams.length === 1 ? 'stands' : 'stand'} in it: move{' '}
          {teams.length === 1 ? 'it' : 'them'} before it can be retired
        </p>
      )}
      <details className={styles['more']}>
        <summary>What {name} asks for</summary>
        <TextField
          label="What it is about"
          value={hint}
          maxLength={120}
          onChange={(next) => set({ hint: next })}
        />
        <MeasureLines phase={phase} onChange={(measures) => set({ measures })} />
        <TextField
          label="Practice in use from then on"
          value={practice ?? ''}
          maxLength={120}
          note="Counted beside the board; empty for none"
          onChange={(next) => set({ practice: next === '' ? null : next })}
        />
        <EvidenceChoice phase={phase} onChange={(evidence) => set({ evidence })} />
      </details>
    </>
  )
}

type MeasureLinesProps = Readonly<{ phase: Phase; onChange: (measures: Phase['measures']) => void }>

function MeasureLines({ phase, onChange }: MeasureLinesProps) {
  // As it was when it was opened, so that lines keep the ids they had while they are typed anew.
  const [before] = useState(phase)
  const [text, setText] = useState(() => phase.measures.map((measure) => measure.text).join('\n'))
  return (
    <TextArea
      label="Exit measures, a line each"
      rows={4}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(measuresFrom(before, typed.split('\n')))
      }}
    />
  )
}

type EvidenceChoiceProps = Readonly<{ phase: Phase; onChange: (evidence: Phase['evidence']) => void }>

const NOTHING = ''

function EvidenceChoice({ phase, onChange }: EvidenceChoiceProps) {
  return (
    <SelectField
      label="What data tell of it"
      value={phase.evidence ?? NOTHING}
      options={[
        { value: NOTHING, label: 'Nothing' },
        ...phaseEvidences.map((value) => ({ value, label: evidenceNames[value] })),
      ]}
      onChange={(evidence) => onChange(evidence === NOTHING ? null : evidence)}
    />
  )
}
