import type { ChaosChosen, ChaosHypothesis } from '../../../contract/chaos-hypothesis.ts'
import type { PeriodOnWire } from '../../../contract/catalog.ts'
import type { ChaosLeaning, Quadrant } from '../../../domain/chaos-hypothesis.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { paths } from '../../../url/paths.ts'
import type { ChaosView } from '../../../url/chaos-view.ts'

export const questions = {
  slos: 'Which SLOs are there for which services?',
  defended: 'Which of them have been defended?',
  patterns: 'Does anything deplete it that nobody can explain?',
  weeks: 'Does it keep within the share of a week by itself?',
  hypothesis: 'What is harmed, and what should hold all the same?',
} as const

export const leaningWords: Readonly<Record<ChaosLeaning, string>> = {
  explain: 'A hypothesis about what stands out',
  confirm: 'A hypothesis that confirms what is known',
  'not-yet': 'No experiment yet',
}

/** In the order in which they are worth an experiment. */
export const quadrantWords: Readonly<Record<Quadrant, Readonly<{ name: string; meaning: string }>>> = {
  'known-knowns': { name: 'Known known', meaning: 'people watch it and understand it' },
  'known-unknowns': { name: 'Known unknown', meaning: 'people watch it and do not understand it yet' },
  'unknown-knowns': { name: 'Unknown known', meaning: 'people would understand it, and nobody watches it' },
  'unknown-unknowns': { name: 'Unknown unknown', meaning: 'nobody watches it or would understand it' },
}

/** "login POST /login availability". */
export function nameOf({
  service,
  endpoint,
  sliName,
}: Pick<ChaosChosen, 'service' | 'endpoint' | 'sliName'>) {
  return `${service} ${endpointWords(endpoint)} ${sliName.toLowerCase()}`
}

export const subjectOf = ({ sloId, deployment }: Pick<ChaosChosen, 'sloId' | 'deployment'>) =>
  `${sloId}@${deployment}`

type Links = Readonly<{ answer: ChaosHypothesis; view: ChaosView; at: string | null }>

/** The pages with the same figures: as they are, or as they were at an hour. */
export function linksOf({ answer, view, at }: Links) {
  const { periods, lastPeriods, chosen } = answer
  const one = (name: string) => (name === '' ? [] : [name])
  const inView = { team: one(view.team), service: one(view.service), deployment: one(view.deployment) }
  const rangeOf = (span: readonly PeriodOnWire[]) => {
    const range = { from: span[0]?.start ?? '', to: span.at(-1)?.end ?? '' }
    return at === null ? range : { ...range, at }
  }
  return {
    slos: paths.slosByService({ ...inView, at }),
    defended: indicatorPaths.sloAdherence({
      ...inView,
      range: rangeOf(periods),
      sort: [{ column: 'broken', descending: false }],
    }),
    patterns: indicatorPaths.budgetDepletion({
      slo: chosen === null ? [] : [chosen.sloId],
      deployment: chosen === null ? [] : [chosen.deployment],
      range: rangeOf(lastPeriods),
      show: 'graph',
    }),
  }
}
