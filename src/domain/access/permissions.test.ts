import { describe, expect, it } from 'vitest'

import { roles, scopes, type Caller, type Role, type Scope } from './caller.ts'
import { actions, isAllowed, isEverAllowed, rolesFor, scopeFor, type Action } from './permissions.ts'

const person = (role: Role, teams = ['payments']): Caller => ({
  kind: 'person',
  id: 'p-1',
  name: 'Ada',
  role,
  teams,
  signedInBy: 'oidc',
})
const token = (...held: Scope[]): Caller => ({ kind: 'token', id: 't-1', name: 'ci', scopes: held })

const own = { ownedBy: 'payments' }
const foreign = { ownedBy: 'search' }
const nobodys = { ownedBy: null }

/** What each role may do to its own, to another team's and to nobody's things, as the issue puts it. */
const expected: Readonly<Record<Action, Readonly<Record<Role, string>>>> = {
  read: { viewer: 'ofn', 'team-editor': 'ofn', coach: 'ofn', admin: 'ofn' },
  'change-slo': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'correct-budget': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'change-rule': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'decide-bottleneck': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'change-board': { viewer: '', 'team-editor': '', coach: 'ofn', admin: 'ofn' },
  'review-breach': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'enact-policy': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'read-team-policy': { viewer: 'o', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'announce-status': { viewer: '', 'team-editor': 'ofn', coach: 'ofn', admin: 'ofn' },
  'record-expectations': { viewer: '', 'team-editor': '', coach: 'ofn', admin: 'ofn' },
  'record-decisions': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'sign-decisions': { viewer: 'ofn', 'team-editor': 'ofn', coach: 'ofn', admin: 'ofn' },
  'assess-maturity': { viewer: '', 'team-editor': '', coach: 'ofn', admin: 'ofn' },
  'record-review': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'change-cadences': { viewer: '', 'team-editor': '', coach: 'ofn', admin: 'ofn' },
  'describe-service': { viewer: '', 'team-editor': 'o', coach: 'ofn', admin: 'ofn' },
  'apply-catalog': { viewer: '', 'team-editor': '', coach: '', admin: 'ofn' },
  'ingest-buckets': { viewer: '', 'team-editor': '', coach: '', admin: 'ofn' },
  'ingest-records': { viewer: '', 'team-editor': '', coach: '', admin: 'ofn' },
  'read-audit': { viewer: '', 'team-editor': '', coach: 'ofn', admin: 'ofn' },
  'manage-access': { viewer: '', 'team-editor': '', coach: '', admin: 'ofn' },
  'use-own-session': { viewer: 'ofn', 'team-editor': 'ofn', coach: 'ofn', admin: 'ofn' },
}

const expectedScopes: Readonly<Record<Action, Scope | 'every' | null>> = {
  read: 'read',
  'change-slo': null,
  'correct-budget': null,
  'change-rule': null,
  'decide-bottleneck': null,
  'change-board': null,
  'review-breach': null,
  'enact-policy': null,
  'read-team-policy': null,
  'announce-status': null,
  'record-expectations': null,
  'record-decisions': null,
  'sign-decisions': null,
  'assess-maturity': null,
  'record-review': null,
  'change-cadences': null,
  'describe-service': null,
  'apply-catalog': 'catalog:apply',
  'ingest-buckets': 'ingest:buckets',
  'ingest-records': 'ingest:records',
  'read-audit': 'read:audit',
  'manage-access': null,
  'use-own-session': 'every',
}

describe.each(actions)('%s', (action) => {
  it.each(roles)('by the role %s', (role) => {
    const reach = [own, foreign, nobodys].map((subject) => isAllowed(person(role), action, subject))
    expect(reach).toEqual(['o', 'f', 'n'].map((letter) => expected[action][role].includes(letter)))
  })

  it('by a token needs its one scope, and no other will do', () => {
    const needed = expectedScopes[action]
    for (const scope of scopes) {
      expect(isAllowed(token(scope), action, own), scope).toBe(needed === 'every' || scope === needed)
    }
    expect(isAllowed(token(), action, own)).toBe(needed === 'every')
    expect(scopeFor(action)).toBe(needed)
  })

  it('is refused beforehand exactly where no subject could be allowed', () => {
    for (const caller of [...roles.map((role) => person(role)), ...scopes.map((scope) => token(scope))]) {
      const isForAny = [own, foreign, nobodys].some((subject) => isAllowed(caller, action, subject))
      expect(isEverAllowed(caller, action)).toBe(isForAny)
    }
  })

  it('names the roles that would do', () => {
    for (const role of roles) {
      expect(rolesFor(action).any.includes(role)).toBe(isAllowed(person(role), action, foreign))
      expect([...rolesFor(action).any, ...rolesFor(action).own].includes(role)).toBe(
        isAllowed(person(role), action, own),
      )
    }
  })
})

it('a higher role may do whatever a lower one may', () => {
  for (const action of actions) {
    for (const subject of [own, foreign, nobodys]) {
      const allowed = roles.map((role) => isAllowed(person(role), action, subject))
      expect(allowed, action).toEqual(allowed.toSorted((a, b) => Number(a) - Number(b)))
    }
  }
})

it('a team editor without teams may change nothing', () => {
  const editor = person('team-editor', [])
  for (const subject of [own, foreign, nobodys]) expect(isAllowed(editor, 'change-slo', subject)).toBe(false)
})

it('a token made for reading writes nothing', () => {
  const written = actions.filter((action) => isAllowed(token('read', 'read:audit'), action, nobodys))
  expect(written).toEqual(['read', 'read-audit', 'use-own-session'])
})
