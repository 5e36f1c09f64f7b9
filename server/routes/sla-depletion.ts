import type { Route } from '../context.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { outageCosts } from '../slas/outage-costs.ts'
import {
  isSlaSortedBySpeed,
  SLA_DEPLETION_SORT,
  slaDepletionAnswer,
  slaDepletionEntries,
  slaDepletionOnWire,
  slaDepletionOrder,
  withSlaSpeeds,
} from '../slas/sla-depletion.ts'
import { selectedSlas, tableFrame } from '../slas/sla-page.ts'

/** I-06: how far it was to a penalty, period by period, and how fast it went. */
export const listSlaDepletion: Route<'listSlaDepletion'> = async ({ query }, context) => {
  const { cursor, limit, sort = SLA_DEPLETION_SORT, ...asked } = query
  const { index, slaBook, deps } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  const order = slaDepletionOrder(sort)
  const identity = listIdentity(`sla-depletion ${sort}`, asked)
  const { rows, chosen, ...said } = await context.tables.of(identity, index, moment, async () => {
    const { rows: slas, facets } = await selectedSlas(asked, periods, { ...context, moment })
    const all = slaDepletionEntries(slas, periods)
    const entries = isSlaSortedBySpeed(sort) ? await withSlaSpeeds(all, slaBook, moment) : all
    return {
      rows: inOrder(entries, order),
      chosen: slas,
      answer: slaDepletionAnswer(entries, moment),
      facets,
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  const shown = await withSlaSpeeds(page.items, slaBook, moment)
  return {
    ...page,
    items: shown.map((entry) => slaDepletionOnWire(entry, moment)),
    ...said,
    // Incidents change without an hour of the past changing, so that this is never held.
    costs: await outageCosts(chosen, periods, { records: deps.records, index, moment }),
    ...tableFrame(asked, periods, moment),
  }
}
