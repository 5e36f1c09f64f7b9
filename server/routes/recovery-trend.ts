import { describeRecovery } from '../../src/domain/describe-support-indicators.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { detectionQuality } from '../../src/domain/incident.ts'
import { detectionTrend, downtimeMinutes, recoveryTrend } from '../../src/domain/incident-trend.ts'
import type { Route } from '../context.ts'
import { chosenByFacets, facetsOf } from '../indicators/facets.ts'
import {
  incidentEntries,
  incidentOnWire,
  incidentsByService,
  isCreatedIn,
  isIncidentFound,
  periodsOnWire,
  pointsOf,
  RECOVERY_SORT,
  recoveryOrder,
  trendOnWire,
  type IncidentEntry,
} from '../indicators/incident-table.ts'
import { instantsOfAll, spanScale, tableSpans } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'

/** I-10: whether recovery gets slower or faster, and, since a mean can flatter, how long it hurt in all. */
export const listRecoveryTrend: Route<'listRecoveryTrend'> = async ({ query }, context) => {
  const { cursor, limit, sort = RECOVERY_SORT, ...asked } = query
  const { index, deps } = context
  const moment = await context.moment()
  const nowMs = deps.now()
  const periods = tableSpans(asked, 'current-year', moment)
  const all = await incidentEntries(deps.records, periods, index, moment)
  const isChosen = chosenByFacets(asked, index)
  const isInWindow = isCreatedIn(periods)
  const chosen = all.filter(({ places }) => places.some(isChosen))
  const created = chosen.filter(isInWindow)
  const resolved = created.filter(({ incident }) => incident.resolvedMs !== null)
  const open = chosen.filter(({ incident }) => incident.resolvedMs === null)
  const window = instantsOfAll(periods)
  const downtime = downtimeMinutes(incidentsOf(chosen), window, nowMs)
  const recovery = recoveryTrend(incidentsOf(created))
  const { firstToDetect, notDetectedInternally } = detectionQuality(incidentsOf(created))
  const order = recoveryOrder(sort)
  const page = pageOf(
    {
      items: inOrder(resolved.filter(isIncidentFound(asked.search)), order),
      identity: listIdentity(`recovery ${sort}`, asked),
      ...order,
    },
    { cursor, limit },
  )
  return {
    ...page,
    items: page.items.map(incidentOnWire),
    scale: spanScale(asked),
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    dataUpTo: isoFromHour(moment.nowHour),
    answer: describeRecovery({ trend: recovery, openCount: open.length, downtimeMinutes: downtime }),
    facets: facetsOf(
      all.filter((entry) => isInWindow(entry)).flatMap(({ places }) => places),
      asked,
      index,
    ),
    recovery: trendOnWire(recovery),
    detection: trendOnWire(detectionTrend(incidentsOf(resolved))),
    points: pointsOf(resolved),
    byPeriod: periodsOnWire(chosen, periods, nowMs, moment),
    byService: incidentsByService(chosen, isInWindow, isChosen, { ...window, nowMs }),
    downtimeMinutes: downtime,
    open: inOrder(open, recoveryOrder(RECOVERY_SORT)).map(incidentOnWire),
    firstToDetect,
    notDetectedInternally,
  }
}

function incidentsOf(entries: readonly IncidentEntry[]) {
  return entries.map(({ incident }) => incident)
}
