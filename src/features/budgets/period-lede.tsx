import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { useServerNow } from '../../api/server-clock.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { formatDays, formatTimeLeft } from '../../ui/time-format.ts'
import { budgetsViewCodec } from '../../url/budgets-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'

const schemeWords = {
  'four-weeks': '4 weeks',
  'calendar-month': 'a calendar month',
  'calendar-quarter': 'a calendar quarter',
} as const

/** For whoever is new to error budgets: how long a period is, which one is shown, how much of it is left. */
export function PeriodLede() {
  const [{ period: chosen }] = useUrlState(budgetsViewCodec)
  const { data } = useQuery(organizationQueries.current())
  const periods = useQuery({ ...organizationQueries.periods(), enabled: chosen !== null }).data?.items
  const now = useServerNow()
  if (!data || now === null) return null

  const { periodScheme: scheme, currentPeriod } = data
  const shown = periods?.find(({ id }) => id === chosen) ?? currentPeriod
  const length = scheme.kind === 'days' ? `${scheme.days} days` : schemeWords[scheme.kind]
  return (
    <>
      <span className="muted">Error budget period: {length}</span>
      <span className="muted">
        {shown.name}, {formatDays(Date.parse(shown.start), Date.parse(shown.end), 'UTC')}
        {shown.isOpen && `, ${formatTimeLeft(Date.parse(shown.end), now)} left`}
      </span>
      {shown.isOpen && <StateBadge state="open">open, figures are estimates</StateBadge>}
    </>
  )
}
