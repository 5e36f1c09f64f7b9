import type { ReactNode } from 'react'

import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Time } from './time.tsx'

type MergePromptProps = Readonly<{
  by: string
  at: string
  /** What they did to it. */
  deed: string
  /** What they entered, beside what stands here. */
  theirs: ReactNode
  take: string
  onTake: () => void
  keep: string
  onKeep: () => void
}>

/** Somebody else saved while this was filled in. Neither is lost until one is chosen. */
export function MergePrompt({ by, at, deed, theirs, take, onTake, keep, onKeep }: MergePromptProps) {
  return (
    // Said aloud as well: it comes in answer to a press of a button that did not do what it says.
    <div role="alert">
      <Notice
        kind="partial"
        title={`${by} ${deed} it while you did`}
        action={
          <>
            <Button onClick={onTake}>{take}</Button> <Button onClick={onKeep}>{keep}</Button>
          </>
        }
      >
        <Time at={at} form="date-time" />: {theirs}
      </Notice>
    </div>
  )
}
