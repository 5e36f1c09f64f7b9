import { describe, expect, test } from 'vitest'

import { requireAllowed, subjectOf } from './authorize.ts'
import { catalogIndex } from './catalog-index.ts'
import { RequestProblem } from './problem.ts'
import { person, token } from './testing/callers.ts'
import { tinyOrganization } from './testing/tiny-organization.ts'

const index = catalogIndex(await tinyOrganization().catalog())

function refusalOf(ask: () => unknown): RequestProblem['details'] | null {
  try {
    ask()
    return null
  } catch (error) {
    if (error instanceof RequestProblem) return error.details
    throw error
  }
}

describe('whose a thing is', () => {
  test.each([
    ['slo', 'cart.availability.get-cart', 'buying'],
    ['slo', 'search.latency.find', 'finding'],
    ['service', 'mail', 'finding'],
    ['team', 'buying', 'buying'],
  ] as const)('is told by the path: %s %s belongs to %s', (subject, name, team) => {
    expect(subjectOf({ action: 'change-slo', subject }, { [subject]: name }, index)).toEqual({
      ownedBy: team,
    })
  })

  test('is nobody’s where the operation is about no such thing', () => {
    expect(subjectOf({ action: 'manage-access' }, { slo: 'cart.availability.get-cart' }, index)).toEqual({
      ownedBy: null,
    })
  })

  test.each([
    ['slo', 'cart.availability.get-card', 'get-cart'],
    ['service', 'carts', 'cart'],
    ['team', 'buyin', 'buying'],
  ] as const)('cannot be told of a %s that is not there', (subject, name, near) => {
    const refusal = refusalOf(() => subjectOf({ action: 'change-slo', subject }, { [subject]: name }, index))
    expect(refusal).toMatchObject({ field: subject, value: name })
    expect(refusal?.hint).toContain(near)
  })
})

describe('a team editor', () => {
  const editor = person('team-editor', 'buying')
  const change = (slo: string) => () =>
    requireAllowed(editor, 'change-slo', subjectOf({ action: 'change-slo', subject: 'slo' }, { slo }, index))

  test('changes what belongs to the own team', () => {
    expect(refusalOf(change('cart.availability.get-cart'))).toBeNull()
  })

  test('changes nothing of another, and is told whose it is and who could', () => {
    expect(refusalOf(change('search.latency.find'))).toEqual({
      detail: 'As team editor you may not change SLOs of the team finding',
      field: 'role',
      value: 'team-editor',
      allowed: ['coach', 'admin', 'team-editor'],
      hint: 'It needs one of the roles: coach, admin, team editor of the team finding',
    })
  })
})

test('a token is told the one scope that would do', () => {
  expect(refusalOf(() => requireAllowed(token('read'), 'apply-catalog', { ownedBy: null }))).toEqual({
    detail: 'The token "pipeline" may not apply a catalog',
    field: 'scope',
    value: 'read',
    allowed: ['catalog:apply'],
    apiHint: 'Use a token with the scope catalog:apply',
  })
})
