import type { Route } from '../context.ts'
import { refuseOtherPeriods } from '../indicators/known-periods.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import {
  contractBreaks,
  SLA_ADHERENCE_SORT,
  slaAdherenceAnswer,
  slaAdherenceEntries,
  slaAdherenceOrder,
} from '../slas/sla-adherence.ts'
import { selectedSlas, tableFrame } from '../slas/sla-page.ts'

/** I-07: whether each SLA was kept, period by period, and which part broke a contract. */
export const listSlaAdherence: Route<'listSlaAdherence'> = async ({ query }, context) => {
  const { cursor, limit, sort = SLA_ADHERENCE_SORT, ...asked } = query
  const { index } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  refuseOtherPeriods(sort, periods)
  const order = slaAdherenceOrder(sort, periods)
  const identity = listIdentity(`sla-adherence ${sort}`, asked)
  const { rows, ...said } = await context.tables.of(identity, index, moment, async () => {
    const { rows: chosen, facets } = await selectedSlas(asked, periods, { ...context, moment })
    const entries = slaAdherenceEntries(chosen, periods, moment)
    return {
      rows: inOrder(entries, order),
      breaks: contractBreaks(entries, periods, moment),
      answer: slaAdherenceAnswer(chosen, periods),
      facets,
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  return {
    ...page,
    items: page.items.map(({ wire }) => wire),
    ...said,
    ...tableFrame(asked, periods, moment),
  }
}
