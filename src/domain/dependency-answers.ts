import {
  dependencyStrengths,
  failureModes,
  type ComposedDependency,
  type DependencyStrength,
  type FailureMode,
} from './composition.ts'

/** What a person said of one dependency; of an external one also what its contract or its website says. */
export type DependencyAnswer = Readonly<{
  /** The slug of a service, or the name of what is not in the catalog. */
  name: string
  /** Null where nobody said: it counts as strong then. */
  strength: DependencyStrength | null
  hasAdaptiveCapacity: boolean
  failure: FailureMode
  /** The SLA of an external one; null where none is known. */
  promise: number | null
  /** Whether its published adherence says that it was kept; null where nothing is published. */
  isKept: boolean | null
}>

export function unanswered(name: string): DependencyAnswer {
  return { name, strength: null, hasAdaptiveCapacity: false, failure: 'apart', promise: null, isKept: null }
}

export function counts(answer: DependencyAnswer): Omit<ComposedDependency, 'reliability'> {
  const { strength, hasAdaptiveCapacity, failure } = answer
  return { strength: strength ?? 'strong', hasAdaptiveCapacity, failure }
}

const BETWEEN_FIELDS = '~'
const BETWEEN_ANSWERS = '~~'
const UNKNOWN = '-'

/** "holds~soft~yes~apart~-~-", as it stands in an address; `~` in a name becomes a space. */
export function formatDependencyAnswers(answers: readonly DependencyAnswer[]): string {
  return answers
    .map(({ name, strength, hasAdaptiveCapacity, failure, promise, isKept }) =>
      [
        name.replaceAll(BETWEEN_FIELDS, ' ').trim(),
        strength ?? UNKNOWN,
        hasAdaptiveCapacity ? 'yes' : 'no',
        failure,
        promise ?? UNKNOWN,
        isKept === null ? UNKNOWN : isKept ? 'kept' : 'broken',
      ].join(BETWEEN_FIELDS),
    )
    .join(BETWEEN_ANSWERS)
}

/** What is none is left out; of two about the same one the last holds. */
export function parseDependencyAnswers(text: string): readonly DependencyAnswer[] {
  const answers = text.split(BETWEEN_ANSWERS).flatMap((one) => parseAnswer(one) ?? [])
  return [...new Map(answers.map((answer) => [answer.name, answer])).values()]
}

function parseAnswer(text: string): DependencyAnswer | null {
  const [name, strength, capacity, failure, promise, kept, ...rest] = text.split(BETWEEN_FIELDS)
  const mode = failureModes.find((one) => one === failure)
  if (name === undefined || name.trim() === '' || mode === undefined || rest.length > 0) return null
  return {
    name: name.trim(),
    strength: dependencyStrengths.find((one) => one === strength) ?? null,
    hasAdaptiveCapacity: capacity === 'yes',
    failure: mode,
    promise: asShare(promise),
    isKept: kept === 'kept' ? true : kept === 'broken' ? false : null,
  }
}

function asShare(text: string | undefined): number | null {
  const share = Number(text)
  return share > 0 && share <= 1 ? share : null
}
