import type { ReactNode } from 'react'

import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Time } from './time.tsx'

type MergePromptProps = Readonly<{
  by: string
  at: string
  /** What they did to it. */
  deed?: string
  /** What they entered, beside what stands here. */
  theirs: ReactNode
  take?: string
  /** Null where theirs cannot stand here: they took it back. */
  onTake: (() => void) | null
  keep?: string
  onKeepMine: () => void
}>

/** Somebody else saved while this was filled in. Neither is lost until one is chosen. */
export function MergePrompt({
  by,
  at,
  deed = 'changed',
  theirs,
  take = 'Take theirs into the form',
  onTake,
  keep = 'Save mine over it',
  onKeepMine,
}: MergePromptProps) {
  return (
    // Said aloud as well: it comes in answer to a press of a button that did not do what it says.
    <div role="alert">
      <Notice
        kind="partial"
        title={`${by} ${deed} it while you did`}
        action={
          <>
            {onTake !== null && <Button onClick={onTake}>{take}</Button>}{' '}
            <Button onClick={onKeepMine}>{keep}</Button>
          </>
        }
      >
        <Time at={at} form="date-time" />: {theirs}
      </Notice>
    </div>
  )
}
