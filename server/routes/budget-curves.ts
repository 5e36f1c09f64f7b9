import { isoFromHour } from '../../src/domain/hours.ts'
import { placeOf } from '../budgets/listed-series.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import { curvesEntries, curvesOnWire, curvesOrder } from '../indicators/curves.ts'
import { budgetsInView, depletionEntries, exhaustionAnswer } from '../indicators/depletion-table.ts'
import { chosenByFacets, facetsOf, withoutFacets } from '../indicators/facets.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { policyMarks, spanOfPeriods } from '../policies/policy-marks.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-03 and I-04 as graphs: the burn-down of every period, one row an SLO. */
export const listBudgetCurves: Route<'listBudgetCurves'> = async ({ query }, context) => {
  const { cursor, limit, ...asked } = query
  const { index, book, deps } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  const order = curvesOrder()
  const identity = listIdentity('curves', asked)
  const isPrematureOnly = asked.premature !== undefined
  const { rows, ...said } = await context.tables.of(identity, index, moment, async () => {
    const isSelected = selectedSeries(withoutFacets(asked), index)
    const all = await seriesOverPeriods({ ...context, moment }, periods, isSelected)
    const isChosen = chosenByFacets(asked, index)
    const chosen = all.filter(({ series }) => isChosen(placeOf(series)))
    const listed = curvesEntries(all).filter(({ prematureCount }) => !isPrematureOnly || prematureCount > 0)
    return {
      rows: inOrder(
        listed.filter(({ series }) => isChosen(placeOf(series))),
        order,
      ),
      answer: exhaustionAnswer(depletionEntries(chosen), periods, moment),
      inView: budgetsInView(depletionEntries(chosen)),
      facets: facetsOf(
        listed.map(({ series }) => placeOf(series)),
        asked,
        index,
      ),
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  const enactments = await policyMarks(context, {
    seriesIds: new Set(page.items.map(({ series }) => series.id)),
    budget: 'slo',
    window: spanOfPeriods(periods, moment),
  })
  return {
    ...page,
    items: await curvesOnWire(page.items, periods, isPrematureOnly, { book, moment, deps, enactments }),
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    ...said,
  }
}
