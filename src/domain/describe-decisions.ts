import type { DecisionState } from './decision.ts'
import { formatDay } from './day.ts'
import { counted, sentences } from './indicator-words.ts'

type Told = Readonly<{
  /** Whatever is chosen of them. */
  known: number
  /** Of what is chosen. */
  byState: Readonly<Record<DecisionState, number>>
  dueEffects: number
  oldestEffect: Readonly<{ title: string; on: string }> | null
}>

/** How many decisions hold, what waits for a signature, and what was to be looked at again. */
export function describeDecisions({ known, byState, dueEffects, oldestEffect }: Told): string {
  const chosen = Object.values(byState).reduce((all, count) => all + count, 0)
  if (known === 0) return 'No decision is recorded yet.'
  if (chosen === 0) return `None of the ${counted(known, 'decision')} is of this choice.`
  return sentences([
    `${counted(byState.effective, 'decision')} ${byState.effective === 1 ? 'is' : 'are'} in effect.`,
    byState['in-review'] === 0
      ? null
      : `${byState['in-review']} ${byState['in-review'] === 1 ? 'waits' : 'wait'} for signatures.`,
    dueEffects === 0 || oldestEffect === null ? null : effectWords(dueEffects, oldestEffect),
  ])
}

function effectWords(count: number, { title, on }: Readonly<{ title: string; on: string }>): string {
  const since = `since ${formatDay(on)}`
  return count === 1
    ? `The effect of one is to be looked at, “${title}”, ${since}.`
    : `The effects of ${count} are to be looked at, the longest waiting “${title}”, ${since}.`
}
