import type { ResponseOf } from '../contract/operations.ts'
import { isAllowed, rolesFor, type Action } from '../domain/access/permissions.ts'

type Me = ResponseOf<'readMe'>

/** The server decides; this only says beforehand what it will say. */
export function may(me: Me | undefined, action: Action, team: string): boolean {
  if (me === undefined || me.role === null || me.signedInBy === null) return false
  const { id, name, role, teams, signedInBy } = me
  return isAllowed({ kind: 'person', id, name, role, teams, signedInBy }, action, { ownedBy: team })
}

/** Whom to ask: "a team editor of payments, a coach or an admin". */
export function whoMay(action: Action, team: string): string {
  const { any, own } = rolesFor(action)
  const names = [
    ...own.map((role) => `a ${role.replace('-', ' ')} of ${team}`),
    ...any.map((role) => `${role === 'admin' ? 'an' : 'a'} ${role.replace('-', ' ')}`),
  ]
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}
