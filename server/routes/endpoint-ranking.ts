import { isoFromHour } from '../../src/domain/hours.ts'
import type { Route } from '../context.ts'
import {
  ENDPOINT_SORT,
  endpointAnswer,
  endpointEntries,
  endpointOnWire,
  endpointOrder,
  isFound,
} from '../indicators/endpoint-table.ts'
import { chosenByFacets, facetsOf } from '../indicators/facets.ts'
import { spanScale, tableSpans } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-11 and I-12: which endpoints fail most and take longest, whether anybody promised anything or not. */
export const listEndpointRanking: Route<'listEndpointRanking'> = async ({ query }, context) => {
  const { by = 'availability', cursor, limit, sort = ENDPOINT_SORT[by], ...asked } = query
  const { index, deps } = context
  const moment = await context.moment()
  const periods = tableSpans(asked, 'current-period', moment)
  const order = endpointOrder(sort)
  const identity = listIdentity(`endpoints ${by} ${sort}`, asked)
  const revision = (await deps.records.revision?.()) ?? 0
  const held = `${identity} as of ${revision}`
  const { rows, answer, facets } = await context.tables.of(held, index, moment, async () => {
    const all = (await endpointEntries(deps.records, periods, index)).filter(isFound(asked.search))
    const entries = all.filter(chosenByFacets(asked, index))
    return {
      rows: inOrder(entries, order),
      answer: endpointAnswer(entries, by),
      facets: facetsOf(all, asked, index),
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  return {
    ...page,
    items: page.items.map((entry) => endpointOnWire(entry, moment)),
    scale: spanScale(asked),
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    answer,
    facets,
  }
}
