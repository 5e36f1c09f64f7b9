import { describeDowntime, downtimeRule } from '../../src/domain/describe-downtime.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodAt } from '../../src/domain/period.ts'
import { downtimeLeaning, type PlannedDowntime } from '../../src/domain/planned-downtime.ts'
import { listedSeries } from '../budgets/listed-series.ts'
import { ESTIMATE_HOURS } from '../budgets/period-figures.ts'
import { livesIn, loadSeries } from '../budgets/series.ts'
import { chosenNames } from '../catalog-index.ts'
import type { ApiContext, Route } from '../context.ts'
import type { Moment } from '../moment.ts'
import { releaseStops, type ReleaseStops } from '../policies/release-stops.ts'
import { invalidParameter } from '../problem.ts'
import { wholeHour } from '../window-range.ts'
import { periodOnWire } from '../wire.ts'
import { bestStart, budgetsAtRisk, periodCosts, type SloThere } from '../workflows/downtime-costs.ts'

const MINUTES = 30
const WHOLE = 100
const MINUTES_PER_HOUR = 60

/** May we deploy now, with so long a downtime; and if not, when? */
export const readPlannedDowntime: Route<'readPlannedDowntime'> = async ({ query }, context) => {
  const { service, deployment, minutes = MINUTES, failing = WHOLE } = query
  const { index } = context
  chosenNames('service', service, index.services)
  chosenNames('deployment', deployment, index.deployments)
  const moment = await context.moment()
  const { nowHour, currentPeriod: openPeriod, scheme } = moment
  const laterPeriod = periodAt(scheme, openPeriod.endHour)
  const isProduction = index.deployments.get(deployment)?.kind === 'production'
  const stops = await releaseStops(context, { service, deployment, isProduction })
  const all = await slosThere(context, { service, deployment }, moment, stops)

  const downtime: PlannedDowntime = { minutes, failingShare: failing / WHOLE }
  const now = periodCosts(all, openPeriod, nowHour, downtime)
  const later = periodCosts(all, laterPeriod, nowHour, downtime)
  const fromHour = query.from === undefined ? nowHour : wholeHour('from', query.from)
  refuseOutside(fromHour, { nowHour, lastHour: laterPeriod.endHour - Math.ceil(minutes / MINUTES_PER_HOUR) })
  const inPeriod = fromHour < openPeriod.endHour ? now : later
  const start = fromHour - inPeriod.fromHour
  const budgets = budgetsAtRisk(inPeriod, start)
  const [tightest] = budgets
  const [best, bestLater] = [bestStart(now), bestStart(later)]
  const isLater = inPeriod === later
  // Whoever asks for the next period is told of a better time in it before one of this period.
  const bearing = [
    ...(isLater ? [{ start: bestLater, period: laterPeriod }] : []),
    { start: best, period: openPeriod },
  ].find((one) => one.start?.bears === true)
  const leansTo = downtimeLeaning({
    isStopped: stops.present.length > 0,
    room: inPeriod.room[start] ?? null,
    hasRoomAtAnotherTime: bearing !== undefined,
    hasRoomLater: bestLater?.bears === true,
  })
  return {
    service,
    team: index.services.get(service)?.team ?? '',
    deployment,
    isProduction,
    minutes,
    failingPercent: failing,
    from: isoFromHour(fromHour),
    period: periodOnWire(isLater ? laterPeriod : openPeriod, nowHour),
    openPeriod: periodOnWire(openPeriod, nowHour),
    laterPeriod: periodOnWire(laterPeriod, nowHour),
    budgets: [...budgets],
    starts: {
      at: [now, later].flatMap((costs) => costs.left.map((_, hour) => isoFromHour(costs.fromHour + hour))),
      left: [...now.left, ...later.left],
    },
    best,
    bestLater,
    stops: stops.present,
    outcome: {
      leansTo,
      says: describeDowntime({
        leaning: leansTo,
        tightest:
          tightest === undefined || tightest.remaining === null || tightest.left === null
            ? null
            : {
                name: `${endpointWords(tightest.endpoint)}, ${tightest.sliName.toLowerCase()}`,
                remaining: tightest.remaining,
                left: tightest.left,
                clause: tightest.stop && { name: tightest.stop.clauseName, share: tightest.stop.share },
              },
        budgetCount: budgets.length,
        stops: stops.present.map(({ policyName, clauseName }) => `${policyName}, ${clauseName}`),
        period: (bearing?.period ?? openPeriod).name,
        laterPeriod: laterPeriod.name,
      }),
      rule: downtimeRule,
    },
    dataUpTo: isoFromHour(nowHour),
  }
}

async function slosThere(
  { deps, index, book }: ApiContext,
  { service, deployment }: Readonly<{ service: string; deployment: string }>,
  { currentPeriod, nowHour }: Moment,
  { firstOf }: ReleaseStops,
): Promise<readonly SloThere[]> {
  const listed = listedSeries(index, (member) => book.measurementsId(member)).filter(
    ({ member }) => member.slo.service === service && member.deployment === deployment,
  )
  const fromHour = Math.min(currentPeriod.startHour, nowHour - ESTIMATE_HOURS)
  const all = await Promise.all(
    listed.map(async (one) => ({
      listed: one,
      series: await loadSeries(deps, one.member, fromHour, nowHour),
      stop: firstOf(one.id),
    })),
  )
  return all.filter(({ series }) => livesIn(series, currentPeriod))
}

function refuseOutside(fromHour: Hour, { nowHour, lastHour }: Readonly<{ nowHour: Hour; lastHour: Hour }>) {
  if (fromHour >= nowHour && fromHour <= lastHour) return
  throw invalidParameter('from', isoFromHour(fromHour), {
    detail:
      fromHour < nowHour
        ? 'A downtime is planned for an hour to come'
        : 'It would not end with the period after this one',
    allowed: [`${isoFromHour(nowHour)} to ${isoFromHour(lastHour)}`],
    hint: 'Without "from" it begins with the first hour that is not over',
  })
}
