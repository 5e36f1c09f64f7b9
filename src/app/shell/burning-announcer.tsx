import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { budgetQueries } from '../../api/budget-queries.ts'
import { useProductionFilter } from '../../api/production.ts'
import { useQuiet } from '../../api/use-quiet.ts'
import type { BudgetSummary } from '../../contract/budget.ts'
import { formatBurnRate } from '../../domain/format.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { mostBurning } from './most-burning.ts'

const keyOf = ({ sloId, deployment }: BudgetSummary) => `${sloId} ${deployment}`

/** Says once, politely, that an SLO has begun to burn. What burned when the page was opened is no news, and can wait. */
export function BurningAnnouncer() {
  return useQuiet() ? <News /> : <Announcement text="" />
}

function News() {
  const production = useProductionFilter()
  const { data } = useQuery({
    ...budgetQueries.top(mostBurning(production)),
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

  return <Announcement text={news} />
}

/** The region stands from the start: one that came with its text would not be read out. */
function Announcement({ text }: Readonly<{ text: string }>) {
  return (
    <VisuallyHidden>
      <span role="status">{text}</span>
    </VisuallyHidden>
  )
}

function sentence({ service, endpoint, deployment, burning }: BudgetSummary): string {
  const rate = burning ? ` at ${formatBurnRate(burning.rate)} times the even pace` : ''
  return `Now burning: ${service}, ${[endpoint.verb, endpoint.path].filter(Boolean).join(' ')}, in ${deployment}${rate}.`
}
