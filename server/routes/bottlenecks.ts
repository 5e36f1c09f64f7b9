import { bottleneckEnteredOf, type Bottleneck, type BottleneckEntered } from '../../src/contract/delivery.ts'
import type { DecisionState } from '../../src/domain/bottleneck.ts'
import { describeBottlenecks } from '../../src/domain/describe-bottlenecks.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import { placeOf } from '../budgets/listed-series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import {
  bottlenecksOnWire,
  brokenBudgets,
  enteredBottlenecks,
  slowDelivery,
} from '../delivery/bottlenecks.ts'
import { closedSeries } from '../delivery/broken-in-a-row.ts'
import { ownerOfBottleneck } from '../delivery/bottleneck-subject.ts'
import { customerSigns } from '../delivery/customer-signs.ts'
import { deliveryEvents } from '../delivery/delivery-events.ts'
import { deliverySpans } from '../delivery/delivery-spans.ts'
import { writeEntry } from '../entries.ts'
import { chosenByFacets, facetsOf } from '../indicators/facets.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { placedServices } from '../indicators/ticket-table.ts'
import { listIdentity, pageOf, type Position } from '../page.ts'
import { RequestProblem } from '../problem.ts'
import { periodOnWire } from '../wire.ts'
import { searchedFor } from '../search-words.ts'

/** What slows delivery beside what users cannot rely on: only together they say where effort is worth most. */
export const listBottlenecks: Route<'listBottlenecks'> = async ({ query }, context) => {
  const { cursor, limit, ...asked } = query
  const { deps, index } = context
  const moment = await context.moment()
  const { nowHour } = moment
  const spans = deliverySpans(asked, moment)
  const isCompared = chosenByFacets({ deployment: asked.deployment }, index)
  const events = await deliveryEvents({ deps, index, moment }, spans.window, isCompared)
  const { found, compared } = slowDelivery(events, spans, index)
  const broken = await closedSeries(
    spans.history.filter((period) => !isOpenAt(period, nowHour)),
    (periods) => seriesOverPeriods({ ...context, moment }, periods, (one) => isCompared(placeOf(one))),
  )
  const all = bottlenecksOnWire(
    [...found, ...brokenBudgets(broken)],
    enteredBottlenecks(await deps.entries.list('bottleneck-decision'), index),
    { ...(await customerSigns(deps.records, spans, index, moment)), index },
  )
  const isIn = (choice: string | undefined, value: string) => choice?.split(',').includes(value) ?? true
  const chosen = all.filter(isOfChosen(asked, index)).filter(isFound(asked.search))
  const items = chosen
    .filter((one) => isIn(asked.side, one.side) && isIn(asked.decision, decisionOf(one)))
    .map((item, at) => ({ item, at }))
  const page = pageOf(
    {
      items,
      identity: listIdentity('bottlenecks', asked),
      positionOf: ({ at }): Position => [at],
      compare: ([a = null], [b = null]) => Number(a) - Number(b),
    },
    { cursor, limit },
  )
  return {
    ...page,
    items: page.items.map(({ item }) => item),
    answer: describeBottlenecks(
      chosen.map((one) => ({ side: one.side, isDetected: one.isDetected, decision: decisionOf(one) })),
    ),
    periods: spans.window.map((period) => periodOnWire(period, nowHour)),
    dataUpTo: isoFromHour(nowHour),
    facets: facetsOf(placedServices(index), asked, index),
    compared,
  }
}

function decisionOf({ entered }: Bottleneck): DecisionState {
  return entered === null || entered.isWithdrawn ? 'open' : (entered.decision?.outcome ?? 'open')
}

function isOfChosen(
  { team, service }: Readonly<{ team?: string | undefined; service?: string | undefined }>,
  index: CatalogIndex,
): (one: Bottleneck) => boolean {
  const isChosen = chosenByFacets({ team, service }, index, 'all')
  return (one) =>
    one.concerned.some((name) => isChosen({ team: one.team, service: name, sli: null, deployment: '' }))
}

function isFound(search?: string): (one: Bottleneck) => boolean {
  const isSearched = searchedFor(search)
  return ({ id, teamName, concerned }) => isSearched([id, teamName, ...concerned])
}

export const readBottleneck: Route<'readBottleneck'> = async ({ params }, { deps, index }) => {
  ownerOfBottleneck(params.bottleneck, index)
  const versions = await deps.entries.history('bottleneck-decision', params.bottleneck)
  return {
    items: versions.map(({ version, by, at, isWithdrawn, body }) => ({
      version,
      by: by.name,
      at,
      isWithdrawn,
      entered: bottleneckEnteredOf(body),
    })),
  }
}

/** A team decides on its own, coaches on all. */
export const decideBottleneck: Route<'decideBottleneck'> = async ({ params, body }, context) => {
  const { deps, caller } = context
  const key = params.bottleneck
  if (body.entered !== null) refuseEmpty(body.entered)
  const kept = body.entered === null ? await deps.entries.read('bottleneck-decision', key) : null
  const { version } = await writeEntry(deps, caller, {
    kind: 'bottleneck-decision',
    key,
    seenVersion: body.seenVersion,
    ...(body.entered === null ? { body: kept?.body ?? {}, isWithdrawn: true } : { body: body.entered }),
  })
  return { id: key, version }
}

function refuseEmpty({ evidence, decision }: BottleneckEntered) {
  if (evidence.length > 0 || decision !== null) return
  throw new RequestProblem('invalid-body', {
    detail: 'It says nothing',
    field: 'entered.evidence',
    hint: 'Give evidence, a decision, or both; null takes back what was entered',
  })
}
