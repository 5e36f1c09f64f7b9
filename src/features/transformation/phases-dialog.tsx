import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { boardChanges } from '../../api/board-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { phasesBodySchema, type Board } from '../../contract/board.ts'
import { furtherPhases, type Phase } from '../../domain/board-phases.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './board-dialogs.module.css'
import { PhaseFields } from './phase-fields.tsx'
import { added, newPhase, type PhasesDraft } from './phases-draft.ts'

type PhasesDialogProps = Readonly<{ board: Board; whyNot: string | null; onClose: () => void }>

/** The columns are the organization's own: their names, their order, what each asks for. */
export function PhasesDialog({ board, whyNot, onClose }: PhasesDialogProps) {
  return (
    <Dialog title="Phases" width="wide" onClose={onClose}>
      {(close) =>
        whyNot === null ? (
          <PhasesForm board={board} onDone={close} />
        ) : (
          <Notice kind="forbidden" title="You may not change the phases">
            {whyNot}.
          </Notice>
        )
      }
    </Dialog>
  )
}

function draftOf({ columns, retired, stuckAfterWeeks }: Board): PhasesDraft {
  const phases = columns.map(({ id, name, hint, measures, practice, evidence }): Phase => ({
    id,
    name,
    hint,
    measures,
    practice,
    evidence,
  }))
  return { phases, retired, stuckAfterWeeks }
}

const MOST_WEEKS = 104

function PhasesForm({ board, onDone }: Readonly<{ board: Board; onDone: () => void }>) {
  const save = useMutation(boardChanges.phases())
  const [draft, setDraft] = useState(() => draftOf(board))
  const [seenVersion, setSeenVersion] = useState(board.phases.version)
  const teamsIn = (id: string) =>
    board.cards.filter(({ phase }) => phase === id).map(({ teamName }) => teamName)

  function send(version: number) {
    const plain = (phases: readonly Phase[]) =>
      phases.map((phase) => ({ ...phase, name: phase.name.trim(), measures: [...phase.measures] }))
    const { phases, retired, stuckAfterWeeks } = draft
    save.mutate(
      { seenVersion: version, phases: plain(phases), retired: plain(retired), stuckAfterWeeks },
      { onSuccess: onDone },
    )
  }

  function submit() {
    if (draft.phases.every(({ name }) => name.trim() !== '')) send(seenVersion)
  }

  return (
    <Form onSubmit={submit}>
      <p className="muted">
        Moves and history stay with a phase whatever it is called. One that is retired keeps its name there.
      </p>
      <ol className={styles['phases']}>
        {draft.phases.map((phase) => (
          <li key={phase.id}>
            <PhaseFields phase={phase} draft={draft} teams={teamsIn(phase.id)} onChange={setDraft} />
          </li>
        ))}
      </ol>
      <AddPhase draft={draft} onChange={setDraft} />
      <TextField
        label="Ask why after how many weeks without a step"
        type="number"
        min={1}
        max={MOST_WEEKS}
        value={String(draft.stuckAfterWeeks)}
        onChange={(weeks) =>
          setDraft({
            ...draft,
            stuckAfterWeeks: Math.max(1, Math.min(MOST_WEEKS, Math.floor(Number(weeks)) || 1)),
          })
        }
      />
      <NotSaved
        change={save}
        title="The phases were not saved"
        bodyOf={(body) => phasesBodySchema.safeParse(body).data}
        inWords={(theirs) => `theirs are ${theirs.phases.map(({ name }) => name).join(', ')}.`}
        onTake={(theirs, version) => {
          setDraft(theirs)
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      <SubmitActions submit="Save the phases" isPending={save.isPending} onCancel={onDone} />
    </Form>
  )
}

type AddPhaseProps = Readonly<{ draft: PhasesDraft; onChange: (draft: PhasesDraft) => void }>

function AddPhase({ draft, onChange }: AddPhaseProps) {
  const [name, setName] = useState('')
  const there = new Set(draft.phases.map(({ id }) => id))
  const known = new Set(draft.retired.map(({ id }) => id))
  const offered = [...draft.retired, ...furtherPhases.filter(({ id }) => !known.has(id))].filter(
    ({ id }) => !there.has(id),
  )
  const proposal = offered.find((phase) => phase.name === name)
  return (
    <div className={styles['add']}>
      <TextField
        label="Another phase"
        value={name}
        maxLength={120}
        list="offered-phases"
        autoComplete="off"
        note="A name of your own, or one of those that are offered"
        onChange={setName}
      />
      <datalist id="offered-phases">
        {offered.map((phase) => (
          <option key={phase.id} value={phase.name}>
            {phase.hint}
          </option>
        ))}
      </datalist>
      <Button
        disabled={name.trim() === ''}
        onClick={() => {
          onChange(added(draft, proposal ?? newPhase(draft, name.trim())))
          setName('')
        }}
      >
        Add it
      </Button>
    </div>
  )
}
