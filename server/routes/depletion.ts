import { isoFromHour } from '../../src/domain/hours.ts'
import { placeOf } from '../budgets/listed-series.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import {
  budgetsInView,
  DEPLETION_SORT,
  depletionAnswer,
  depletionEntries,
  depletionOnWire,
  depletionOrder,
  exhaustionAnswer,
  isSortedBySpeed,
  withSpeeds,
} from '../indicators/depletion-table.ts'
import { chosenByFacets, facetsOf, withoutFacets } from '../indicators/facets.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-03 and I-04: how each budget ended each period, and how fast it went. */
export const listDepletion: Route<'listDepletion'> = async ({ query }, context) => {
  const { cursor, limit, sort = DEPLETION_SORT, ...asked } = query
  const { index, book } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  const order = depletionOrder(sort)
  const identity = listIdentity(`depletion ${sort}`, asked)
  const isPrematureOnly = asked.premature !== undefined
  const { rows, ...said } = await context.tables.of(identity, index, moment, async () => {
    const isSelected = selectedSeries(withoutFacets(asked), index)
    const all = depletionEntries(await seriesOverPeriods({ ...context, moment }, periods, isSelected))
    const listed = isPrematureOnly ? all.filter(({ standing }) => standing.budget.isPremature) : all
    const isChosen = chosenByFacets(asked, index)
    const chosen = listed.filter(({ series }) => isChosen(placeOf(series)))
    // Early exhaustion is told without speeds, which cost a look at every hour.
    const needsSpeeds = !isPrematureOnly || isSortedBySpeed(sort)
    const inView = all.filter(({ series }) => isChosen(placeOf(series)))
    const entries = needsSpeeds ? await withSpeeds(chosen, book, moment) : chosen
    return {
      rows: inOrder(entries, order),
      answer: isPrematureOnly ? exhaustionAnswer(inView, periods, moment) : depletionAnswer(entries),
      inView: budgetsInView(inView),
      facets: facetsOf(
        listed.map(({ series }) => placeOf(series)),
        asked,
        index,
      ),
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  const shown = await withSpeeds(page.items, book, moment)
  return {
    ...page,
    items: shown.map((entry) => depletionOnWire(entry, moment)),
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    ...said,
  }
}
