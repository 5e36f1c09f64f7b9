import { foundSeries } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { readSituation as readOf } from '../on-call/situation.ts'

export const readSituation: Route<'readSituation'> = async (
  { params },
  { deps, index, budgetIndexes, moment },
) => {
  const member = { slo: foundSeries(index, params), deployment: params.deployment }
  const now = await moment()
  const budgets = await budgetIndexes.of(now.currentPeriod, index, now)
  return readOf(member, { deps, index, budgets, moment: now })
}
