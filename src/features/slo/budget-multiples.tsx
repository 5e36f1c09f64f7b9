import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { historyQueries } from '../../api/history-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { BurnDownPanel } from '../../charts/burn-down-panel.tsx'
import type { ChartShow } from '../../charts/chart-figure.tsx'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Slo } from '../../contract/catalog.ts'
import { formatTarget } from '../../domain/format.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeZone } from '../../ui/zone.tsx'
import { paths } from '../../url/paths.ts'
import styles from './budget-multiples.module.css'
import { describeHistory } from './describe.ts'

type BudgetMultiplesProps = Readonly<{ slos: readonly Slo[]; deployment: string }>

/** The current period of several SLOs side by side, on one scale. */
export function BudgetMultiples({ slos, deployment }: BudgetMultiplesProps) {
  const histories = useQueries({
    queries: slos.map(({ id }) =>
      historyQueries.budget(id, deployment, { window: 'current-period', scale: 'hour' }),
    ),
  })
  const sharedLowest = Math.min(0, ...histories.map(({ data }) => lowestOf(data)))
  return (
    <div className={styles['multiples']}>
      {slos.map((slo, index) => {
        const query = histories[index]
        return (
          query && (
            <QueryPanel
              key={slo.id}
              title={`The budget of ${slo.endpoint.path}`}
              query={query}
              skeleton={<Skeleton name={`the budget of ${slo.endpoint.path}`} lines={8} />}
            >
              {(history) => <BudgetMultiple history={history} sharedLowest={sharedLowest} />}
            </QueryPanel>
          )
        )
      })}
    </div>
  )
}

function BudgetMultiple({
  history,
  sharedLowest,
}: Readonly<{ history: BudgetHistory; sharedLowest: number }>) {
  const timeZone = useTimeZone()
  const [show, setShow] = useState<ChartShow>('chart')
  const { endpoint, target } = history
  const name = [endpoint.verb, endpoint.path].filter(Boolean).join(' ')
  return (
    <BurnDownPanel
      history={history}
      size="small"
      title={`Budget left of ${name}`}
      heading={
        <Link className="link" {...paths.slo(history)}>
          <EndpointName {...endpoint} />
        </Link>
      }
      note={`${formatTarget(target)}${NARROW_SPACE}%`}
      summary={describeHistory(history, { sliding: false, figures: 'corrected' }, timeZone)}
      sharedLowest={sharedLowest}
      show={show}
      onShow={setShow}
    />
  )
}

function lowestOf(history: BudgetHistory | undefined): number {
  const all = history?.periods.flatMap(({ columns }) => columns.remaining) ?? []
  return all.reduce<number>((lowest, value) => Math.min(lowest, value ?? lowest), 0)
}
