import type { DecisionSeed } from '../../../contract/decisions.ts'
import type {
  FeaturesOrReliability,
  FindingOnWire,
  ShortlistListOnWire,
} from '../../../contract/features-or-reliability.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { formatLatency } from '../../../domain/format-latency.ts'
import { formatAvailability, formatDuration, formatRemaining, formatSpeed } from '../../../domain/format.ts'
import { nameList } from '../../../domain/indicator-words.ts'
import { isAgainst, type Leaning, type ShortlistList } from '../../../domain/shortlist.ts'
import { hrefOf } from '../../../url/href.ts'
import { planningPath } from '../../../url/planning-paths.ts'
import type { PlanningView } from '../../../url/planning-view.ts'
import { findingName, indicatorLink, listWords, spanName } from './list-words.ts'

/** A record holds no more lines of one question. */
const MOST_FIGURES = 60

const leaningNames: Readonly<Record<Leaning, string>> = {
  features: 'features',
  both: 'some of both',
  reliability: 'reliability',
}

/** What the record of the decision holds: the rows that are picked with their figures as they are seen now, and the split. */
export function decisionSeed(
  answer: FeaturesOrReliability,
  view: PlanningView,
  reliability: number,
): DecisionSeed {
  const { decisionFor, reviewIn, outcome, dataUpTo } = answer
  // As it is seen now, whatever comes later.
  const frozen: PlanningView = { ...view, period: answer.period?.id ?? null, at: view.at ?? dataUpTo }
  const [team, ...otherTeams] = view.team
  const [deployment, ...otherDeployments] = view.deployment
  const share = Math.round(reliability * 100)
  return {
    category: 'prioritisation',
    workflow: 'features-or-reliability',
    title: `Features or reliability in ${decisionFor.name}: ${teamNames(answer, view)}`,
    subject: {
      team: team !== undefined && otherTeams.length === 0 ? team : null,
      service: null,
      deployment: deployment !== undefined && otherDeployments.length === 0 ? deployment : null,
      slo: null,
      sla: null,
    },
    decision: `In ${decisionFor.name} ${share}\u202f% of the capacity goes to reliability, ${100 - share}\u202f% to features.`,
    answers: [
      ...answer.lists.map((list) => ({
        question: `${listWords[list.list].question} (${list.list === 'most-broken' ? spanName(answer.periods) : answer.period?.name})`,
        ...figuresOf(
          pickedOf(list).map((row) => ({ label: findingName(row), value: figureWords(list.list, row) })),
        ),
        href: hrefOf(indicatorLink(list.list, answer, frozen)),
      })),
      {
        question: 'Which endpoints need reliability work most?',
        ...figuresOf(
          answer.shortlist.map(({ service, endpoint, questions }) => ({
            label: `${service} ${endpointWords(endpoint)}`,
            value: `${questions.length === 1 ? 'question' : 'questions'} ${questions.join(', ')}`,
          })),
        ),
        href: hrefOf(planningPath(frozen)),
      },
    ],
    outcome: {
      rule: `${outcome.rule ?? outcome.leaning} ${outcome.says}`,
      leansTo: outcome.leansTo === null ? null : leaningNames[outcome.leansTo],
    },
    evidenceAt: dataUpTo,
    split: { teams: [...view.team], period: decisionFor.id, reliability },
    isAgainst: isAgainst(outcome.leansTo, reliability),
    validFrom: dayOf(decisionFor.start),
    nextReview: dayOf(reviewIn.start),
  }
}

function teamNames({ scope }: FeaturesOrReliability, view: PlanningView): string {
  return view.team.length === 0 ? 'all teams' : nameList(scope.teams.map(({ name }) => name))
}

function pickedOf({ rows, next }: ShortlistListOnWire): readonly FindingOnWire[] {
  return [...rows, ...(next === null ? [] : [next])].filter(({ isPicked }) => isPicked)
}

function figuresOf(figures: readonly Readonly<{ label: string; value: string }>[]) {
  const more = figures.length - MOST_FIGURES
  return {
    answer: figures.length === 0 ? 'None' : more > 0 ? `And ${more} more` : '',
    figures: figures.slice(0, MOST_FIGURES),
  }
}

/** As its list shows it, in a line of text. */
function figureWords(list: ShortlistList, row: FindingOnWire): string {
  switch (list) {
    case 'most-broken':
      return `${row.figure} of ${row.of ?? 0} periods`
    case 'soonest-out':
      return `out after ${formatDuration(row.figure)}`
    case 'deepest':
      return `${formatRemaining(row.figure)}\u202f%`
    case 'fastest':
      return `${formatSpeed(row.figure)}\u202f%/h`
    case 'least-available':
      return `${formatAvailability(row.requests ?? 0, row.failures ?? 0) ?? '–'}\u202f%`
    case 'slowest': {
      const longest = row.longestMs === null ? '' : `, ${formatLatency(row.longestMs)} at most`
      return `${formatLatency(row.figure)} on average${longest}`
    }
  }
}

/** Periods begin on the full day, in UTC. */
function dayOf(instant: string): string {
  return instant.slice(0, 10)
}
