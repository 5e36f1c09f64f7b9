import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { indicatorQueries } from '../../api/indicator-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { slaQueries } from '../../api/sla-queries.ts'
import { contractStandings } from './home-facts.ts'
import type { HomeRange } from './home-range.ts'
import { placesOf } from './use-home.ts'

const BY_TYPE = 'type,contract'

/** How teams and contracts stood at the end of the period reported on, by the indicators' own operations. */
export function useStandings(range: HomeRange, deployment: readonly string[]) {
  const last = range.asOf ?? range.shown.at(-1)
  const period = { start: last?.start ?? range.from, end: last?.end ?? range.to }
  const asOf = { from: period.start, to: period.end, ...placesOf(deployment) }
  const early = useInfiniteQuery(indicatorQueries.depletion({ ...asOf, premature: 'only', sort: 'period' }))
  const standing = useInfiniteQuery(slaQueries.adherence({ ...asOf, to: range.to, sort: BY_TYPE }))
  const costs = useInfiniteQuery(slaQueries.depletion({ ...asOf, sort: BY_TYPE }))
  const teams = useQuery(organizationQueries.teams())
  const rows = standing.data?.pages[0]?.items
  return {
    /** How many budgets ran out before the end of the period reported on. */
    earlyCount: early.data?.pages[0]?.totalCount,
    standing,
    costs,
    contracts:
      rows && costs.data ? contractStandings(rows, costs.data.pages[0]?.costs ?? [], period) : undefined,
    teams: teams.data?.items ?? [],
  }
}
