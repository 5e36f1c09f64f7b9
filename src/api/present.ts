import { useQuery } from '@tanstack/react-query'

import { hourFromIso } from '../domain/hours.ts'
import { organizationQueries } from './organization-queries.ts'
import { schemeFromWire } from './period-scheme.ts'

/** What "current" means now, for links that name it; null until the server has said. */
export function usePresent() {
  const { data } = useQuery(organizationQueries.current())
  const nowHour = data === undefined ? null : hourFromIso(data.dataUpTo)
  if (data === undefined || nowHour === null) return null
  return { scheme: schemeFromWire(data.periodScheme), nowHour, currentPeriodId: data.currentPeriod.id }
}
