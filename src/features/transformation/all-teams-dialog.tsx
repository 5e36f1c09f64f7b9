import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { boardChanges } from '../../api/board-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { prerequisitesBodySchema, type Board } from '../../contract/board.ts'
import { SRE_TEAM_SIZE, sreTeamsFor } from '../../domain/sre-teams.ts'
import { prerequisites } from '../../domain/slo-readiness.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import { prerequisiteWords } from './board-words.ts'
import styles from './board-dialogs.module.css'

type AllTeamsDialogProps = Readonly<{ board: Board; whyNot: string | null; onClose: () => void }>

/** What must hold before all teams begin in parallel, and no longer a few at a time. */
export function AllTeamsDialog({ board, whyNot, onClose }: AllTeamsDialogProps) {
  const { changed } = board.prerequisites
  return (
    <Dialog title="Ready to open to all teams?" width="wide" onClose={onClose}>
      {(close) => (
        <DialogBody>
          <p className="muted">
            A few teams at a time come first, to the end of a phase. All begin in parallel once these six
            hold.
            {changed !== null && (
              <>
                {' '}
                Last changed by {changed.by}, <Time at={changed.at} form="full" />.
              </>
            )}
            {whyNot !== null && ` To change them: ${whyNot.charAt(0).toLowerCase()}${whyNot.slice(1)}.`}
          </p>
          <AllTeamsForm board={board} isReadOnly={whyNot !== null} onDone={close} />
        </DialogBody>
      )}
    </Dialog>
  )
}

type AllTeamsFormProps = Readonly<{ board: Board; isReadOnly: boolean; onDone: () => void }>

function AllTeamsForm({ board, isReadOnly, onDone }: AllTeamsFormProps) {
  const save = useMutation(boardChanges.prerequisites())
  const [held, setHeld] = useState(board.prerequisites.held)
  const [seenVersion, setSeenVersion] = useState(board.prerequisites.version)
  const heldOf = (checks: typeof held) => prerequisites.filter((name) => checks[name].isHeld)

  function send(version: number) {
    save.mutate({ seenVersion: version, held }, { onSuccess: onDone })
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <p>
        <b>
          {heldOf(held).length} of {prerequisites.length} hold.
        </b>{' '}
        <span className="muted">
          An SRE team of {SRE_TEAM_SIZE} can look after as many teams: for all {board.cards.length} it takes{' '}
          {sreTeamsFor(board.cards.length)}.
        </span>
      </p>
      <fieldset className={styles['fields']} disabled={isReadOnly}>
        {prerequisites.map((name) => (
          <div
            key={name}
            className={styles['prerequisite']}
            role="group"
            aria-label={prerequisiteWords[name]}
          >
            <Checkbox
              isChecked={held[name].isHeld}
              onChange={(isHeld) => setHeld({ ...held, [name]: { ...held[name], isHeld } })}
            >
              {prerequisiteWords[name]}
            </Checkbox>
            <TextField
              label="How one can tell"
              value={held[name].evidence}
              maxLength={500}
              onChange={(evidence) => setHeld({ ...held, [name]: { ...held[name], evidence } })}
            />
          </div>
        ))}
      </fieldset>
      <NotSaved
        change={save}
        bodyOf={(body) => prerequisitesBodySchema.safeParse(body).data}
        inWords={(theirs) => `there ${heldOf(theirs.held).length} hold, here ${heldOf(held).length}.`}
        onTake={(theirs, version) => {
          setHeld(theirs.held)
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      {!isReadOnly && <SubmitActions submit="Save" isPending={save.isPending} onCancel={onDone} />}
    </Form>
  )
}
