import {
  formatDependencyAnswers,
  parseDependencyAnswers,
  type DependencyAnswer,
} from '../domain/dependency-answers.ts'
import { slugsFrom, type UrlCodec } from './codec.ts'
import { parseHour } from './view-range.ts'

/** What a link to the setting of an SLO shows. */
export type SetSloView = Readonly<{
  /** Null where none is chosen yet. */
  service: string | null
  /** Null for the first in production. */
  deployment: string | null
  /** What was said of its dependencies. */
  answers: readonly DependencyAnswer[]
  /** Looked at in place of the one that the data lean to. */
  target: number | null
  /** The hour from which a frozen link looks; null for the present. */
  at: string | null
}>

/** The server takes no more. */
const MOST_ANSWERS = 30

export const setSloViewCodec: UrlCodec<SetSloView> = {
  parse: (params) => ({
    service: slugsFrom(params['service'])[0] ?? null,
    deployment: slugsFrom(params['deployment'])[0] ?? null,
    answers: parseDependencyAnswers(params['answers'] ?? '').slice(0, MOST_ANSWERS),
    target: targetFrom(params['target']),
    at: parseHour(params['at']),
  }),

  format: ({ service, deployment, answers, target, at }) => ({
    ...(service !== null && { service }),
    ...(deployment !== null && { deployment }),
    ...(answers.length > 0 && { answers: formatDependencyAnswers(answers) }),
    ...(target !== null && { target: String(target) }),
    ...(at !== null && { at }),
  }),
}

/** In plain digits, as 0.9995. */
function targetFrom(text: string | undefined): number | null {
  const target = /^0\.\d{1,9}$/.test(text ?? '') ? Number(text) : 0
  return target > 0 ? target : null
}
