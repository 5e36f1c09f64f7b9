import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { budgetQueries } from '../../api/budget-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { formatCount } from '../../domain/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { MarkedState } from '../../ui/state-words.ts'
import { paths } from '../../url/paths.ts'
import type { BudgetScope } from './budgets-query.ts'
import { PeriodLede } from './period-lede.tsx'

/** What of these needs someone; the rest is what the list is for. */
const counted = ['exhausted', 'at-risk', 'no-data'] as const

const words: Record<(typeof counted)[number] | 'burning', string> = {
  exhausted: 'exhausted',
  'at-risk': 'at risk',
  'no-data': 'without data',
  burning: 'burning now',
}

/** Where one is, how many budgets there are, and which of them need someone. */
export function ScopeHeader({ scope }: Readonly<{ scope: BudgetScope }>) {
  const slis = useQuery(organizationQueries.slis()).data?.items
  const teams = useQuery(organizationQueries.teams()).data?.items
  const counts = useScopeCounts(scope)
  const team = teams?.find(({ slug }) => slug === scope.team)?.name ?? scope.team
  const sli = slis?.find(({ slug }) => slug === scope.sli)?.name ?? scope.sli
  const title = [scope.service ?? team ?? 'All budgets', sli].filter(Boolean).join(', ')
  return (
    <PageHeader
      title={scope.deployment === undefined ? title : `${title} in ${scope.deployment}`}
      lede={
        <>
          {counts.all !== undefined && <span>{formatCount(counts.all)} budgets</span>}
          {[...counted, 'burning' as const].map((state) => {
            const count = counts[state]
            return count ? (
              <StateBadge key={state} state={state satisfies MarkedState}>
                {formatCount(count)} {words[state]}
              </StateBadge>
            ) : null
          })}
          <PeriodLede />
          {scope.team !== undefined && scope.service === undefined && (
            <Link className="link" {...paths.indicatorLinks({ team: scope.team })}>
              Links for a wiki
            </Link>
          )}
        </>
      }
    />
  )
}

/** Counts of the current period, by questions that bring one row each: the server knows the totals. */
function useScopeCounts(scope: BudgetScope) {
  const questions = [{}, ...counted.map((state) => ({ state })), { burning: 'only' as const }]
  const answers = useQueries({
    queries: questions.map((question) => budgetQueries.top({ ...scope, ...question, limit: 1 })),
  })
  const [all, exhausted, atRisk, noData, burning] = answers.map(({ data }) => data?.totalCount)
  return { all, exhausted, 'at-risk': atRisk, 'no-data': noData, burning }
}
