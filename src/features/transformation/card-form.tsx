import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { boardChanges } from '../../api/board-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { cardBodySchema, type Board, type BoardCard } from '../../contract/board.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { groupWords } from './board-words.ts'
import styles from './board-dialogs.module.css'
import { draftOf, differencesOf, type CardDraft } from './card-draft.ts'
import { ReadinessFields } from './readiness-fields.tsx'

type CardFormProps = Readonly<{ card: BoardCard; board: Board; isReadOnly: boolean; onDone: () => void }>

export function CardForm({ card, board, isReadOnly, onDone }: CardFormProps) {
  const save = useMutation(boardChanges.card())
  const [draft, setDraft] = useState<CardDraft>(() => draftOf(card))
  const [seenVersion, setSeenVersion] = useState(card.version)
  const column = board.columns.find(({ id }) => id === card.phase)
  const set = (change: Partial<CardDraft>) => setDraft({ ...draft, ...change })

  function send(version: number) {
    const { coachVisit, nextStep, note, ...rest } = draft
    const said = {
      nextStep: nextStep.trim(),
      note: note.trim(),
      coachVisit: coachVisit === '' ? null : coachVisit,
    }
    save.mutate(
      { team: card.team, body: { seenVersion: version, ...rest, ...said, reached: [...rest.reached] } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <fieldset className={styles['fields']} disabled={isReadOnly}>
        {column !== undefined && column.measures.length > 0 && (
          <div role="group" aria-label={`Exit measures of ${column.name}`}>
            <h3>Done when</h3>
            {column.measures.map(({ id, text }) => (
              <Checkbox
                key={id}
                isChecked={draft.reached.includes(id)}
                onChange={(isChecked) =>
                  set({
                    reached: isChecked
                      ? [...draft.reached, id]
                      : draft.reached.filter((measure) => measure !== id),
                  })
                }
              >
                {text}
              </Checkbox>
            ))}
          </div>
        )}
        <TextField
          label="Next step"
          value={draft.nextStep}
          maxLength={200}
          onChange={(nextStep) => set({ nextStep })}
        />
        <TextField
          label="Coach comes on"
          type="date"
          value={draft.coachVisit}
          onChange={(coachVisit) => set({ coachVisit })}
        />
        <SelectField
          label="Group"
          value={draft.group === null ? '' : String(draft.group)}
          options={[
            { value: '', label: 'Not said' },
            ...groupWords.map((words, index) => ({
              value: String(index + 1),
              label: `${index + 1}: ${words}`,
            })),
          ]}
          onChange={(group) => set({ group: group === '' ? null : Number(group) })}
        />
        <TextArea label="Note" maxLength={2_000} value={draft.note} onChange={(note) => set({ note })} />
        <ReadinessFields
          readiness={draft.readiness}
          onChange={(readiness) => set({ readiness })}
          today={board.now}
        />
      </fieldset>
      <NotSaved
        change={save}
        title="The card was not saved"
        bodyOf={(body) => cardBodySchema.safeParse(body).data}
        inWords={(theirs) =>
          `${differencesOf(draft, draftOf(theirs)).join('; ') || 'the card was moved, and says the same'}.`
        }
        onTake={(theirs, version) => {
          setDraft(draftOf(theirs))
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      {!isReadOnly && <SubmitActions submit="Save the card" isPending={save.isPending} onCancel={onDone} />}
    </Form>
  )
}
