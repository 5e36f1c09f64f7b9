import { breachEntries } from '../breaches/breach-entries.ts'
import { readEntered } from '../breaches/entered.ts'
import { readBudgetHistory as readMeasured, requestedScale } from '../budgets/budget-history.ts'
import { listedSeries } from '../budgets/listed-series.ts'
import { namesOf, subjectOf } from '../budgets/subject.ts'
import { foundSeries } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { policyMarks } from '../policies/policy-marks.ts'
import { requestedWindow } from '../window-range.ts'
import { burningOnWire } from '../wire.ts'

export const readBudgetHistory: Route<'readBudgetHistory'> = async ({ params, query }, context) => {
  const { deps, index, book, breaches, moment: momentOf } = context
  const slo = foundSeries(index, params)
  const member = { slo, deployment: params.deployment }
  const moment = await momentOf()
  const window = requestedWindow(query, 'current-period', moment)
  const request = { window, ...requestedScale(query, window, moment), hasSliding: query.sliding === 'show' }
  const listed = listedSeries(index, (each) => book.measurementsId(each))
  const own = listed.filter(({ id }) => id === `${slo.id}@${params.deployment}`)
  const findBreaches = async (range: typeof window) =>
    breachEntries({ deps, breaches, entered: await readEntered(deps.entries, index), moment }, own, range)
  const id = `${slo.id}@${params.deployment}`
  const findEnactments = async (range: typeof window) =>
    (await policyMarks(context, { seriesIds: new Set([id]), budget: 'slo', window: range })).get(id) ?? []
  const [standing] = await book.standings([member], moment.currentPeriod, moment)
  return {
    ...subjectOf(member, namesOf(member, index)),
    versions: slo.versions,
    slaTarget: slo.slaTarget,
    burning: standing ? burningOnWire(standing) : null,
    ...(slo.source === undefined ? {} : { source: slo.source }),
    ...(await readMeasured(deps, member, request, { moment, findBreaches, findEnactments })),
  }
}
