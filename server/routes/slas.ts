import type { Route } from '../context.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { knownSlas } from '../slas/known-slas.ts'
import { chosenSlas, slaFacets } from '../slas/sla-facets.ts'
import {
  contractsInView,
  SLA_LIST_SORT,
  slaListAnswer,
  slaListEntries,
  slaListOrder,
} from '../slas/sla-list.ts'
import { tableFrame } from '../slas/sla-page.ts'
import { slasOverPeriods } from '../slas/slas-over-periods.ts'

/** I-05: what is owed to customers, and the endpoints that carry it. */
export const listSlas: Route<'listSlas'> = async ({ query }, context) => {
  const { cursor, limit, sort = SLA_LIST_SORT, ...asked } = query
  const { index, slaBook } = context
  const moment = await context.moment()
  // Figures are those of the newest period: the others are the business of the other two tables.
  const periods = tablePeriods(asked, moment).slice(-1)
  const order = slaListOrder(sort)
  const identity = listIdentity(`slas ${sort}`, asked)
  const { rows, ...said } = await context.tables.of(identity, index, moment, async () => {
    const over = await slasOverPeriods(knownSlas(index), periods, { slaBook, moment })
    const all = slaListEntries(over, periods.at(-1), index)
    const isChosen = chosenSlas(asked, index)
    const chosen = all.filter(({ place }) => isChosen(place))
    return {
      rows: inOrder(chosen, order),
      answer: slaListAnswer(chosen),
      contracts: contractsInView(chosen, index),
      facets: slaFacets(
        all.map(({ place }) => place),
        asked,
        index,
      ),
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  return {
    ...page,
    items: page.items.map(({ row }) => row),
    ...said,
    ...tableFrame(asked, periods, moment),
  }
}
