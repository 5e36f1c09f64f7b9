import { historyQueries } from '../../api/history-queries.ts'
import type { SloView } from '../../url/slo-view.ts'
import { historyQuery } from './history-query.ts'

type SloAddress = Readonly<{ deployment: string; service: string; sli: string; slo: string }>

export const sloIdOf = ({ service, sli, slo }: SloAddress) => `${service}.${sli}.${slo}`

/** What an SLO's page shows of it. */
export function sloBudget(address: SloAddress, view: SloView) {
  return historyQueries.budget(sloIdOf(address), address.deployment, historyQuery(view))
}
