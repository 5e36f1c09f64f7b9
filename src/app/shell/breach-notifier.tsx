import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'

import { accessQueries } from '../../api/access-queries.ts'
import { budgetQueries } from '../../api/budget-queries.ts'
import { useProductionFilter } from '../../api/production.ts'
import type { BudgetSummary } from '../../contract/budget.ts'
import { formatBurnRate } from '../../domain/format.ts'
import { windowWords } from '../../ui/slo-words.ts'
import { paths } from '../../url/paths.ts'
import { mostBurning } from './most-burning.ts'
import { notify, useNotificationState } from './notification-support.ts'
import { budgetKey, newlyBurning, pageBreaches } from './page-breaches.ts'

/** A notification for a new page-level breach of the own team. */
export function BreachNotifier() {
  return useNotificationState() === 'granted' ? <Watcher /> : null
}

function Watcher() {
  const production = useProductionFilter()
  const teams = useQuery(accessQueries.me()).data?.teams
  const { data } = useQuery({
    ...budgetQueries.top(mostBurning(production)),
    enabled: production !== undefined,
  })
  const known = useRef<ReadonlySet<string> | null>(null)
  const navigate = useNavigate()

  const tell = useEffectEvent((budget: BudgetSummary) => {
    const { service, deployment, endpoint, burning, sloId } = budget
    const route = [endpoint.verb, endpoint.path].filter(Boolean).join(' ')
    notify({
      title: `${service} burns in ${deployment}`,
      body: burning
        ? `${route}, ${budget.sliName}: ${formatBurnRate(burning.rate)}× over ${windowWords(burning.longHours)}`
        : route,
      tag: budgetKey(budget),
      onOpen: () => void navigate(paths.onCall({ selected: { sloId, deployment } })),
    })
  })

  useEffect(() => {
    if (data === undefined || teams === undefined) return
    const now = pageBreaches(data.items, teams)
    for (const budget of newlyBurning(known.current, now)) tell(budget)
    known.current = new Set(now.map(budgetKey))
  }, [data, teams])

  return null
}
