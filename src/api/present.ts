import { useQuery } from '@tanstack/react-query'

import { hourFromIso } from '../domain/hours.ts'
import { organizationQueries } from './organization-queries.ts'
import { schemeFromWire } from './period-scheme.ts'

/** What "current" means now, for links that name it; null until the server has said. */
export function usePresent() {
  const { data } = useQuery(organizationQueries.current())
  if (data === undefined) return null
  const [nowHour, dataFromHour] = [hourFromIso(data.dataUpTo), hourFromIso(data.dataFrom)]
  if (nowHour === null || dataFromHour === null) return null
  return {
    scheme: schemeFromWire(data.periodScheme),
    nowHour,
    dataFromHour,
    currentPeriodId: data.currentPeriod.id,
    restatementsFrom: data.restatementsFrom ?? null,
    recordsFrom: data.recordsFrom ?? null,
  }
}
