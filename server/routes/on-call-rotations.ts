import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { hourOfWeek, isoFromHour } from '../../src/domain/hours.ts'
import { coverageFacts } from '../indicators/coverage-facts.ts'
import { chosenByFacets, facetsOf } from '../indicators/facets.ts'
import {
  isRotationFound,
  ROTATION_SORT,
  rotationAnswer,
  rotationEntries,
  rotationOnWire,
  rotationOrder,
  serviceCovers,
  teamsOnCall,
} from '../indicators/rotation-table.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { placedServices } from '../indicators/ticket-table.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { requestedWindow } from '../window-range.ts'
import { periodOnWire } from '../wire.ts'

/** Those with the least cover: a list that nobody can read to its end is of no use. */
const MOST_SERVICES = 200

/** I-09: which rotations there are, which hours they cover, and when nobody would come. */
export const listOnCallRotations: Route<'listOnCallRotations'> = async ({ query }, context) => {
  const { cursor, limit, sort = ROTATION_SORT, ...asked } = query
  const { index, deps } = context
  const moment = await context.moment()
  const range = requestedWindow(asked, 'current-period', moment)
  const periods = tablePeriods(
    { ...asked, from: isoFromHour(range.fromHour), to: isoFromHour(range.toHour), window: undefined },
    moment,
  )
  // Who is on duty is asked of the clock, not of the last measurement.
  const at = Math.min(context.clockHour, range.toHour - 1)

  const all = await rotationEntries(deps.records, range, at, index)
  const isChosen = chosenByFacets(asked, index)
  const chosen = all.filter(({ places }) => places.some(isChosen))
  const inForce = all.filter(({ isInForce }) => isInForce)
  const chosenTeams = chosenNames('team', asked.team, index.teams)
  const teams = teamsOnCall(
    index.catalog.teams.filter(({ slug }) => chosenTeams?.has(slug) ?? true),
    inForce,
    at,
  )
  const places = placedServices(index).filter(isChosen)
  const services = [...new Set(places.map(({ service }) => service))]
  const factsOf = await coverageFacts(deps.releases, index, services, at)
  const covers = serviceCovers(places, inForce, at, factsOf)
  const order = rotationOrder(sort)
  const page = pageOf(
    {
      items: inOrder(chosen.filter(isRotationFound(asked.search)), order),
      identity: listIdentity(`rotations ${sort}`, asked),
      ...order,
    },
    { cursor, limit },
  )
  return {
    ...page,
    items: page.items.map((entry) => rotationOnWire(entry, at)),
    scale: 'period',
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    answer: rotationAnswer(
      covers,
      teams,
      chosen.filter(({ isInForce }) => isInForce),
    ),
    facets: facetsOf(
      all.flatMap(({ places }) => places),
      asked,
      index,
    ),
    at: isoFromHour(at),
    hourOfWeek: hourOfWeek(at),
    teams,
    services: covers.slice(0, MOST_SERVICES),
    serviceCount: covers.length,
  }
}
