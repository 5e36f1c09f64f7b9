import type { ApiConsumption, ConsumedSlo } from '../../../contract/api-consumption.ts'
import type { DecisionSeed } from '../../../contract/decisions.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { formatDuration, formatRemaining, formatTarget } from '../../../domain/format.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'

type Leaning = NonNullable<ApiConsumption['outcome']['leansTo']>

export const leaningWords: Readonly<Record<Leaning, string>> = {
  little: 'Little adaptive capacity is enough',
  solid: 'Solid investment in adaptive capacity',
}

export const questions = {
  defined: 'Which SLOs are defined, and are they enough?',
  kept: 'How were they kept?',
  depleted: 'How much was depleted, and when does it stop?',
  promised: 'What is promised to customers?',
  ready: 'How will you be ready for what is not kept?',
} as const

const share = (ratio: number | null) =>
  ratio === null ? 'no figure' : `${formatRemaining(ratio)}${NARROW_SPACE}%`

function nameOf({ endpoint, sliName }: Pick<ConsumedSlo, 'endpoint' | 'sliName'>): string {
  return `${endpointWords(endpoint)}, ${sliName}`
}

type Typed = Readonly<{
  answers: Readonly<Record<number, string>>
  /** The address of what is seen, fixed. */
  href: string
  /** Whose decision it is; null for the organization. */
  team: string | null
}>

/** What is recorded of it: the figures as they are seen now. */
export function apiConsumptionSeed(answer: ApiConsumption, { answers, href, team }: Typed): DecisionSeed {
  const { service, deployment, slos, slas, recent, outcome, dataUpTo } = answer
  const step = (
    number: number,
    question: string,
    figures: DecisionSeed['answers'][number]['figures'],
  ): DecisionSeed['answers'][number] => ({ question, answer: answers[number] ?? '', figures, href })
  return {
    category: 'development',
    workflow: 'api-consumption',
    title: `Consuming ${service}${deployment === null ? '' : ` in ${deployment}`}`,
    subject: { team, service, deployment, slo: null, sla: null },
    answers: [
      step(
        1,
        questions.defined,
        slos.map((slo) => ({ label: nameOf(slo), value: `${formatTarget(slo.target)}${NARROW_SPACE}%` })),
      ),
      step(
        2,
        questions.kept,
        slos.map((slo) => ({
          label: nameOf(slo),
          value: slo.environments
            .map(
              (one) =>
                `${one.fulfilledCount} of ${one.fulfilledCount + one.brokenCount} in ${one.deployment}`,
            )
            .join(', '),
        })),
      ),
      step(
        3,
        questions.depleted,
        slos.map(({ sign, fulfilled, broken, episodes, ...slo }) => ({
          label: nameOf(slo),
          value: [
            `median ${share(sign.medianDepletion)} in the last ${recent}`,
            `${share(fulfilled.medianDepletion)} where kept`,
            `${share(broken.medianDepletion)} where broken`,
            episodes.averageHours === null
              ? 'no episode'
              : `stops after ${formatDuration(episodes.averageHours)}`,
          ].join(', '),
        })),
      ),
      step(
        4,
        questions.promised,
        slas.map((sla) => ({
          label: `${sla.name}, ${sla.sliName}`,
          value: `${sla.fulfilledCount} of ${sla.fulfilledCount + sla.brokenCount} kept`,
        })),
      ),
      step(5, questions.ready, []),
    ],
    outcome: {
      rule: `${outcome.says} ${outcome.rule}`,
      leansTo: outcome.leansTo === null ? null : leaningWords[outcome.leansTo],
    },
    evidenceAt: dataUpTo,
    ...(outcome.leansTo !== null && {
      decision:
        outcome.leansTo === 'little'
          ? `Integrate ${service} with little adaptive capacity.`
          : `Integrate ${service}, and invest in adaptive capacity towards it first.`,
    }),
  }
}
