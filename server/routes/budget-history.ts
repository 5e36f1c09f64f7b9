import { readBudgetHistory as readMeasured, requestedScale } from '../budgets/budget-history.ts'
import { namesOf, subjectOf } from '../budgets/subject.ts'
import { foundSeries } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { requestedWindow } from '../window-range.ts'

export const readBudgetHistory: Route<'readBudgetHistory'> = async (
  { params, query },
  { deps, index, moment },
) => {
  const slo = foundSeries(index, params)
  const member = { slo, deployment: params.deployment }
  const now = await moment()
  const window = requestedWindow(query, 'current-period', now)
  const request = { window, ...requestedScale(query, window, now), hasSliding: query.sliding === 'show' }
  return {
    ...subjectOf(member, namesOf(member, index)),
    versions: slo.versions,
    slaTarget: slo.slaTarget,
    ...(slo.source === undefined ? {} : { source: slo.source }),
    ...(await readMeasured(deps, member, request, now)),
  }
}
