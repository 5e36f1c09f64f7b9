import type { Caller, Person, Role, Scope } from '../../src/domain/access/caller.ts'

export function person(role: Role, ...teams: string[]): Person {
  return { kind: 'person', id: `${role}-1`, name: `A ${role}`, role, teams, signedInBy: 'oidc' }
}

export function token(...scopes: Scope[]): Caller {
  return { kind: 'token', id: 'a1b2c3', name: 'pipeline', scopes }
}
