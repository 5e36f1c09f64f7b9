import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { historyQueries } from '../../api/history-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { ChartShow } from '../../charts/chart-figure.tsx'
import { BurnDownPanel } from '../../charts/burn-down-panel.tsx'
import { useTimeZone } from '../../ui/zone.tsx'
import { describeHistory } from './describe.ts'

type BudgetAroundProps = Readonly<{ sloId: string; deployment: string; from: string; to: string }>

const shown = { sliding: false, figures: 'corrected' } as const

/** The hours around something that happened, with releases and breaches below them. */
export function BudgetAround({ sloId, deployment, from, to }: BudgetAroundProps) {
  const [show, setShow] = useState<ChartShow>('chart')
  const timeZone = useTimeZone()
  const query = useQuery(historyQueries.budget(sloId, deployment, { from, to, scale: 'hour' }))
  return (
    <QueryPanel title="The budget around it" query={query}>
      {(history) => (
        <BurnDownPanel
          history={history}
          title="Budget left around it, hour by hour"
          summary={describeHistory(history, shown, timeZone)}
          show={show}
          onShow={setShow}
        />
      )}
    </QueryPanel>
  )
}
