import { isDecider, mayFollow, statesFor } from '../../src/domain/decision.ts'
import { requireAllowed } from '../authorize.ts'
import type { Route } from '../context.ts'
import {
  ownerOf,
  refuseIncomplete,
  refuseSecondSuccessor,
  refuseSuperseding,
  refuseUnknownSubject,
} from '../decisions/decision-checks.ts'
import {
  foundDecision,
  readDecisionRows,
  todayOf,
  type StandingDecision,
} from '../decisions/decision-rows.ts'
import { contentHash, signatureKey } from '../decisions/kept-decisions.ts'
import { writeEntry } from '../entries.ts'
import { RequestProblem } from '../problem.ts'

const writeDecision: Route<'writeDecision'> = async ({ params, body }, context) => {
  const { deps, caller, index } = context
  const { decision, seenVersion } = body
  const id = params.decision
  requireAllowed(caller, 'record-decisions', { ownedBy: ownerOf(decision.subject, index) })
  const all = await readDecisionRows(context)
  const before = all.find(({ row }) => row.id === id)
  // Who was too late is told so first: what they would break may be there no more.
  const isLatest = (before?.row.version ?? 0) === seenVersion
  if (before !== undefined && isLatest) {
    requireAllowed(caller, 'record-decisions', { ownedBy: ownerOf(before.kept.latest.body.subject, index) })
    refuseUnless(before, 'change')
    if (decision.isDraft && before.row.state !== 'draft') throw noDraftAgain(before)
  }
  if (isLatest) {
    refuseUnknownSubject(decision, before?.kept.latest.body ?? null, index)
    refuseIncomplete(decision, todayOf(deps))
    const former = refuseSuperseding(id, decision, all)
    if (former !== null) {
      requireAllowed(caller, 'record-decisions', {
        ownedBy: ownerOf(former.kept.latest.body.subject, index),
      })
    }
  }
  const { version } = await writeEntry(deps, caller, {
    kind: 'decision',
    key: id,
    seenVersion,
    body: decision,
    ...(decision.isDraft ? {} : { check: refuseSecondSuccessor(id, decision.supersedes) }),
  })
  return { id, version }
}

const signDecision: Route<'signDecision'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const one = foundDecision(params.decision, await readDecisionRows(context))
  const { row, kept } = one
  refuseUnlessLatest(one, body.version)
  refuseUnless(one, 'sign')
  if (caller.kind !== 'person') throw new Error('Only people are allowed to sign')
  const place = row.deciders.findIndex((decider) => isDecider(decider, caller))
  if (place === -1) {
    throw new RequestProblem('forbidden', {
      detail: `${caller.name} is not among those who decide this`,
      field: 'decider',
      value: caller.name,
      allowed: row.deciders.map(({ name }) => name),
      hint: 'Everybody signs for themselves only; a change of the record can name others',
    })
  }
  if (row.deciders[place]?.signedAt != null) {
    throw new RequestProblem('conflict', {
      detail: `${caller.name} has signed this version already`,
      field: 'version',
      value: String(body.version),
      hint: 'Nothing is left to do; another version would need another signature',
    })
  }
  const hash = await contentHash(row.id, row.version, kept.latest.body)
  const key = signatureKey(row.id, row.version, place)
  // One that does not fit what stands there is replaced, and kept as the version before.
  const former = await deps.entries.read('decision-signature', key)
  await writeEntry(deps, caller, {
    kind: 'decision-signature',
    key,
    seenVersion: former?.version ?? 0,
    body: { hash, method: caller.signedInBy },
  })
  return { id: row.id, version: row.version }
}

const withdrawDecision: Route<'withdrawDecision'> = async ({ params, body }, context) => {
  const { deps, caller, index } = context
  const one = foundDecision(params.decision, await readDecisionRows(context))
  const { latest } = one.kept
  requireAllowed(caller, 'record-decisions', { ownedBy: ownerOf(latest.body.subject, index) })
  refuseUnlessLatest(one, body.version)
  refuseUnless(one, 'withdraw')
  const { version } = await writeEntry(deps, caller, {
    kind: 'decision',
    key: params.decision,
    seenVersion: body.version,
    body: { ...latest.body, withdrawnBecause: body.because },
    isWithdrawn: true,
  })
  return { id: params.decision, version }
}

const writeDecisionEffect: Route<'writeDecisionEffect'> = async ({ params, body }, context) => {
  const { deps, caller, index } = context
  const one = foundDecision(params.decision, await readDecisionRows(context))
  requireAllowed(caller, 'record-decisions', { ownedBy: ownerOf(one.kept.latest.body.subject, index) })
  refuseUnless(one, 'check-effect')
  const { heldOn, nextOn } = body.effect
  const today = todayOf(deps)
  if (heldOn > today) {
    throw new RequestProblem('invalid-body', {
      detail: 'It cannot have been looked at on a day that has not come yet',
      field: 'effect.heldOn',
      value: heldOn,
      hint: `Give a day up to ${today}`,
    })
  }
  if (nextOn !== null && nextOn <= heldOn) {
    throw new RequestProblem('invalid-body', {
      detail: 'The next look comes after this one',
      field: 'effect.nextOn',
      value: nextOn,
      hint: `Give a day after ${heldOn}, or null where it is looked at no more`,
    })
  }
  const { version } = await writeEntry(deps, caller, {
    kind: 'decision-effect',
    key: params.decision,
    seenVersion: body.seenVersion,
    body: body.effect,
  })
  return { id: params.decision, version }
}

function refuseUnless({ row }: StandingDecision, deed: Parameters<typeof mayFollow>[1]): void {
  if (mayFollow(row.state, deed)) return
  throw new RequestProblem('conflict', {
    detail: `"${row.title}" is ${row.state}, and that cannot be done to it`,
    field: 'state',
    value: row.state,
    allowed: [...statesFor(deed)],
    hint:
      row.supersededBy === null
        ? 'Record another decision in its place'
        : `The decision "${row.supersededBy}" took its place`,
  })
}

function noDraftAgain({ row }: StandingDecision): RequestProblem {
  return new RequestProblem('invalid-body', {
    detail: 'What was recorded does not become a draft again',
    field: 'decision.isDraft',
    value: 'true',
    allowed: ['false'],
    hint: `Change "${row.title}", or withdraw it`,
  })
}

/** What is signed or withdrawn is what was read, not what somebody made of it since. */
function refuseUnlessLatest({ kept, row }: StandingDecision, version: number): void {
  if (row.version === version) return
  const { entry } = kept.latest
  throw new RequestProblem('conflict', {
    detail: `${entry.by.name} changed this at ${entry.at}, after what you saw`,
    field: 'version',
    value: String(version),
    allowed: [String(row.version)],
    hint: 'Read what stands there now, and ask again with that version',
    current: {
      version: entry.version,
      by: entry.by.name,
      at: entry.at,
      body: entry.body,
      isWithdrawn: entry.isWithdrawn,
    },
  })
}

export const decisionWriteRoutes = { writeDecision, signDecision, withdrawDecision, writeDecisionEffect }
