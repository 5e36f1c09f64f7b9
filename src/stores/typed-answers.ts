import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** By the number of the question. */
type Answers = Readonly<Record<number, string>>

/** What was typed last stands last. */
type TypedAnswers = Readonly<Record<string, Answers>>

/** More than anybody prepares side by side, few enough for what a browser keeps of a tab. */
const MOST_SUBJECTS = 20

const noAnswers: Answers = {}

/** What lies in storage may be edited by hand: only texts are taken. */
function known(stored: unknown): TypedAnswers {
  return Object.fromEntries(
    entriesOf(stored).map(([subject, answers]) => [
      subject,
      Object.fromEntries(entriesOf(answers).filter((entry): entry is [string, string] => isText(entry[1]))),
    ]),
  )
}

const isText = (value: unknown) => typeof value === 'string'

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

// Unfinished, so nobody else's and not in the address; of this tab, so gone with it.
const useTypedAnswersStore = create<TypedAnswers>()(
  persist((): TypedAnswers => ({}), {
    name: 'typed-answers',
    version: 1,
    storage: createJSONStorage(() => window.sessionStorage),
    merge: known,
  }),
)

export const useTypedAnswers = (subject: string): Answers =>
  useTypedAnswersStore((state) => state[subject] ?? noAnswers)

export const typedAnswers = (subject: string): Answers =>
  useTypedAnswersStore.getState()[subject] ?? noAnswers

export function setTypedAnswer(subject: string, number: number, answer: string) {
  const { [subject]: answers, ...others } = useTypedAnswersStore.getState()
  const kept = Object.entries(others).slice(1 - MOST_SUBJECTS)
  const changed = { ...answers, [number]: answer }
  useTypedAnswersStore.setState({ ...Object.fromEntries(kept), [subject]: changed }, true)
}

export function forgetAllTypedAnswers() {
  useTypedAnswersStore.setState({}, true)
}

export function forgetTypedAnswers(subject: string) {
  const { [subject]: _, ...others } = useTypedAnswersStore.getState()
  useTypedAnswersStore.setState(others, true)
}
