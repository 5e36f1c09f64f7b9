import { isoFromHour } from '../../src/domain/hours.ts'
import { placeOf } from '../budgets/listed-series.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import {
  ADHERENCE_SORT,
  adherenceAnswer,
  adherenceEntries,
  adherenceOnWire,
  adherenceOrder,
} from '../indicators/adherence-table.ts'
import { chosenByFacets, facetsOf, withoutFacets } from '../indicators/facets.ts'
import { refuseOtherPeriods } from '../indicators/known-periods.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-02: whether each SLO was kept, period by period. */
export const listAdherence: Route<'listAdherence'> = async ({ query }, context) => {
  const { cursor, limit, sort = ADHERENCE_SORT, ...asked } = query
  const { index } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  refuseOtherPeriods(sort, periods)
  const order = adherenceOrder(sort, periods)
  const identity = listIdentity(`adherence ${sort}`, asked)
  const { rows, answer, facets } = await context.tables.of(identity, index, moment, async () => {
    const isSelected = selectedSeries(withoutFacets(asked), index)
    const all = await seriesOverPeriods({ ...context, moment }, periods, isSelected)
    const isChosen = chosenByFacets(asked, index)
    const entries = adherenceEntries(
      all.filter(({ series }) => isChosen(placeOf(series))),
      periods,
      moment,
    )
    return {
      rows: inOrder(entries, order),
      answer: adherenceAnswer(entries),
      facets: facetsOf(
        all.map(({ series }) => placeOf(series)),
        asked,
        index,
      ),
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  return {
    ...page,
    items: page.items.map(adherenceOnWire),
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    answer,
    facets,
  }
}
