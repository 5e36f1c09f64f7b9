import type { ApiDeps, StoreChanges } from './ports.ts'

export type HeldAnswers = Readonly<{
  /** What `build` makes of the ports it is given, or made before, while nothing has changed that it rests on. */
  of(question: string, build: (from: ApiDeps) => Promise<string>): Promise<string>
}>

type Held = Readonly<{ standing: string; answer: string }>

const HOUR_MS = 3_600_000
/** Characters, most of which take a byte. */
const MOST_HELD = 32_000_000
/** What is larger is asked for by few, and would push out many. */
const LONGEST_ANSWER = 2_000_000

/**
 * A store that counts its changes is asked for those numbers with each question, and for the rest only when one of them is
 * another. What an answer rests on besides, such as the clock, is noticed while it is made, and it is not held then.
 */
export function createHeldAnswers(deps: ApiDeps): HeldAnswers {
  const { changes } = deps
  if (changes === undefined) return { of: (_question, build) => build(deps) }
  const answers = createHeld()
  return {
    async of(question, build) {
      const standing = standingOf(await changes(), deps.now())
      const held = answers.get(question, standing)
      if (held !== undefined) return held
      const noted = noting(deps)
      const answer = await build(noted.deps)
      if (noted.isLasting() && answer.length <= LONGEST_ANSWER) answers.set(question, { standing, answer })
      return answer
    },
  }
}

/** Those that were asked for last, as many as there is room for. */
function createHeld() {
  const answers = new Map<string, Held>()
  let size = 0
  function take(question: string): Held | undefined {
    const held = answers.get(question)
    if (held !== undefined) size -= held.answer.length
    answers.delete(question)
    return held
  }
  function put(question: string, held: Held): void {
    take(question)
    answers.set(question, held)
    size += held.answer.length
  }
  return {
    get(question: string, standing: string): string | undefined {
      const held = take(question)
      if (held?.standing !== standing) return undefined
      put(question, held)
      return held.answer
    },
    set(question: string, held: Held): void {
      put(question, held)
      for (const oldest of answers.keys()) {
        if (size <= MOST_HELD) break
        take(oldest)
      }
    },
  }
}

/** Data end with the running hour at the latest, so that it counts as a change when another begins. */
function standingOf({ hours, past, records, catalog, entries }: StoreChanges, nowMs: number): string {
  return [hours, past, records, catalog, entries, Math.floor(nowMs / HOUR_MS)].join(' ')
}

/**
 * The ports, and whether nothing was asked of them but what the store counts changes of. Access is left out: what answers
 * from it needs a permission, and is never held.
 */
function noting(deps: ApiDeps): Readonly<{ deps: ApiDeps; isLasting: () => boolean }> {
  let isLasting = true
  const note = <Asked extends readonly unknown[], Told>(ask: (...asked: Asked) => Told) => {
    return (...asked: Asked): Told => {
      isLasting = false
      return ask(...asked)
    }
  }
  const { now, buckets, feeds, catalogState, editedTarget, targetDocument } = deps
  const noted: ApiDeps = {
    ...deps,
    now: note(now),
    buckets: { ...buckets, ...(buckets.readFine && { readFine: note(buckets.readFine) }) },
    ...(feeds && { feeds: note(feeds) }),
    ...(catalogState && { catalogState: note(catalogState) }),
    ...(editedTarget && { editedTarget: note(editedTarget) }),
    ...(targetDocument && { targetDocument: note(targetDocument) }),
  }
  return { deps: noted, isLasting: () => isLasting }
}
