import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { infrastructureRequestChanges } from '../../api/infrastructure-request-queries.ts'
import { newId } from '../../api/new-id.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import type { Board } from '../../contract/board.ts'
import {
  infrastructureRequestOf,
  type InfrastructureRequest,
  type InfrastructureRequestBody,
} from '../../contract/infrastructure-requests.ts'
import { requestStates } from '../../domain/infrastructure-request.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './board-dialogs.module.css'
import { requestStateWords } from './request-columns.tsx'

type RequestDialogProps = Readonly<{
  /** Null for a new one. */
  request: InfrastructureRequest | null
  board: Board
  onClose: () => void
}>

export function RequestDialog({ request, board, onClose }: RequestDialogProps) {
  return (
    <Dialog title={request === null ? 'Record a request' : request.title} onClose={onClose}>
      {(close) => <RequestForm request={request} board={board} onDone={close} />}
    </Dialog>
  )
}

const blank: InfrastructureRequestBody = {
  title: '',
  requestedBy: [],
  benefits: [],
  state: 'asked',
  note: '',
}

function bodyOf({ title, requestedBy, benefits, state, note }: InfrastructureRequest) {
  return { title, requestedBy, benefits, state, note }
}

type RequestFormProps = Readonly<{ request: InfrastructureRequest | null; board: Board; onDone: () => void }>

function RequestForm({ request, board, onDone }: RequestFormProps) {
  const save = useMutation(infrastructureRequestChanges.write())
  const [id] = useState(() => request?.id ?? newId('r'))
  const [draft, setDraft] = useState(() => (request === null ? blank : bodyOf(request)))
  const [seenVersion, setSeenVersion] = useState(request?.version ?? 0)
  const [isTried, setIsTried] = useState(false)
  const isMissing = draft.title.trim() === ''
  const isTakingBack = save.variables?.body.request === null
  const change = (part: Partial<InfrastructureRequestBody>) => setDraft({ ...draft, ...part })

  function write(version: number, isBack: boolean) {
    const body = { ...draft, title: draft.title.trim(), note: draft.note.trim() }
    save.mutate({ id, body: { seenVersion: version, request: isBack ? null : body } }, { onSuccess: onDone })
  }

  function submit() {
    setIsTried(true)
    if (!isMissing) write(seenVersion, false)
  }

  return (
    <Form onSubmit={submit}>
      <TextField
        label="What is asked for"
        value={draft.title}
        maxLength={120}
        autoComplete="off"
        onChange={(title) => change({ title })}
        mistake={isTried && isMissing && 'In a few words, as it stands in the list'}
      />
      <TeamChoice
        name="Asked for by"
        board={board}
        chosen={draft.requestedBy}
        onChange={(requestedBy) => change({ requestedBy })}
      />
      <TeamChoice
        name="Will help"
        board={board}
        chosen={draft.benefits}
        onChange={(benefits) => change({ benefits })}
      />
      <SelectField
        label="State"
        value={draft.state}
        options={requestStates.map((value) => ({ value, label: requestStateWords[value] }))}
        onChange={(state) => change({ state })}
      />
      <TextField
        label="Note"
        value={draft.note}
        maxLength={500}
        autoComplete="off"
        onChange={(note) => change({ note })}
      />
      <NotSaved
        change={save}
        bodyOf={infrastructureRequestOf}
        inWords={(theirs) =>
          `“${theirs.title}”, ${requestStateWords[theirs.state].toLowerCase()}, asked for by ${theirs.requestedBy.length}. ${theirs.note}`
        }
        onTake={(theirs, version) => {
          setDraft(theirs)
          setSeenVersion(version)
        }}
        keep={isTakingBack ? 'Take it back all the same' : undefined}
        onKeep={(version) => write(version, isTakingBack)}
      />
      <SubmitActions submit="Save the request" isPending={save.isPending} onCancel={onDone}>
        {request !== null && (
          <Button disabled={save.isPending} onClick={() => write(seenVersion, true)}>
            Take it back
          </Button>
        )}
      </SubmitActions>
    </Form>
  )
}

type TeamChoiceProps = Readonly<{
  name: string
  board: Board
  chosen: readonly string[]
  onChange: (teams: string[]) => void
}>

function TeamChoice({ name, board, chosen, onChange }: TeamChoiceProps) {
  return (
    <fieldset className={styles['teams']}>
      <legend>{name}</legend>
      {board.cards.map(({ team, teamName }) => (
        <Checkbox
          key={team}
          isChecked={chosen.includes(team)}
          onChange={(isChecked) =>
            onChange(isChecked ? [...chosen, team] : chosen.filter((other) => other !== team))
          }
        >
          {teamName}
        </Checkbox>
      ))}
    </fieldset>
  )
}
