import type { ReactNode } from 'react'

import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Time } from './time.tsx'

type MergePromptProps = Readonly<{
  by: string
  at: string
  /** What they entered, beside what stands in the form. */
  theirs: ReactNode
  /** Null where theirs cannot stand in the form: they took it back. */
  onTake: (() => void) | null
  onKeepMine: () => void
}>

/** Somebody else saved while this was filled in. Neither is lost until one is chosen. */
export function MergePrompt({ by, at, theirs, onTake, onKeepMine }: MergePromptProps) {
  return (
    <Notice
      kind="partial"
      title={`${by} changed it while you did`}
      action={
        <>
          {onTake !== null && <Button onClick={onTake}>Take theirs into the form</Button>}{' '}
          <Button onClick={onKeepMine}>Save mine over it</Button>
        </>
      }
    >
      <Time at={at} form="date-time" />: {theirs}
    </Notice>
  )
}
