import { roles, type Person, type Role, type SignInMethod } from '../../src/domain/access/caller.ts'
import type { PeopleSettings } from '../settings/access-settings.ts'

type Said = Readonly<{ id: string; name: string; groups: readonly string[]; signedInBy: SignInMethod }>

/** Who somebody is here by what the provider or the proxy says of them; null where none of their groups may come in. */
export function knownPerson({ id, name, groups, signedInBy }: Said, people: PeopleSettings): Person | null {
  const role = roleOf(groups, people)
  if (role === null) return null
  const teams = Object.entries(people.teams)
    .filter(([, members]) => members.some((group) => groups.includes(group)))
    .map(([team]) => team)
  return { kind: 'person', id, name, role, teams, signedInBy }
}

function roleOf(groups: readonly string[], people: PeopleSettings): Role | null {
  const highest = roles
    .toReversed()
    .find((role) => people.roles[role].some((group) => groups.includes(group)))
  if (highest !== undefined) return highest
  return people.defaultRole === 'none' ? null : people.defaultRole
}
