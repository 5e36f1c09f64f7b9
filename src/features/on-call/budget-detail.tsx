import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { budgetQueries } from '../../api/budget-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { BudgetHistory } from '../../contract/budget.ts'
import { formatTarget } from '../../domain/format.ts'
import { buttonClass } from '../../ui/button.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { thresholdWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { paths } from '../../url/paths.ts'
import styles from './budget-detail.module.css'
import { BudgetFigures } from './budget-figures.tsx'
import { BudgetSentence } from './budget-sentence.tsx'
import type { BudgetKey } from './budget-row.tsx'

// Charts are half of all the code: the sentence and the figures do not wait for them.
const BurnDown = lazy(async () => ({ default: (await import('./burn-down.tsx')).BurnDown }))

const CHART_LINES = 9

/** One budget as far as whoever is woken needs it; all else is on its own page. */
export function BudgetDetail({ selected }: Readonly<{ selected: BudgetKey }>) {
  const query = useQuery(
    budgetQueries.history(selected.sloId, selected.deployment, { window: 'current-period', scale: 'hour' }),
  )
  return (
    <QueryPanel title="This budget" query={query} skeleton={<Skeleton name="this budget" lines={12} />}>
      {(history) => (
        <>
          <Head history={history} />
          <BudgetSentence history={history} />
          <BudgetFigures history={history} />
          <div className={styles['chart']}>
            <Suspense fallback={<Skeleton name="the chart" lines={CHART_LINES} />}>
              <BurnDown history={history} />
            </Suspense>
          </div>
        </>
      )}
    </QueryPanel>
  )
}

function Head({ history }: Readonly<{ history: BudgetHistory }>) {
  const state = history.periods.at(-1)?.budget.state ?? 'no-data'
  return (
    <div className={styles['head']}>
      <StateGlyph state={state} label={stateWords[state]} />
      <h2>
        {history.service}
        <span>
          <EndpointName {...history.endpoint} />
        </span>
        <span>
          {history.sliName} <Figure value={formatTarget(history.target)} unit="%" />{' '}
          {history.thresholdMs !== null && thresholdWords(history.thresholdMs)}
        </span>
        <span>{history.deployment}</span>
      </h2>
      <div className={styles['open']}>
        <Link className={buttonClass('primary')} {...paths.slo(history)}>
          <Icon name="chart" />
          Open SLO
        </Link>
      </div>
    </div>
  )
}
