import type { Decider, DecisionBody, DecisionSeed } from '../../../contract/decisions.ts'

/** What stands in the form; what a workflow worked out stands beside it and is not typed. */
export type DecisionDraft = Readonly<{
  title: string
  decision: string
  reasons: string
  isDeviating: boolean
  deviation: string
  deciders: readonly Decider[]
  /** One a line. */
  workItems: string
  clauses: string
  contracts: readonly string[]
  validFrom: string
  nextReview: string
  effectOn: string
  hypothesis: string
}>

/** What is not typed in the form. */
export type DecisionRest = Pick<
  DecisionBody,
  'category' | 'workflow' | 'subject' | 'answers' | 'outcome' | 'split' | 'evidenceAt' | 'supersedes'
>

export type DraftMistakes = Readonly<Partial<Record<keyof DecisionDraft, string>>>

export function draftOfSeed(seed: DecisionSeed): DecisionDraft {
  return {
    title: seed.title,
    decision: seed.decision ?? '',
    reasons: '',
    isDeviating: seed.isAgainst ?? false,
    deviation: '',
    deciders: [],
    workItems: (seed.workItems ?? []).join('\n'),
    clauses: '',
    contracts: [],
    validFrom: seed.validFrom ?? '',
    nextReview: seed.nextReview ?? '',
    effectOn: '',
    hypothesis: seed.hypothesis ?? '',
  }
}

export function restOfSeed(seed: DecisionSeed, supersedes: string | null): DecisionRest {
  return {
    category: seed.category,
    workflow: seed.workflow,
    subject: { ...seed.subject },
    answers: seed.answers.map((answer) => ({
      ...answer,
      figures: answer.figures.map((figure) => ({ ...figure })),
    })),
    outcome: seed.outcome === null ? null : { ...seed.outcome },
    ...(seed.split && { split: { ...seed.split, teams: [...seed.split.teams] } }),
    evidenceAt: seed.evidenceAt,
    supersedes,
  }
}

export function draftOfBody(body: DecisionBody): DecisionDraft {
  return {
    title: body.title,
    decision: body.decision,
    reasons: body.reasons,
    isDeviating: body.deviation !== null,
    deviation: body.deviation ?? '',
    deciders: body.deciders,
    workItems: body.workItems.join('\n'),
    clauses: body.clauses.join('\n'),
    contracts: body.contracts,
    validFrom: body.validFrom ?? '',
    nextReview: body.nextReview ?? '',
    effectOn: body.effectCheck?.on ?? '',
    hypothesis: body.effectCheck?.hypothesis ?? '',
  }
}

export function bodyOf(draft: DecisionDraft, rest: DecisionRest, isDraft: boolean): DecisionBody {
  const hasCheck = draft.effectOn !== '' && draft.hypothesis.trim() !== ''
  return {
    ...rest,
    title: draft.title.trim(),
    decision: draft.decision.trim(),
    reasons: draft.reasons.trim(),
    deviation: draft.isDeviating ? draft.deviation.trim() : null,
    deciders: named(draft.deciders),
    workItems: linesOf(draft.workItems),
    clauses: linesOf(draft.clauses),
    contracts: [...draft.contracts],
    validFrom: dayOrNone(draft.validFrom),
    nextReview: dayOrNone(draft.nextReview),
    effectCheck: hasCheck ? { on: draft.effectOn, hypothesis: draft.hypothesis.trim() } : null,
    isDraft,
    withdrawnBecause: null,
  }
}

/** Of a draft only what could not be kept at all; of a record what others could not sign. */
export function mistakesOf(draft: DecisionDraft, isDraft: boolean, evidenceAt: string): DraftMistakes {
  const deciders = named(draft.deciders)
  const evidenceDay = evidenceAt.slice(0, 10)
  const always: DraftMistakes = {
    ...(draft.title.trim() === '' && { title: 'Name it, in a few words' }),
    ...(deciders.some(({ role }) => role === '') && { deciders: 'Say in which role each of them decides' }),
  }
  if (isDraft) return always
  return {
    ...(draft.decision.trim() === '' && { decision: 'Say what is decided' }),
    ...(draft.isDeviating &&
      draft.deviation.trim() === '' && { deviation: 'Say why it is decided otherwise' }),
    ...(deciders.length === 0 && { deciders: 'Name whoever decides: they sign it' }),
    ...(draft.effectOn !== '' &&
      draft.effectOn <= evidenceDay && { effectOn: 'A day after the data that were looked at' }),
    ...(draft.effectOn !== '' &&
      draft.hypothesis.trim() === '' && { hypothesis: 'Say what should have come of it by then' }),
    ...(draft.effectOn === '' &&
      draft.hypothesis.trim() !== '' && { effectOn: 'Say when it is looked at again' }),
    ...(draft.nextReview !== '' &&
      draft.validFrom !== '' &&
      draft.nextReview <= draft.validFrom && { nextReview: 'After the day it holds from' }),
    ...always,
  }
}

function named(deciders: readonly Decider[]): Decider[] {
  return deciders
    .map(({ name, role, person }) => ({ name: name.trim(), role: role.trim(), person }))
    .filter(({ name }) => name !== '')
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const dayOrNone = (text: string) => (text === '' ? null : text)
