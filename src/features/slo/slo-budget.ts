import { historyQueries } from '../../api/history-queries.ts'
import { sloIdOf } from '../../domain/slo-id.ts'
import type { SloView } from '../../url/slo-view.ts'
import { historyQuery } from './history-query.ts'

type SloAddress = Parameters<typeof sloIdOf>[0] & Readonly<{ deployment: string }>

/** What an SLO's page shows of it. */
export function sloBudget(address: SloAddress, view: SloView) {
  return historyQueries.budget(sloIdOf(address), address.deployment, historyQuery(view))
}
