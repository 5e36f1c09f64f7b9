import type { BudgetHistory, BudgetHistoryQuery } from '../../src/contract/budget-history.ts'
import type { Release } from '../../src/contract/catalog.ts'
import type { PolicyMark } from '../../src/contract/policy-mark.ts'
import type { BurnRateReading } from '../../src/domain/burn-rate.ts'
import { budgetSeries, type Scale } from '../../src/domain/budget-series.ts'
import { depletionEpisodes, depletionSpeeds, type Episode } from '../../src/domain/episode.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { monthAt, periodsBetween, type Period } from '../../src/domain/period.ts'
import { periodBudget, type Series } from '../../src/domain/period-budget.ts'
import { projections } from '../../src/domain/projection.ts'
import { slidingSeries } from '../../src/domain/sliding-series.ts'
import { offeredScales, type HourRange } from '../../src/domain/time-window.ts'
import type { BreachEntry } from '../breaches/breach-entries.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { invalidParameter } from '../problem.ts'
import { periodBudgetOnWire, readingOnWire } from '../wire.ts'
import * as marks from './history-marks.ts'
import { livesIn, loadSeries, type Member, type RecordedSeries } from './series.ts'
import { readFinestReadings } from './finest.ts'
import { ESTIMATE_HOURS } from './period-figures.ts'
import type { Subject } from './subject.ts'
import { allColumns, columnsInWindow } from './window-columns.ts'

export type HistoryRequest = Readonly<{
  window: HourRange
  scale: Scale
  offeredScales: readonly Scale[]
  hasSliding: boolean
}>

/** Those of a window that the list of breaches has of the series: there is one source of them. */
type FindBreaches = (window: HourRange) => Promise<readonly BreachEntry[]>
type FindEnactments = (window: HourRange) => Promise<PolicyMark[]>

type Found = Readonly<{ moment: Moment; findBreaches: FindBreaches; findEnactments: FindEnactments }>

/** A history without the words about its SLO, which are not measured. */
type Measured = Omit<BudgetHistory, keyof Subject | 'versions' | 'slaTarget' | 'burning'>

/** The finest scale the window offers, where none is asked for. */
export function requestedScale(
  query: BudgetHistoryQuery,
  window: HourRange,
  { scheme }: Moment,
): Pick<HistoryRequest, 'scale' | 'offeredScales'> {
  const offered = offeredScales(window, scheme)
  const scale = query.scale ?? offered[0] ?? 'hour'
  if (query.scale === undefined || offered.includes(scale)) return { scale, offeredScales: offered }
  throw invalidParameter('scale', scale, {
    detail: `The scale "${scale}" is not offered for this window`,
    allowed: [...offered],
    hint: 'A scale gives between 2 and 2,000 points',
  })
}

export async function readBudgetHistory(
  deps: ApiDeps,
  member: Member,
  { window, scale, offeredScales: offered, hasSliding }: HistoryRequest,
  { moment, findBreaches, findEnactments }: Found,
): Promise<Measured> {
  const { nowHour } = moment
  const around = periodsBetween(moment.scheme, window.fromHour, window.toHour)
  const [series, releases, breaches, enactments] = await Promise.all([
    loadSeries(deps, member, neededFrom(around, window, moment), nowHour),
    readReleases(deps, member, around, window),
    findBreaches(window),
    findEnactments(window),
  ])
  const readings = await readFinestReadings(deps, member, series, moment)
  const isOwn = moment.rules.isOwnOf(member.slo.team)
  const periods = around.filter((period) => period.startHour <= nowHour && livesIn(series, period))
  const episodes = periods.map((period) => ({ period, found: depletionEpisodes(series, period, nowHour) }))
  return {
    window: { from: isoFromHour(window.fromHour), to: isoFromHour(window.toHour) },
    scale,
    offeredScales: [...offered],
    dataUpTo: isoFromHour(nowHour),
    periods: episodes.map(({ period, found }) => {
      const { average: averageSpeed, highest: highestSpeed } = depletionSpeeds(found)
      const isLast = period === periods.at(-1)
      const columns = columnsInWindow(
        budgetSeries(series, period, nowHour, scale),
        scale,
        { period, isLast },
        window,
      )
      const budget = periodBudgetOnWire(periodBudget(series, period, nowHour), nowHour)
      return { budget, columns, averageSpeed, highestSpeed }
    }),
    sliding: hasSliding
      ? allColumns(slidingSeries(series, window.fromHour, Math.min(window.toHour, nowHour)))
      : null,
    enactments,
    ...marksIn(series, { window, episodes, releases, breaches, readings, isOwn }, moment),
  }
}

type Marked = Readonly<{
  window: HourRange
  episodes: readonly Readonly<{ period: Period; found: readonly Episode[] }>[]
  releases: readonly Release[]
  breaches: readonly BreachEntry[]
  readings: readonly BurnRateReading[]
  isOwn: boolean
}>

/** All that is drawn beside the burn-down, or over it. */
function marksIn(
  series: RecordedSeries,
  { window, episodes, releases, breaches, readings, isOwn }: Marked,
  moment: Moment,
) {
  return {
    projections: episodes
      .flatMap(({ period }) => projections(series, period, moment.nowHour))
      .map(marks.projectionOnWire),
    readings: readings.map(readingOnWire),
    readBy: isOwn ? ('team-rules' as const) : ('default-rules' as const),
    episodes: episodes.flatMap(({ period, found }) =>
      found
        .filter((episode) => overlaps(episode, window))
        .map((episode) => marks.episodeOnWire(episode, period, releases)),
    ),
    breaches: breaches.map(marks.breachOnWire),
    corrections: series.corrections
      .filter((correction) => touches(marks.correctedHours(correction), window))
      .map(marks.correctionOnWire),
    releases: releases
      .filter(({ at }) => isInside(Date.parse(at) / 3_600_000, window))
      .map(({ id, version, at }) => ({ id, version, at })),
    gaps: marks.gapsIn(series.buckets, elapsedLife(series, window, moment)),
  }
}

/** Whole periods, the month the first of them begins in, what their estimate and the sliding view look back on */
function neededFrom(around: readonly Period[], { fromHour }: HourRange, { nowHour }: Moment): number {
  const firstMonth = monthAt(around[0]?.startHour ?? fromHour)
  return Math.min(firstMonth.startHour, fromHour - ESTIMATE_HOURS, nowHour - ESTIMATE_HOURS)
}

/** Episodes may begin before the window: in the first period that it cuts. */
async function readReleases(
  deps: ApiDeps,
  { slo, deployment }: Member,
  around: readonly Period[],
  window: HourRange,
): Promise<readonly Release[]> {
  const earliest = Math.min(window.fromHour, around[0]?.startHour ?? window.fromHour)
  return deps.releases.list({
    services: [slo.service],
    deployments: [deployment],
    fromHour: earliest - marks.RELEASE_LOOKBACK_HOURS,
    toHour: window.toHour,
  })
}

function elapsedLife(
  { beganHour, endedHour }: Series,
  { fromHour, toHour }: HourRange,
  { nowHour }: Moment,
): HourRange {
  return { fromHour: Math.max(fromHour, beganHour), toHour: Math.min(toHour, nowHour, endedHour ?? nowHour) }
}

function overlaps(span: Readonly<{ startHour: number; endHour: number }>, window: HourRange): boolean {
  return span.startHour < window.toHour && span.endHour > window.fromHour
}

/** Like overlapping, for a range that may be empty. */
function touches({ fromHour, toHour }: HourRange, window: HourRange): boolean {
  return isInside(fromHour, window) || (fromHour < window.fromHour && toHour > window.fromHour)
}

function isInside(hour: number, { fromHour, toHour }: HourRange): boolean {
  return hour >= fromHour && hour < toHour
}
