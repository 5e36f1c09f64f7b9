import type { ReactNode } from 'react'

import type { Problem } from '../contract/problem.ts'
import { MergePrompt } from '../ui/merge-prompt.tsx'
import { ApiError } from './http.ts'
import { RefusedChange } from './refused-change.tsx'

type Theirs = NonNullable<Problem['current']>

/** What somebody else entered in the meantime, where that is why a change was refused. */
export function theirsOf(error: Error | null): Theirs | null {
  return (error instanceof ApiError ? error.problem.current : undefined) ?? null
}

type NotSavedProps<Body> = Readonly<{
  change: Readonly<{ error: Error | null; reset: () => void }>
  /** What is said where nobody else is in the way. */
  title?: string
  bodyOf: (body: unknown) => Body | null | undefined
  /** Theirs beside mine. */
  inWords: (theirs: Body) => ReactNode
  /** What is there now that they took theirs back. */
  gone?: string
  take?: string
  /** What is saved after this is saved over theirs. */
  onTake: (theirs: Body, version: number) => void
  keep?: string | undefined
  onKeep: (version: number, theirs: Body | null) => void
}>

/**
 * Why a change was not saved, where it was asked for. Where somebody else came in between, neither text is lost until one is
 * chosen: theirs stands beside what was meant here.
 */
export function NotSaved<Body>({
  change: { error, reset },
  title = 'It was not saved',
  bodyOf,
  inWords,
  gone = 'it was taken back',
  take = 'Take theirs into the form',
  onTake,
  keep = 'Save mine over it',
  onKeep,
}: NotSavedProps<Body>) {
  const other = theirsOf(error)
  if (other === null) return <RefusedChange title={title} error={error} />
  const { by, at, version, isWithdrawn } = other
  const theirs = isWithdrawn ? null : (bodyOf(other.body) ?? null)
  const shared = { by, at, keep, onKeep: () => onKeep(version, theirs) }
  if (theirs === null)
    return (
      <MergePrompt
        {...shared}
        deed={isWithdrawn ? 'withdrew' : 'changed'}
        theirs={isWithdrawn ? gone : 'it can no longer be read'}
        take="Leave it so"
        onTake={reset}
      />
    )
  return (
    <MergePrompt
      {...shared}
      deed="changed"
      theirs={inWords(theirs)}
      take={take}
      onTake={() => {
        onTake(theirs, version)
        reset()
      }}
    />
  )
}
