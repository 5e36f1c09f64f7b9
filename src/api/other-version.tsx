import type { ReactNode } from 'react'

import type { Problem } from '../contract/problem.ts'
import { MergePrompt } from '../ui/merge-prompt.tsx'
import { ApiError } from './http.ts'

type Theirs = NonNullable<Problem['current']>

/** What somebody else entered in the meantime, where that is why a change was refused. */
export function theirsOf(error: Error | null): Theirs | null {
  return (error instanceof ApiError ? error.problem.current : undefined) ?? null
}

/** What they did to it, as the prompt says it. */
export const deedOf = ({ isWithdrawn }: Theirs) => (isWithdrawn ? 'withdrew' : 'changed')

type OtherVersionProps = Readonly<{
  theirs: Theirs
  /** What is theirs and what is mine, in words. */
  children: ReactNode
  take: string
  onTake: () => void
  keep: string
  onKeep: () => void
}>

/** Neither is lost until somebody chose: what came in between stands beside what was meant here. */
export function OtherVersion({ theirs, children, take, onTake, keep, onKeep }: OtherVersionProps) {
  return (
    <MergePrompt
      by={theirs.by}
      at={theirs.at}
      deed={deedOf(theirs)}
      theirs={children}
      take={take}
      onTake={onTake}
      keep={keep}
      onKeepMine={onKeep}
    />
  )
}
