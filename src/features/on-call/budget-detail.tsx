import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'

import { historyQueries } from '../../api/history-queries.ts'
import { onCallQueries } from '../../api/on-call-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BreachesSection } from './breaches-section.tsx'
import styles from './budget-detail.module.css'
import { BudgetFigures } from './budget-figures.tsx'
import type { BudgetKey } from './budget-row.tsx'
import { BudgetSentence } from './budget-sentence.tsx'
import { ChangesSection } from './changes-section.tsx'
import { DependenciesSection } from './dependencies-section.tsx'
import { DetailHead } from './detail-head.tsx'
import { RunbookSection } from './runbook-section.tsx'

// Charts are half of all the code: the sentence and the figures do not wait for them.
const DetailCharts = lazy(async () => ({ default: (await import('./detail-charts.tsx')).DetailCharts }))

const PolicyLine = lazy(async () => ({ default: (await import('./policy-line.tsx')).PolicyLine }))

const CHART_LINES = 9

/** One budget as far as whoever is woken needs it; all else is on its own page. */
export function BudgetDetail({ selected }: Readonly<{ selected: BudgetKey }>) {
  const { sloId, deployment } = selected
  const history = useQuery(
    historyQueries.budget(sloId, deployment, { window: 'current-period', scale: 'hour' }),
  )
  const situation = useQuery(onCallQueries.situation(sloId, deployment))
  return (
    <QueryPanel title="This budget" query={history} skeleton={<Skeleton name="this budget" lines={12} />}>
      {(shown) => (
        <>
          <DetailHead history={shown} situation={situation.data} />
          <BudgetSentence history={shown} situation={situation.data} />
          <Suspense fallback={null}>
            <PolicyLine sloId={sloId} deployment={deployment} />
          </Suspense>
          <BudgetFigures history={shown} />
          <Suspense fallback={<Skeleton name="the charts" lines={CHART_LINES} />}>
            <DetailCharts history={shown} fine={situation.data?.lastDay ?? null} />
          </Suspense>
          <div className={styles['columns']}>
            <QueryPanel title="What changed" query={situation}>
              {(told) => <ChangesSection situation={told} history={shown} />}
            </QueryPanel>
            <BreachesSection history={shown} />
            <QueryPanel title="Runbook and dependencies" query={situation}>
              {(told) => (
                <>
                  <RunbookSection situation={told} />
                  <DependenciesSection situation={told} deployment={deployment} />
                </>
              )}
            </QueryPanel>
          </div>
        </>
      )}
    </QueryPanel>
  )
}
