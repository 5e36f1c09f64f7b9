import { isoFromHour } from '../../src/domain/hours.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import {
  DEPLETION_SORT,
  depletionEntries,
  depletionOnWire,
  depletionOrder,
  isSortedBySpeed,
  withSpeeds,
} from '../indicators/depletion-table.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-03 and I-04: how each budget ended each period, and how fast it went. */
export const listDepletion: Route<'listDepletion'> = async ({ query }, context) => {
  const { cursor, limit, sort = DEPLETION_SORT, ...asked } = query
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  const order = depletionOrder(sort)
  const identity = listIdentity(`depletion ${sort}`, asked)
  const rows = await context.tables.of(identity, context.index, moment, async () => {
    const chosen = await seriesOverPeriods(
      { ...context, moment },
      periods,
      selectedSeries(asked, context.index),
    )
    const entries = depletionEntries(chosen, asked.premature !== undefined)
    return inOrder(isSortedBySpeed(sort) ? await withSpeeds(entries, context.book, moment) : entries, order)
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  const shown = await withSpeeds(page.items, context.book, moment)
  return {
    ...page,
    items: shown.map((entry) => depletionOnWire(entry, moment)),
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}
