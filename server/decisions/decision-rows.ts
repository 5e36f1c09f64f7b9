import type { DecisionRow } from '../../src/contract/decision-answers.ts'
import { dayOfMs, dayText } from '../../src/domain/day.ts'
import {
  agreedOn,
  decisionState,
  effectDue,
  effectiveFrom,
  effectState,
  type DecisionState,
} from '../../src/domain/decision.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ApiContext } from '../context.ts'
import { RequestProblem } from '../problem.ts'
import {
  readDecisions,
  signedVersion,
  successors,
  type KeptDecision,
  type Successor,
} from './kept-decisions.ts'

type Around = Readonly<{ today: string; index: CatalogIndex; taken: ReadonlyMap<string, Successor> }>

export type StandingDecision = Readonly<{ kept: KeptDecision; row: DecisionRow }>

export function todayOf({ now }: Pick<ApiContext['deps'], 'now'>): string {
  return dayText(dayOfMs(now()))
}

/** Every record with how it stands today. */
export async function readDecisionRows({
  deps,
  index,
}: Pick<ApiContext, 'deps' | 'index'>): Promise<readonly StandingDecision[]> {
  const all = await readDecisions(deps.entries)
  const around = { today: todayOf(deps), index, taken: successors(all) }
  return all.map((kept) => ({ kept, row: rowOf(kept, around) }))
}

function rowOf({ id, latest, standing, effect }: KeptDecision, { today, index, taken }: Around): DecisionRow {
  const { entry, body, signatures } = latest
  const version = signedVersion(latest)
  const successor = taken.get(id)
  const state = decisionState(version, {
    isWithdrawn: entry.isWithdrawn,
    supersededFrom: successor?.from ?? null,
    today,
  })
  const { team } = body.subject
  return {
    id,
    version: entry.version,
    by: entry.by.name,
    at: entry.at,
    category: body.category,
    workflow: body.workflow,
    title: body.title,
    subject: { ...body.subject, teamName: team === null ? null : (index.teams.get(team)?.name ?? team) },
    decision: body.decision,
    isDeviating: body.deviation !== null,
    state,
    standingVersion:
      standing === null || standing.entry.version === entry.version ? null : standing.entry.version,
    deciders: body.deciders.map((decider, place) => {
      const signed = signatures[place] ?? null
      return { ...decider, signedAt: signed?.isFitting === true ? signed.at : null }
    }),
    agreedOn: agreedOn(version),
    effectiveFrom: effectiveFrom(version),
    nextReview: body.nextReview,
    effect: effectOnWire({ id, latest, standing, effect }, state, today),
    supersedes: body.supersedes,
    supersededBy: successor?.id ?? null,
  }
}

function effectOnWire(
  { latest, effect }: KeptDecision,
  state: DecisionState,
  today: string,
): DecisionRow['effect'] {
  const agreed = latest.body.effectCheck
  const last = effect?.effect ?? null
  const due = effectDue(agreed?.on ?? null, last)
  const standing = effectState({ due, last, state }, today)
  const on = due ?? last?.heldOn
  if (standing === null || on === undefined) return null
  return { state: standing, on, hypothesis: agreed?.hypothesis ?? '', result: last?.result ?? null }
}

export function foundDecision(id: string, all: readonly StandingDecision[]): StandingDecision {
  const one = all.find(({ row }) => row.id === id)
  if (one !== undefined) return one
  throw new RequestProblem('not-found', {
    detail: `There is no decision "${id}"`,
    field: 'decision',
    value: id,
    apiHint: 'GET /api/decisions lists them',
  })
}
