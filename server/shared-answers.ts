import type { ApiContext } from './context.ts'

export type SharedAnswers = Readonly<{
  /** What `build` makes, or what it makes for another who asks the same: one answer for all who come while one is made. */
  of(question: string, build: () => Promise<string>): Promise<string>
}>

type InWork = Readonly<{ running: Promise<unknown>; next: Promise<string> | null }>

/**
 * Many people open the same page at the same time. Whoever asks what is being answered waits and shares the answer after
 * it, whose making has not begun: nobody is told what was true before their question.
 */
export function createSharedAnswers(): SharedAnswers {
  const inWork = new Map<string, InWork>()

  function run(question: string, build: () => Promise<string>): Promise<string> {
    const answer = build()
    const running = answer.catch(() => undefined)
    inWork.set(question, { running, next: null })
    void running.then(() => {
      if (inWork.get(question)?.running === running && inWork.get(question)?.next === null)
        inWork.delete(question)
    })
    return answer
  }

  return {
    of(question, build) {
      const known = inWork.get(question)
      if (known === undefined) return run(question, build)
      if (known.next !== null) return known.next
      const next = known.running.then(() => run(question, build))
      inWork.set(question, { ...known, next })
      return next
    },
  }
}

/** An answer that is shared must not depend on who asked first. Routes copy the context, which copies what is enumerable. */
export function forNobody(context: ApiContext): ApiContext {
  const refuse = () => {
    throw new Error('What depends on who asks needs a permission in its operation, so that it is not shared')
  }
  return Object.defineProperty({ ...context, endSession: null }, 'caller', { get: refuse, enumerable: false })
}
