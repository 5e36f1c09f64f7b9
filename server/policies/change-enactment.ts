import type { EnactmentBody } from '../../src/contract/enactments.ts'
import type { BodyOf } from '../../src/contract/operations.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { periodAt } from '../../src/domain/period.ts'
import { didYouMean } from '../closest-names.ts'
import type { ApiContext } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { instantOf } from '../instant.ts'
import { RequestProblem } from '../problem.ts'
import { enactmentsIn, hourNamed, keptConsequences, mayHaveBegunAt, type Enactment } from './enactments.ts'
import type { KnownClause, KnownPolicy } from './known-policies.ts'
import { policySource } from './policy-source.ts'

type Change = BodyOf<'changeEnactment'>
type EnactmentRequest = Readonly<{ params: Readonly<{ team: string; enactment: string }>; body: Change }>

/** Who and when is noted of what is new; what was noted before stays as it was. */
export async function changedEnactment({ params, body }: EnactmentRequest, context: ApiContext) {
  const { deps, caller } = context
  const { policies, source } = await policySource(context)
  const own = policies.filter(({ policy }) => policy.team === params.team)
  const enactment = await foundEnactment(params.enactment, own, source)
  refuseUnfit(enactment, body, deps.now())
  const entry = await writeEntry(deps, caller, {
    kind: 'policy-enactment',
    key: enactment.written.enactment,
    seenVersion: body.seenVersion,
    body: stamped(enactment, body, { by: caller.name, at: instantOf(deps.now()) }),
  })
  return { enactment: entry.key, version: entry.version }
}

type CheckRequest = Readonly<{
  params: Readonly<{ team: string; policy: string; clause: string }>
  body: BodyOf<'checkClause'>
}>

/** What no budget tells of is looked at by people; from the first time they find it met it is an enactment. */
export async function writeCheck({ params, body }: CheckRequest, context: ApiContext) {
  const { deps, caller } = context
  const { policies } = await policySource(context)
  const own = policies.filter(({ policy }) => policy.team === params.team)
  const clause = foundClause(params, own)
  if (clause.isDerived) {
    throw new RequestProblem('invalid-body', {
      detail: `The budgets themselves tell whether "${clause.clause.name}" is met`,
      field: 'clause',
      value: params.clause,
      hint: 'Acknowledge its enactments instead',
      apiHint: 'GET /api/enactments lists them',
    })
  }
  const entry = await writeEntry(deps, caller, {
    kind: 'clause-check',
    key: `${params.policy}.${clause.id}`,
    seenVersion: body.seenVersion,
    body: body.check,
  })
  return { version: entry.version }
}

function foundClause(
  { team, policy, clause }: CheckRequest['params'],
  own: readonly KnownPolicy[],
): KnownClause {
  const held = own.find((one) => one.policy.slug === policy)
  if (held === undefined) {
    throw new RequestProblem('not-found', {
      detail: `The team ${team} has no policy "${policy}"`,
      field: 'policy',
      value: policy,
      hint: didYouMean(
        policy,
        own.map((one) => one.policy.slug),
      ),
      apiHint: `GET /api/policies?team=${team} lists them`,
    })
  }
  const found = held.clauses.find(({ id }) => id === clause)
  if (found !== undefined) return found
  throw new RequestProblem('not-found', {
    detail: `The policy "${policy}" has no clause "${clause}"`,
    field: 'clause',
    value: clause,
    allowed: held.clauses.map(({ id }) => id),
  })
}

export async function foundEnactment(
  id: string,
  own: readonly KnownPolicy[],
  source: Awaited<ReturnType<typeof policySource>>['source'],
): Promise<Enactment> {
  const clause = own
    .flatMap(({ clauses }) => clauses)
    .find((one) => id.startsWith(`${one.policy.policy.slug}.${one.id}.`))
  const hour = hourNamed(id.slice(id.lastIndexOf('.') + 1))
  if (clause !== undefined && hour !== null) {
    // What is met with the last hour of a period lies in that period.
    const { startHour, endHour } = periodAt(source.moment.scheme, hour - 1)
    const all = await enactmentsIn(source, [clause], {
      fromHour: startHour,
      toHour: Math.max(endHour, hour + 1),
    })
    const ofBudget = all.filter((one) => prefixOf(one.id) === prefixOf(id))
    const found =
      ofBudget.find((one) => one.id === id || one.written.enactment === id) ??
      ofBudget.find((one) => mayHaveBegunAt(hour, one))
    if (found !== undefined) return found
  }
  throw new RequestProblem('not-found', {
    detail: `There is no enactment "${id}"`,
    field: 'enactment',
    value: id,
    hint: 'An id is the policy, the clause, the budget and the hour it was met in',
    apiHint: 'GET /api/enactments lists them',
  })
}

/** All but the hour. */
function prefixOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'))
}

function refuseUnfit({ clause: { clause }, metAt }: Enactment, { consequences }: Change, now: Instant) {
  if (consequences.length !== clause.consequences.length) {
    throw new RequestProblem('invalid-body', {
      detail: `The clause has ${clause.consequences.length} consequences, and ${consequences.length} were sent`,
      field: 'consequences',
      value: String(consequences.length),
      allowed: [String(clause.consequences.length)],
      hint: 'Send all of them, in the order of the clause',
    })
  }
  for (const [place, { state, at, note }] of consequences.entries()) {
    if (state === 'left-out' && note.trim() === '') {
      throw new RequestProblem('invalid-body', {
        detail: 'What is left out needs a reason',
        field: `consequences.${place}.note`,
        value: note,
        hint: 'Say why in a few words: a review asks for it',
      })
    }
    if (at !== null && (Date.parse(at) < metAt || Date.parse(at) > now)) {
      throw new RequestProblem('invalid-body', {
        detail: 'A consequence cannot have come into its state then',
        field: `consequences.${place}.at`,
        value: at,
        hint: `It lies between ${instantOf(metAt)}, when the clause was met, and now`,
      })
    }
  }
}

type Stamp = Readonly<{ by: string; at: string }>

/** Whoever acknowledges has not done it all. */
const untouched = { state: 'new', by: null, link: null, note: '' } as const

function stamped(
  { clause: { clause }, body, metAt }: Enactment,
  change: Change,
  stamp: Stamp,
): EnactmentBody {
  const kept = keptConsequences(clause, body)
  const before = body?.acknowledged ?? null
  return {
    acknowledged:
      change.acknowledged === null ? null : { ...(before ?? stamp), note: change.acknowledged.note },
    consequences: change.consequences.map(({ state, at, link, note }, place) => {
      const told = kept[place] ?? { ...untouched, at: instantOf(metAt) }
      const when = at ?? (told.state === state ? told.at : stamp.at)
      const isSame = told.state === state && told.at === when
      const isNobodys = told.by === null && told.link === link && told.note === note
      return {
        kind: clause.consequences[place]?.kind ?? 'other',
        state,
        at: when,
        by: isSame && (told.by !== null || isNobodys) ? told.by : stamp.by,
        link,
        note,
      }
    }),
  }
}
