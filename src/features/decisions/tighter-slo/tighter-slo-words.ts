import type { DecisionSeed } from '../../../contract/decisions.ts'
import type { TighterSlo } from '../../../contract/tighter-slo.ts'
import type { Adherence } from '../../../domain/adherence.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { formatRemaining, formatTarget } from '../../../domain/format.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'

type Leaning = NonNullable<TighterSlo['room']['leansTo']>

export const leaningWords: Readonly<Record<Leaning, string>> = {
  ask: 'Ask for a tighter SLO',
  talk: 'Talk about reliability first',
}

export const questions = {
  ended: 'How did its periods end?',
  other: 'How would they have ended under another target?',
  useCase: 'What is it needed for?',
  effort: 'Could its team promise more without extra effort?',
  built: 'What would have to be built, and who would build it?',
  onCall: 'Would on-call coverage have to change?',
  reply: 'What does its team answer?',
} as const

/** What makes an SLI better, for a talk that has no data to ask with. */
export function reliabilityHint(sli: string): string {
  if (sli === 'availability')
    return 'What makes it more available is adaptive capacity: circuit breakers towards what it calls, bulkheads, retries with a limit, a second place to run in.'
  if (sli === 'latency')
    return 'What makes it faster is often near its data: an index, a cache, fewer calls on the way, a limit on what one answer may cost.'
  return 'What made it fall short stands in the episodes and postmortems of its page.'
}

export const percentOf = (ratio: number) => `${formatRemaining(ratio)}${NARROW_SPACE}%`
export const targetOf = (target: number) => `${formatTarget(target)}${NARROW_SPACE}%`

const ends: Readonly<Record<Adherence, string>> = {
  fulfilled: 'fulfilled',
  broken: 'broken',
  open: 'open',
  'no-traffic': 'no traffic',
  'no-data': 'no data',
  absent: 'did not exist',
}

type Typed = Readonly<{
  answers: Readonly<Record<number, string>>
  /** The address of what is seen, fixed. */
  href: string
  /** Whose decision it is; null for the organization. */
  team: string | null
  /** The target that is needed; null where none was typed. */
  target: number | null
}>

/** What is recorded of it: the figures as they are seen now. */
export function tighterSloSeed(answer: TighterSlo, { answers, href, team, target }: Typed): DecisionSeed {
  const { service, deployment, endpoint, sliName, room, says, rule, teamName } = answer
  const name = `${service} ${endpointWords(endpoint)}, ${sliName}`
  const typed = (number: number, question: string, link: string | null = null) => ({
    question,
    answer: answers[number] ?? '',
    figures: [],
    href: link,
  })
  const needed = target === null ? 'a tighter SLO' : targetOf(target)
  return {
    category: 'conversation',
    workflow: 'tighter-slo',
    title: `Tighter SLO of ${name}`,
    subject: { team, service, deployment, slo: answer.sloId, sla: null },
    answers: [
      {
        question: questions.ended,
        answer: '',
        figures: answer.periods.map(({ period, adherence, remaining }) => ({
          label: period.name,
          value: remaining === null ? ends[adherence] : `${ends[adherence]}, ${percentOf(remaining)} left`,
        })),
        href,
      },
      {
        question: questions.other,
        answer: '',
        figures: answer.candidates.map(({ target: other, counted, representative, brokenCount }) => ({
          label: targetOf(other),
          value: `${representative} of ${counted} with ${percentOf(answer.least)} left, ${brokenCount} broken`,
        })),
        href,
      },
      typed(3, questions.useCase),
      typed(4, questions.effort),
      typed(5, questions.built),
      typed(6, questions.onCall),
      typed(7, questions.reply),
    ],
    outcome: { rule: `${says} ${rule}`, leansTo: room.leansTo === null ? null : leaningWords[room.leansTo] },
    evidenceAt: answer.dataUpTo,
    ...(room.leansTo !== null && {
      decision:
        room.leansTo === 'ask'
          ? `Ask ${teamName} for ${needed} of ${name} instead of ${targetOf(answer.target)}, with how its periods ended in ${deployment}.`
          : `Talk to ${teamName} about what would make ${name} more reliable, and offer help with it, before asking for ${needed}.`,
    }),
  }
}
