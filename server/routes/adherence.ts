import type { Period } from '../../src/domain/period.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import {
  ADHERENCE_SORT,
  adherenceEntries,
  adherenceOnWire,
  adherenceOrder,
} from '../indicators/adherence-table.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { invalidParameter } from '../problem.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-02: whether each SLO was kept, period by period. */
export const listAdherence: Route<'listAdherence'> = async ({ query }, context) => {
  const { cursor, limit, sort = ADHERENCE_SORT, ...asked } = query
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  refuseOtherPeriods(sort, periods)
  const order = adherenceOrder(sort, periods)
  const identity = listIdentity(`adherence ${sort}`, asked)
  const rows = await context.tables.of(identity, context.index, moment, async () => {
    const chosen = await seriesOverPeriods(
      { ...context, moment },
      periods,
      selectedSeries(asked, context.index),
    )
    return inOrder(adherenceEntries(chosen, periods, moment), order)
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  return {
    ...page,
    items: page.items.map(adherenceOnWire),
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

/** A column that is not in the table would sort nothing. */
function refuseOtherPeriods(sort: string, periods: readonly Period[]) {
  const shown = periods.map(({ id }) => id)
  for (const term of sort.split(',')) {
    const column = term.replace(/^-/, '')
    if (!/^\d/.test(column) || shown.includes(column)) continue
    throw invalidParameter('sort', sort, {
      detail: `"${column}" is not one of the table's periods`,
      allowed: shown,
      hint: didYouMean(column, shown) ?? 'Sort by a period that the window shows',
    })
  }
}
