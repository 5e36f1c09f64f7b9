import type { DecisionSeed } from '../../../contract/decisions.ts'
import type { PlannedDowntimeEffect } from '../../../contract/planned-downtime.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { formatDuration, formatRemaining } from '../../../domain/format.ts'
import type { DowntimeLeaning } from '../../../domain/planned-downtime.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { formatTime } from '../../../ui/time-format.ts'

export const leaningWords: Readonly<Record<DowntimeLeaning, string>> = {
  go: 'As planned',
  'another-time': 'Another time of this period',
  'next-period': 'The next period',
  never: 'Shorter, or not at all',
  stopped: 'Not as long as releases are stopped',
}

export const questions = {
  stops: 'Does a policy stop releases here?',
  takes: 'What would it take of each budget?',
  when: 'When do the budgets have most room for it?',
}

const share = (ratio: number | null) =>
  ratio === null ? 'no budget' : `${formatRemaining(ratio)}${NARROW_SPACE}%`

/** A record is looked for by its title: what is typed are plain spaces. */
const searchable = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')

/** What is recorded of it: the figures as they are seen now, by the viewer's clock. */
export function downtimeSeed(effect: PlannedDowntimeEffect, href: string, timeZone: string): DecisionSeed {
  const { service, team, deployment, minutes, from, budgets, best, bestLater, stops, outcome, dataUpTo } =
    effect
  const at = (instant: string) => formatTime(Date.parse(instant), 'full', timeZone)
  const nameOf = (budget: PlannedDowntimeEffect['budgets'][number]) =>
    `${endpointWords(budget.endpoint)}, ${budget.sliName}`
  const startFigure = (label: string, start: typeof best) =>
    start === null ? [] : [{ label: `${label}, ${at(start.at)}`, value: share(start.left) }]
  return {
    category: 'deployment',
    workflow: 'planned-downtime',
    title: searchable(`${formatDuration(minutes / 60)} down: ${service} in ${deployment}, ${at(from)}`),
    subject: { team, service, deployment, slo: null, sla: null },
    answers: [
      {
        question: questions.stops,
        answer: '',
        figures: stops.map(({ policyName, clauseName, since }) => ({
          label: `${policyName}, ${clauseName}`,
          value: `since ${at(since)}`,
        })),
        href,
      },
      {
        question: questions.takes,
        answer: '',
        figures: budgets.map((budget) => ({
          label: nameOf(budget),
          value: `${share(budget.remaining)} before, ${share(budget.left)} after`,
        })),
        href,
      },
      {
        question: questions.when,
        answer: '',
        figures: [
          ...startFigure('Best of this period', best),
          ...startFigure('Best of the next period', bestLater),
        ],
        href,
      },
    ],
    outcome: {
      rule: `${outcome.says} ${outcome.rule}`,
      leansTo: outcome.leansTo === null ? null : leaningWords[outcome.leansTo],
    },
    evidenceAt: dataUpTo,
  }
}
