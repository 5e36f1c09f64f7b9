import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { budgetQueries } from '../../api/budget-queries.ts'
import { useProductionFilter } from '../../api/production.ts'
import type { BudgetSummary } from '../../contract/budget.ts'
import { formatBurnRate } from '../../domain/format.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'

/** The same question as the on-call page asks, so that both share one answer. */
const MOST_BURNING = 50

const keyOf = ({ sloId, deployment }: BudgetSummary) => `${sloId} ${deployment}`

/** Says once, politely, that an SLO has begun to burn. What burned when the page was opened is no news. */
export function BurningAnnouncer() {
  const production = useProductionFilter()
  const { data } = useQuery({
    ...budgetQueries.top({
      ...(production !== undefined && { deployment: production }),
      burning: 'only',
      sort: '-burn-rate',
      limit: MOST_BURNING,
    }),
    enabled: production !== undefined,
  })
  const known = useRef<ReadonlySet<string> | null>(null)
  const [news, setNews] = useState('')

  useEffect(() => {
    if (!data) return
    const before = known.current
    known.current = new Set([...(before ?? []), ...data.items.map(keyOf)])
    const fresh = before ? data.items.filter((budget) => !before.has(keyOf(budget))) : []
    if (fresh.length > 0) setNews(fresh.map(sentence).join(' '))
  }, [data])

  return (
    <VisuallyHidden>
      <span role="status">{news}</span>
    </VisuallyHidden>
  )
}

function sentence({ service, endpoint, deployment, burning }: BudgetSummary): string {
  const rate = burning ? ` at ${formatBurnRate(burning.rate)} times the even pace` : ''
  return `Now burning: ${service}, ${[endpoint.verb, endpoint.path].filter(Boolean).join(' ')}, in ${deployment}${rate}.`
}
