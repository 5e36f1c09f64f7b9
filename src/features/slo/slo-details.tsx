import { useDeferredValue } from 'react'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { BreachesSection } from './breaches-section.tsx'
import { BurnRateSection } from './burn-rate-section.tsx'
import { CorrectionsSection } from './corrections-section.tsx'
import { EpisodesSection } from './episodes-section.tsx'
import { PeriodsSection } from './periods-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { SlaLeewaySection } from './sla-leeway-section.tsx'
import styles from './slo-details.module.css'
import { TargetVersionsSection } from './target-versions-section.tsx'

/** What the chart's picture rests on: tables left, what was agreed right. */
export function SloDetails({ history: newest }: Readonly<{ history: BudgetHistory }>) {
  // The chart answers first; drawing the tables in the same go would hold it back by a third.
  const history = useDeferredValue<BudgetHistory | null>(newest, null)
  if (history === null) return null
  return (
    <div className={styles['details']}>
      <div className={styles['column']}>
        <EpisodesSection history={history} />
        <PeriodsSection history={history} />
        <PolicySection history={history} />
      </div>
      <div className={styles['column']}>
        <BurnRateSection history={history} />
        <BreachesSection history={history} />
        <SlaLeewaySection history={history} />
        <TargetVersionsSection history={history} />
        <CorrectionsSection history={history} />
      </div>
    </div>
  )
}
