import { useQuery } from '@tanstack/react-query'

import { rolesFor, isAllowed, type Action } from '../domain/access/permissions.ts'
import { roleWords } from '../ui/role-words.ts'
import { accessQueries } from './access-queries.ts'

/** Why not is null where the viewer may. The server decides again; this only spares them the attempt. */
export function usePermission(action: Action, ownedBy: string | null): Readonly<{ whyNot: string | null }> {
  const me = useQuery(accessQueries.me()).data
  if (me === undefined) return { whyNot: 'It is not known yet who you are' }
  const { id, name, role, teams, signedInBy } = me
  if (role === null || signedInBy === null) return { whyNot: 'Only a person may do that' }
  if (isAllowed({ kind: 'person', id, name, role, teams, signedInBy }, action, { ownedBy }))
    return { whyNot: null }
  const { any, own } = rolesFor(action)
  const needed = [
    ...own.map((one) => `${roleWords[one].toLowerCase()} of ${ownedBy ?? 'its team'}`),
    ...any.map((one) => roleWords[one].toLowerCase()),
  ]
  return { whyNot: `Needs the role ${needed.join(', or ')}` }
}
