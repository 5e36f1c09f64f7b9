import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { budgetQueries } from '../../api/budget-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import type { BudgetSummary } from '../../contract/budget.ts'
import { formatTarget } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { paths } from '../../url/paths.ts'
import type { Hit } from './hit.ts'
import type { PaletteQuery } from './palette-query.ts'

const MOST_HITS = 8

type SloHits = Readonly<{
  hits: readonly Hit[]
  /** Not of the words before, and not still to come. */
  areOfThese: boolean
}>

/** SLOs by the server's search; without a word, what burns now. */
export function useSloHits({ words, team, sli, deployment }: PaletteQuery): SloHits {
  const router = useRouter()
  const teams = slugsFor(useQuery(organizationQueries.teams()).data, team)
  const slis = slugsFor(useQuery(organizationQueries.slis()).data, sli)
  const deployments = slugsFor(useQuery(organizationQueries.deployments()).data, deployment)
  const isNarrowedToNothing = [teams, slis, deployments].some((slugs) => slugs?.length === 0)
  const isAsked = words.length > 0 || team !== null || sli !== null || deployment !== null

  const { data, isPending, isPlaceholderData } = useQuery({
    ...budgetQueries.top({
      ...(isAsked ? {} : { burning: 'only' }),
      ...(words.length > 0 && { search: words.join(' ') }),
      ...(teams && { team: teams.join(',') }),
      ...(slis && { sli: slis.join(',') }),
      ...(deployments && { deployment: deployments.join(',') }),
      sort: 'state,remaining',
      limit: MOST_HITS,
    }),
    enabled: !isNarrowedToNothing,
    // Hits of the word before stay until those of this one are here: a list that blinks cannot be aimed at.
    placeholderData: keepPreviousData,
  })
  if (isNarrowedToNothing) return { hits: [], areOfThese: true }
  return {
    hits: (data?.items ?? []).map((budget) => ({
      ...hitWords(budget),
      href: router.buildLocation(paths.slo(budget)).href,
    })),
    areOfThese: !isPending && !isPlaceholderData,
  }
}

function hitWords(budget: BudgetSummary) {
  const { verb, path } = budget.endpoint
  return {
    id: `slo-${budget.sloId}-${budget.deployment}`,
    group: 'SLOs' as const,
    name: `${budget.service} ${verb === null ? path : `${verb} ${path}`}`,
    detail: `${budget.sliName} ${formatTarget(budget.target)}${NARROW_SPACE}%`,
    note: budget.deployment,
    mark: { state: budget.burning ? ('burning' as const) : budget.budget.state },
  }
}

type Named = Readonly<{ items: readonly Readonly<{ slug: string; name: string }>[] }>

/** The slugs a typed narrowing means: all that begin so, by slug or by name. Undefined where nothing is narrowed. */
function slugsFor(named: Named | undefined, typed: string | null): readonly string[] | undefined {
  if (typed === null) return undefined
  return (named?.items ?? [])
    .filter(({ slug, name }) => slug.startsWith(typed) || name.toLowerCase().startsWith(typed))
    .map(({ slug }) => slug)
}
