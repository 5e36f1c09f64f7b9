import { useQuery } from '@tanstack/react-query'

import { accessQueries } from '../../../api/access-queries.ts'
import type { Decider } from '../../../contract/decisions.ts'

const nobody: Decider = { name: '', role: '', person: null }

/** Whoever records a decision mostly decides it too; in which role is theirs to say. */
export function useSelfAsDecider(): readonly Decider[] {
  const me = useQuery(accessQueries.me()).data
  return me?.kind === 'person' ? [{ name: me.name, role: '', person: me.id }] : [nobody]
}
