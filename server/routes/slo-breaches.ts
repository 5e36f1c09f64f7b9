import type { SloBreachOnWire } from '../../src/contract/slo-breaches.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { readBreachDetail } from '../breaches/breach-detail.ts'
import { breachEntries } from '../breaches/breach-entries.ts'
import {
  answerOf,
  BREACH_SORT,
  breachOrder,
  choiceCounts,
  countsOf,
  groupsOf,
  isBreachChosen,
} from '../breaches/breach-list.ts'
import { breachesOnWire } from '../breaches/breach-on-wire.ts'
import { readEntered } from '../breaches/entered.ts'
import { listedSeries, placeOf } from '../budgets/listed-series.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { chosenByFacets, facetsOf, withoutFacets } from '../indicators/facets.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { requestedWindow } from '../window-range.ts'

/** Who broke which SLO where, when, for how long, how far, and what it took: computed from the hours, and reported. */
export const listSloBreaches: Route<'listSloBreaches'> = async ({ query }, context) => {
  const { cursor, limit, sort = BREACH_SORT, ...asked } = query
  const { deps, index, book, breaches } = context
  const moment = await context.moment()
  const window = requestedWindow(asked, 'current-period', moment)
  const entered = await readEntered(deps.entries, index)
  const isSelected = selectedSeries(withoutFacets(asked), index)
  const isPlaced = chosenByFacets(asked, index)
  const listed = listedSeries(index, (member) => book.measurementsId(member)).filter(isSelected)
  const all = await breachEntries({ deps, breaches, entered, moment }, listed, window)
  const isChosen = isBreachChosen(asked)
  const placed = all.filter(({ series }) => isPlaced(placeOf(series)))
  const chosen = placed.filter(isChosen)
  const counts = countsOf(chosen)
  const groups = groupsOf(chosen, asked.group)
  const order = breachOrder(sort, groups, { nowHour: moment.nowHour, grouping: asked.group })
  const page = pageOf(
    {
      items: inOrder(chosen, order),
      identity: listIdentity(`slo-breaches ${sort}`, asked),
      ...order,
    },
    { cursor, limit },
  )
  return {
    ...page,
    items: await breachesOnWire(deps, page.items, moment),
    window: { from: isoFromHour(window.fromHour), to: isoFromHour(window.toHour) },
    dataUpTo: isoFromHour(moment.nowHour),
    answer: answerOf(chosen, counts),
    counts,
    groups,
    facets: facetsOf(
      all.filter(isChosen).map(({ series }) => placeOf(series)),
      asked,
      index,
    ),
    choices: choiceCounts(placed, asked),
  }
}

export const readSloBreach: Route<'readSloBreach'> = async ({ params }, context) =>
  readBreachDetail(params.breach, context)

/** Who belongs to the team says what users felt; the page of the breach says what follows. */
export const reviewSloBreach: Route<'reviewSloBreach'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const { breach, reviewed } = await readBreachDetail(params.breach, context)
  const { review, seenVersion } = body
  const entry = await writeEntry(deps, caller, {
    kind: 'breach-review',
    key: reviewed.breach,
    seenVersion,
    ...(review === null ? { body: withoutStamp(breach.review), isWithdrawn: true } : { body: review }),
  })
  return { breach: reviewed.breach, version: entry.version }
}

function withoutStamp(review: SloBreachOnWire['review']) {
  if (review === null) return {}
  const { impact, cause, note } = review
  return { impact, cause, note }
}
