import type { ChaosChosen, ChaosEpisode, ChaosHypothesis } from '../../../contract/chaos-hypothesis.ts'
import type { DecisionSeed } from '../../../contract/decisions.ts'
import { formatDepletion } from '../../../domain/format-depletion.ts'
import { formatRemaining, formatSpeed } from '../../../domain/format.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import type { ChaosView } from '../../../url/chaos-view.ts'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { hrefOf } from '../../../url/href.ts'
import { spanWords } from '../workflow/verdict-marks.tsx'
import { leaningWords, linksOf, nameOf, quadrantWords, questions, subjectOf } from './chaos-words.ts'
import type { Hypothesis } from './hypothesis-fields.tsx'

/** What was typed beside the questions. */
export type ChaosAnswers = Readonly<{ defended: string; patterns: string; weeks: string }>

type Said = Readonly<{ answers: ChaosAnswers; hypothesis: Hypothesis }>

/** A record holds no more lines of one question. */
const MOST_FIGURES = 60

const share = (ratio: number | null) =>
  ratio === null ? 'no figure' : `${formatRemaining(ratio)}${NARROW_SPACE}%`

/** What is recorded: the figures as they are seen now, with links that go on showing them. */
export function chaosSeed(
  answer: ChaosHypothesis,
  chosen: ChaosChosen,
  view: ChaosView,
  { answers, hypothesis }: Said,
): DecisionSeed {
  const at = view.at ?? answer.dataUpTo
  const frozen: ChaosView = { ...view, subject: subjectOf(chosen), at }
  const links = linksOf({ answer, view: frozen, at })
  const { outcome, lastPeriods } = answer
  return {
    category: 'test',
    workflow: 'chaos-hypothesis',
    title: `Experiment on ${nameOf(chosen)}, ${hypothesis.environment}`,
    subject: {
      team: chosen.team,
      service: chosen.service,
      deployment: hypothesis.environment,
      slo: chosen.sloId,
      sla: null,
    },
    decision: hypothesis.harm.trim(),
    answers: [
      {
        question: questions.slos,
        answer: '',
        figures: answer.slis.map(({ name, sloCount, defendedCount, seriesCount }) => ({
          label: name,
          value: `${sloCount} SLOs, ${defendedCount} of ${seriesCount} budgets defended`,
        })),
        href: hrefOf(links.slos),
      },
      {
        question: `${questions.defended} (${spanWords(lastPeriods)})`,
        answer: answers.defended.trim(),
        figures: [
          ...chosen.cells.map((cell, row) => ({
            label: `${nameOf(chosen)}, ${chosen.deployment}, ${lastPeriods[row]?.name ?? ''}`,
            value: cell,
          })),
          ...answer.candidates.map((row) => ({
            label: `${nameOf(row)}, ${row.deployment}`,
            value: `${row.fulfilledCount} of ${row.verdictCount} kept, least left ${share(row.leastLeft)}`,
          })),
        ],
        href: hrefOf(links.defended),
      },
      {
        question: `${questions.patterns} (${spanWords(lastPeriods)})`,
        answer: answers.patterns.trim(),
        figures: chosen.episodes.slice(0, MOST_FIGURES).map((episode) => ({
          label: `${episode.start.slice(0, 16).replace('T', ' ')} UTC, ${formatSpeed(episode.speed)}${NARROW_SPACE}%/h`,
          value: `${formatDepletion(episode.depletion)}${NARROW_SPACE}%, ${explained(episode)}`,
        })),
        href: hrefOf(links.patterns),
      },
      {
        question: questions.weeks,
        answer: answers.weeks.trim(),
        figures: chosen.weeks.map(({ start, remaining }) => ({
          label: `Week from ${start.slice(0, 10)}`,
          value: `${share(remaining)} left`,
        })),
        href: hrefOf(decisionPaths.chaosHypothesis(frozen)),
      },
      { question: questions.hypothesis, answer: hypothesisWords(hypothesis), figures: [], href: null },
    ],
    outcome: {
      rule: `${outcome.says} ${outcome.rule}`,
      leansTo: outcome.leansTo === null ? null : leaningWords[outcome.leansTo],
    },
    evidenceAt: answer.dataUpTo,
    workItems: hypothesis.followUps.split('\n').filter((line) => line.trim() !== ''),
    hypothesis: hypothesis.steadyState,
    isAgainst: outcome.leansTo === 'not-yet' && hypothesis.harm.trim() !== '',
  }
}

const MOST_EXPLAINED = 200

function explained({ incidents, releaseBefore, isBlip }: ChaosEpisode): string {
  if (isBlip) return 'nothing known, stands out'
  const known = [
    ...incidents.map(({ title, id }) => title ?? id),
    ...(releaseBefore === null ? [] : [`release ${releaseBefore.version} before it`]),
  ]
  return known.length === 0 ? 'nothing known' : known.join(', ').slice(0, MOST_EXPLAINED)
}

function hypothesisWords({ quadrant, harm, environment, steadyState }: Hypothesis): string {
  return [
    `Steady state: ${steadyState.trim()}`,
    `Planned harm: ${harm.trim() === '' ? 'not said yet' : harm.trim()}`,
    `Environment: ${environment}`,
    'Signal: depletion at the end of the week, against the share of the week',
    ...(quadrant === null ? [] : [quadrantWords[quadrant].name]),
  ].join('\n')
}
