import { describeDelivery } from '../../src/domain/describe-delivery.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { placeOf } from '../budgets/listed-series.ts'
import type { Route } from '../context.ts'
import { deliveryEvents } from '../delivery/delivery-events.ts'
import { DELIVERY_SORT, deliveryOrder, deliveryRows, isDeliveryFound } from '../delivery/delivery-rows.ts'
import { deliverySpans, everyPeriod } from '../delivery/delivery-spans.ts'
import {
  accelerateOnWire,
  componentsOnWire,
  frequencyOver,
  keptOver,
  reliabilityOver,
  restoreOver,
} from '../delivery/delivery-trends.ts'
import { chosenByFacets, facetsOf } from '../indicators/facets.ts'
import { incidentEntries } from '../indicators/incident-table.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { placedServices } from '../indicators/ticket-table.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

const HOUR_MS = 3_600_000

/** How fast and how stably changes come to users, beside whether users could rely on what came. */
export const listDelivery: Route<'listDelivery'> = async ({ query }, context) => {
  const { cursor, limit, sort = DELIVERY_SORT, ...asked } = query
  const { group = 'team' } = asked
  const { deps, index } = context
  const moment = await context.moment()
  const { nowHour } = moment
  const spans = deliverySpans(asked, moment)
  const periods = everyPeriod(spans)
  const isChosen = chosenByFacets(asked, index)
  const events = await deliveryEvents({ deps, index, moment }, periods, isChosen)
  const series = await seriesOverPeriods({ ...context, moment }, periods, (one) => isChosen(placeOf(one)))
  const incidents = await incidentEntries(deps.records, periods, index, moment)
  const components = componentsOnWire(events.samples, spans)
  const accelerate = accelerateOnWire(
    {
      components,
      frequency: frequencyOver(events, events.places.length, nowHour * HOUR_MS),
      restore: restoreOver(incidents.filter(({ places }) => places.some(isChosen))),
      reliability: reliabilityOver(keptOver(series, periods, nowHour)),
    },
    spans,
  )
  const rows = deliveryRows({ group, events, series, periods, spans, index, nowHour })
  const order = deliveryOrder(sort, group)
  return {
    ...pageOf(
      {
        items: inOrder(rows.filter(isDeliveryFound(asked.search)), order),
        identity: listIdentity(`delivery ${sort}`, asked),
        ...order,
      },
      { cursor, limit },
    ),
    scale: asked.scale ?? 'period',
    periods: spans.window.map((period) => periodOnWire(period, nowHour)),
    history: spans.history.map((period) => periodOnWire(period, nowHour)),
    before: beforeOnWire(spans),
    dataUpTo: isoFromHour(nowHour),
    answer: describeDelivery(components),
    facets: facetsOf(placedServices(index), asked, index),
    components,
    accelerate,
  }
}

function beforeOnWire({ before }: ReturnType<typeof deliverySpans>) {
  const [first] = before ?? []
  const last = before?.at(-1)
  if (before === null || first === undefined || last === undefined) return null
  return { from: isoFromHour(first.startHour), to: isoFromHour(last.endHour), periods: before.length }
}
