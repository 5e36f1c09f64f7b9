import { isoFromHour } from '../../src/domain/hours.ts'
import { fellAfterEnactments } from '../../src/domain/ticket-trend.ts'
import { repeatedProblems } from '../../src/domain/ticket-counts.ts'
import type { Route } from '../context.ts'
import { chosenByFacets, facetsOf } from '../indicators/facets.ts'
import { refuseOtherPeriods } from '../indicators/known-periods.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import {
  isListed,
  placedServices,
  TICKET_SORT,
  ticketAnswer,
  ticketEntries,
  ticketOrder,
  ticketRowOnWire,
  ticketsOf,
  ticketTotals,
} from '../indicators/ticket-table.ts'
import { enactedCounts } from '../policies/policy-marks.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** A page has room for the problems most people wrote in about. */
const MOST_PROBLEMS = 10

/** I-08: for which services customers ask for more and more help, period by period. */
export const listTicketTrend: Route<'listTicketTrend'> = async ({ query }, context) => {
  const { cursor, limit, sort = TICKET_SORT, ...asked } = query
  const { index, deps } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  refuseOtherPeriods(sort, periods)
  const order = ticketOrder(sort, periods)
  const identity = listIdentity(`tickets ${sort}`, asked)
  const places = placedServices(index)
  const chosen = places.filter(chosenByFacets(asked, index, 'all')).map(({ service }) => service)
  const tickets = await ticketsOf(deps.records, periods, asked, index)
  const entries = ticketEntries([...new Set(chosen)], tickets, periods, index, moment)
  const page = pageOf(
    { items: inOrder(entries.filter(isListed(asked)), order), identity, ...order },
    { cursor, limit },
  )
  const enacted = await enactedCounts(context, new Set(chosen), periods)
  const totals = ticketTotals(tickets, entries, periods, moment)
  return {
    ...page,
    items: page.items.map(ticketRowOnWire),
    scale: asked.scale ?? 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    answer: ticketAnswer(entries, tickets, periods),
    facets: facetsOf(places, asked, index, 'all'),
    totals,
    enacted,
    afterEnacted: fellAfterEnactments(
      periods.map(({ id, endHour }, at) => ({
        periodId: id,
        count: totals.counts[at] ?? 0,
        isOpen: endHour > moment.nowHour,
      })),
      enacted,
    ),
    problems: repeatedProblems(tickets, periods)
      .slice(0, MOST_PROBLEMS)
      .map((one) => ({ ...one, periodIds: [...one.periodIds] })),
  }
}
