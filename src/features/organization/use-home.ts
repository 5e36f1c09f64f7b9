import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { indicatorQueries } from '../../api/indicator-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { slaQueries } from '../../api/sla-queries.ts'
import { contractStandings } from './home-facts.ts'
import type { HomeRange } from './home-range.ts'

const BY_TYPE = 'type,contract'

/** The same operations as the indicators' own pages, for the same hours: what stands here and there cannot differ. */
export function useHome(range: HomeRange, deployment: readonly string[]) {
  const where = deployment.length > 0 ? { deployment: deployment.join(',') } : {}
  const over = { from: range.from, to: range.to, ...where }
  const last = range.asOf ?? range.shown.at(-1)
  const asOf = { from: last?.start ?? range.from, to: last?.end ?? range.to, ...where }
  const kept = useQuery(organizationQueries.keptBudgets(over))
  const recovery = useInfiniteQuery(indicatorQueries.recovery({ ...over, sort: '-created' }))
  const tickets = useInfiniteQuery(indicatorQueries.ticketTrend({ ...over, sort: '-growth' }))
  const early = useInfiniteQuery(indicatorQueries.depletion({ ...asOf, premature: 'only', sort: 'period' }))
  const standing = useInfiniteQuery(slaQueries.adherence({ ...asOf, to: range.to, sort: BY_TYPE }))
  const costs = useInfiniteQuery(slaQueries.depletion({ ...asOf, sort: BY_TYPE }))
  const teams = useQuery(organizationQueries.teams())
  const rows = standing.data?.pages[0]?.items
  return {
    kept,
    recovery,
    tickets,
    /** How many budgets ran out before the end of the period reported on. */
    earlyCount: early.data?.pages[0]?.totalCount,
    standing,
    costs,
    contracts: rows && costs.data ? contractStandings(rows, costs.data.pages[0]?.costs ?? []) : undefined,
    teams: teams.data?.items ?? [],
  }
}
