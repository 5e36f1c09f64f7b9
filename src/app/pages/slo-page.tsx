import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useDeferredValue, useEffect } from 'react'

import { historyQueries } from '../../api/history-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import { sloIdOf } from '../../domain/slo-id.ts'
import { BurnDownSection } from '../../features/slo/burn-down-section.tsx'
import { isNotFound, offeredScalesOf } from '../../features/slo/history-query.ts'
import { sloBudget } from '../../features/slo/slo-budget.ts'
import { SloFilterBar } from '../../features/slo/slo-filter-bar.tsx'
import { SloHeader } from '../../features/slo/slo-header.tsx'
import { SloSkeleton } from '../../features/slo/slo-skeleton.tsx'
import { WrongTeam } from '../../features/slo/wrong-team.tsx'
import { later } from '../../ui/later.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { sloViewCodec } from '../../url/slo-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'

/** Below the budget's drawing, and beside it in time: neither waits for the other's code. */
const SloDetails = later(async () => (await import('../../features/slo/slo-details.tsx')).SloDetails)
const UnknownSlo = later(async () => (await import('../../features/slo/unknown-slo.tsx')).UnknownSlo)

export function SloPage() {
  const address = useParams({ from: '/slo/$team/$deployment/$service/$sli/$slo' })
  const { team, deployment, service, sli, slo } = address
  const [view, setView] = useUrlState(sloViewCodec)
  const history = useQuery(sloBudget(address, view))
  const verdicts = useQuery(historyQueries.verdicts(sloIdOf(address), deployment, {}))
  const { data, error } = history
  useEffect(() => SloDetails.preload(), [])

  if (data === undefined && isNotFound(error)) return <UnknownSlo address={address} error={error} />
  return (
    <>
      {data ? (
        <SloHeader history={data} verdicts={verdicts.data?.items ?? []} />
      ) : (
        <PageHeader title={`${slo}, ${sli}`} lede={`${service} in ${deployment}`} />
      )}
      {data && <WrongTeam team={team} history={data} view={view} />}
      <SloFilterBar
        view={view}
        history={data}
        offeredScales={offeredScalesOf(data, error)}
        onChange={setView}
      />
      <QueryPanel title="The budget" query={history} skeleton={<SloSkeleton />}>
        {(shown) => (
          <>
            <BurnDownSection history={shown} view={view} onChange={setView} />
            <BelowTheDrawing history={shown} />
          </>
        )}
      </QueryPanel>
    </>
  )
}

/** Drawn once the burn-down stands: the one thing a person came for does not wait for tables out of sight. */
function BelowTheDrawing({ history }: Readonly<{ history: BudgetHistory }>) {
  const detailed = useDeferredValue<BudgetHistory | null>(history, null)
  return detailed && <SloDetails history={detailed} />
}
