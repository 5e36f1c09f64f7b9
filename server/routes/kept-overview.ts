import { isoFromHour } from '../../src/domain/hours.ts'
import { placeOf } from '../budgets/listed-series.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import { chosenByFacets, facetsOf, withoutFacets } from '../indicators/facets.ts'
import { KEPT_SORT, keptOrder, keptTable, servicePlace } from '../indicators/kept-table.ts'
import { refuseOtherPeriods } from '../indicators/known-periods.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-13: how many SLOs of each service stayed within budget, and which services kept every one. */
export const listKeptOverview: Route<'listKeptOverview'> = async ({ query }, context) => {
  const { cursor, limit, sort = KEPT_SORT, ...asked } = query
  const { index } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  refuseOtherPeriods(sort, periods)
  const order = keptOrder(sort, periods)
  const identity = listIdentity(`kept-overview ${sort}`, asked)
  const { rows, ...said } = await context.tables.of(identity, index, moment, async () => {
    const isSelected = selectedSeries(withoutFacets(asked), index)
    const all = await seriesOverPeriods({ ...context, moment }, periods, isSelected)
    const isChosen = chosenByFacets(asked, index)
    const table = keptTable(
      all.filter(({ series }) => isChosen(placeOf(series))),
      periods,
      index,
      moment,
    )
    return {
      ...table,
      rows: inOrder(table.rows, order),
      facets: facetsOf(all.map(servicePlace), asked, index),
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  return {
    ...page,
    ...said,
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}
