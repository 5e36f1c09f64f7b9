import { decisionOf, type DecisionBody } from '../../src/contract/decisions.ts'
import { mayFollow, statesFor } from '../../src/domain/decision.ts'
import { didYouMean } from '../closest-names.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Entry } from '../entry-ports.ts'
import { RequestProblem } from '../problem.ts'
import type { StandingDecision } from './decision-rows.ts'

/** Whose it is: the team it names, or whose service or SLO it is about. A service that is planned has a profile only. */
export function ownerOf(
  { team, service, slo }: DecisionBody['subject'],
  { services, profiles, slos }: Pick<CatalogIndex, 'services' | 'profiles' | 'slos'>,
): string | null {
  const about = services.get(service ?? '') ?? profiles.get(service ?? '') ?? slos.get(slo ?? '')
  return team ?? about?.team ?? null
}

/** What is about something nobody knows would be found by nobody. What stood there before may have been archived since. */
export function refuseUnknownSubject(
  { subject, contracts, split }: DecisionBody,
  before: DecisionBody | null,
  { teams, services, profiles, deployments, slos, contracts: agreed }: CatalogIndex,
): void {
  const known = {
    team: [...teams.keys()],
    service: [...services.keys(), ...profiles.keys()],
    deployment: [...deployments.keys()],
    slo: [...slos.keys()],
    sla: [...agreed.keys(), ...slos.keys()],
  }
  for (const field of ['team', 'service', 'deployment', 'slo', 'sla'] as const) {
    if (subject[field] !== before?.subject[field])
      refuseUnknown(`subject.${field}`, subject[field], known[field])
  }
  for (const team of split?.teams ?? []) {
    if (before?.split?.teams.includes(team) !== true) refuseUnknown('split.teams', team, known.team)
    if (subject.team !== null && team !== subject.team)
      throw wrong(
        'split.teams',
        team,
        `The decision is about "${subject.team}", and its split about "${team}"`,
        'Give the split of that team, or leave out subject.team',
      )
  }
  for (const contract of contracts) {
    if (before?.contracts.includes(contract) !== true)
      refuseUnknown('contracts', contract, [...agreed.keys()])
  }
}

function refuseUnknown(field: string, value: string | null, names: readonly string[]): void {
  if (value === null || names.includes(value)) return
  throw wrong(
    field,
    value,
    `Nothing is called "${value}"`,
    didYouMean(value, names) ?? 'Take a name that the catalog has',
  )
}

/** A draft may have gaps; what others are to sign may not. */
export function refuseIncomplete(body: DecisionBody, today: string): void {
  refuseTwice(body)
  if (body.withdrawnBecause !== null)
    throw wrong('withdrawnBecause', null, 'A decision is withdrawn by itself', 'POST to its withdrawal')
  if (body.isDraft) return
  if (body.decision.trim() === '')
    throw wrong('decision', null, 'It does not say what is decided', 'Say it, or save it as a draft')
  if (body.deciders.length === 0)
    throw wrong('deciders', null, 'Nobody decides', 'Name everybody who signs, or save it as a draft')
  if (body.deviation !== null && body.deviation.trim() === '')
    throw wrong(
      'deviation',
      null,
      'It deviates from what the data lean to, without a reason',
      'Give the reason, or null where it does not deviate',
    )
  const { effectCheck, nextReview } = body
  if (effectCheck !== null && effectCheck.on <= body.evidenceAt.slice(0, 10))
    throw wrong(
      'effectCheck.on',
      effectCheck.on,
      'Nothing can have come of it by then',
      `Give a day after ${body.evidenceAt.slice(0, 10)}`,
    )
  if (nextReview !== null && body.validFrom !== null && nextReview <= body.validFrom)
    throw wrong(
      'nextReview',
      nextReview,
      'It would be reviewed before it holds',
      `Give a day after ${body.validFrom}`,
    )
  if (body.evidenceAt.slice(0, 10) > today)
    throw wrong(
      'evidenceAt',
      body.evidenceAt,
      'No data can have been seen yet',
      `Give an instant up to ${today}`,
    )
}

function refuseTwice({ deciders }: DecisionBody): void {
  const seen = new Set<string>()
  for (const { name, person } of deciders) {
    const who = person ?? name.trim().toLowerCase()
    if (seen.has(who)) throw wrong('deciders', name, `"${name}" is named twice`, 'Name everybody once')
    seen.add(who)
  }
}

/** What it takes the place of must hold, and nothing else may have taken its place. */
export function refuseSuperseding(
  id: string,
  { supersedes }: DecisionBody,
  all: readonly StandingDecision[],
): StandingDecision | null {
  if (supersedes === null) return null
  const former = all.find(({ row }) => row.id === supersedes)
  if (former === undefined)
    throw wrong('supersedes', supersedes, `There is no decision "${supersedes}"`, {
      apiHint: 'GET /api/decisions lists them',
    })
  if (supersedes === id)
    throw wrong('supersedes', supersedes, 'A decision does not supersede itself', 'Change it instead')
  const { state, supersededBy } = former.row
  if (supersededBy === id) return former
  if (supersededBy === null && mayFollow(state, 'supersede')) return former
  throw new RequestProblem('invalid-body', {
    detail:
      supersededBy === null
        ? `"${former.row.title}" is ${state}: only what all have signed can be superseded`
        : `"${former.row.title}" was superseded already`,
    field: 'decision.supersedes',
    value: supersedes,
    allowed: [...statesFor('supersede')],
    hint: supersededBy === null ? 'Change that record instead' : `Supersede "${supersededBy}"`,
  })
}

/** While nothing else is written: two records cannot both be about to take the place of one. */
export function refuseSecondSuccessor(id: string, supersedes: string | null) {
  return (latest: readonly Entry[]): void => {
    const rival = latest.find(({ key, body, isWithdrawn }) => {
      const other = key === id || isWithdrawn ? null : decisionOf(body)
      return supersedes !== null && other?.supersedes === supersedes && !other.isDraft
    })
    if (rival === undefined) return
    throw wrong(
      'supersedes',
      supersedes,
      `"${rival.key}" is to take its place already`,
      `Change that record, or withdraw it first`,
    )
  }
}

function wrong(
  field: string,
  value: string | null,
  detail: string,
  hint: string | Readonly<{ apiHint: string }>,
): RequestProblem {
  return new RequestProblem('invalid-body', {
    detail,
    field: `decision.${field}`,
    ...(value === null ? {} : { value }),
    ...(typeof hint === 'string' ? { hint } : hint),
  })
}
