import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { newId } from '../../api/new-id.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { policyChanges } from '../../api/policy-queries.ts'
import { silverBulletOf, type SilverBullet, type SilverBulletList } from '../../contract/silver-bullets.ts'
import { dayFrom, formatDay } from '../../domain/day.ts'
import { Button } from '../../ui/button.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'

type SilverBulletFormProps = Readonly<{
  /** Null for a new one. */
  bullet: SilverBulletList['items'][number] | null
  team: string
  policy: string
  onDone: () => void
}>

const draftOf = ({ on, release, why }: SilverBullet): SilverBullet => ({ on, release, why })

/** Which release, on which day, and why it could not wait. */
export function SilverBulletForm({ bullet, team, policy, onDone }: SilverBulletFormProps) {
  const [id] = useState(() => bullet?.id ?? newId('b'))
  const save = useMutation(policyChanges.silverBullet(team, policy, id))
  const [draft, setDraft] = useState(() =>
    bullet === null ? { on: '', release: '', why: '' } : draftOf(bullet),
  )
  const [seenVersion, setSeenVersion] = useState(bullet?.version ?? 0)
  const [isTried, setIsTried] = useState(false)
  const isTakingBack = save.variables?.used === null
  const isDay = dayFrom(draft.on) !== null
  const set = (change: Partial<SilverBullet>) => setDraft({ ...draft, ...change })

  function write(version: number, isBack: boolean) {
    setIsTried(true)
    if (!isBack && (!isDay || draft.release.trim() === '' || draft.why.trim() === '')) return
    save.mutate({ seenVersion: version, used: isBack ? null : draft }, { onSuccess: onDone })
  }

  const missing = (text: string) => isTried && text.trim() === ''
  return (
    <Form name="Silver bullet" onSubmit={() => write(seenVersion, false)}>
      <TextField
        label="Released on"
        type="date"
        value={draft.on}
        onChange={(on) => set({ on })}
        mistake={isTried && !isDay && 'A day, today at the latest'}
      />
      <TextField
        label="Release"
        value={draft.release}
        maxLength={120}
        autoComplete="off"
        onChange={(release) => set({ release })}
        mistake={missing(draft.release) && 'Which one it was'}
      />
      <TextField
        label="Why it could not wait"
        value={draft.why}
        maxLength={500}
        autoComplete="off"
        onChange={(why) => set({ why })}
        mistake={missing(draft.why) && 'A review asks for it'}
      />
      <NotSaved
        change={save}
        bodyOf={silverBulletOf}
        inWords={(theirs) => `${formatDay(theirs.on)}, ${theirs.release}: ${theirs.why}`}
        onTake={(theirs, version) => {
          setDraft(draftOf(theirs))
          setSeenVersion(version)
        }}
        keep={isTakingBack ? 'Take it back all the same' : undefined}
        onKeep={(version) => write(version, isTakingBack)}
      />
      <SubmitActions submit="Save it" isPending={save.isPending} onCancel={onDone}>
        {bullet !== null && (
          <Button disabled={save.isPending} onClick={() => write(seenVersion, true)}>
            Take it back
          </Button>
        )}
      </SubmitActions>
    </Form>
  )
}
