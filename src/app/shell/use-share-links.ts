import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { schemeFromWire } from '../../api/period-scheme.ts'
import { hourFromIso } from '../../domain/hours.ts'
import { stringifySearch } from '../../url/codec.ts'
import { frozenSearch } from '../../url/frozen-search.ts'

type ShareLinks = Readonly<{
  /** Shows the present whenever it is opened. */
  live: string
  /** Shows these periods for good; null where the page has no such form. */
  frozen: string | null
}>

export function useShareLinks(): ShareLinks {
  const { data } = useQuery(organizationQueries.current())
  const { pathname, search, searchStr } = useRouterState({ select: (state) => state.location })
  const page = `${window.location.origin}${pathname}`
  const nowHour = data ? hourFromIso(data.now) : null
  const frozen =
    data && nowHour !== null
      ? frozenSearch(pathname, search, {
          scheme: schemeFromWire(data.periodScheme),
          nowHour,
          currentPeriodId: data.currentPeriod.id,
        })
      : null
  return { live: `${page}${searchStr}`, frozen: frozen && `${page}${stringifySearch(frozen)}` }
}
