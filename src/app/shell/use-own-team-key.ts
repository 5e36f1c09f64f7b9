import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

import { accessQueries } from '../../api/access-queries.ts'
import { useOwnTeam } from '../../stores/preferences.ts'
import { useSingleKey } from '../../ui/use-single-key.ts'
import { paths } from '../../url/paths.ts'

/** The team chosen as one's own, or the only one that the server knows this person to be of. */
export function useMyTeam(): string | null {
  const chosen = useOwnTeam()
  const known = useQuery(accessQueries.me()).data?.teams ?? []
  return chosen ?? (known.length === 1 ? (known[0] ?? null) : null)
}

/** O, from everywhere; without an own team to all teams, where one can be chosen. */
export function useOwnTeamKey() {
  const team = useMyTeam()
  const navigate = useNavigate()
  useSingleKey('o', () => void navigate(team === null ? paths.explore() : paths.explore({ team })))
}
