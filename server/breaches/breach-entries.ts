import type { Incident, ReportedBreach } from '../../src/contract/records.ts'
import type { BreachReviewOnWire } from '../../src/contract/slo-breaches.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodsBetween } from '../../src/domain/period.ts'
import { costsOf, type SloBreach } from '../../src/domain/slo-breach.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import { loadSeries } from '../budgets/series.ts'
import { everyRecord } from '../indicators/read-records.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import type { BreachBook } from './breach-book.ts'
import { breachIdOf } from './breach-id.ts'
import type { Entered } from './entered.ts'

/** What only an alerting tool told has neither rules of ours nor windows. */
type Told = Omit<SloBreach, 'peakRate' | 'peakLongHours'> &
  Readonly<{ peakRate: number | null; peakLongHours: number | null }>

/** A breach with all that other tools and people know of it. */
export type BreachEntry = Readonly<{
  id: string
  series: ListedSeries
  breach: Told
  reports: readonly ReportedBreach[]
  incidents: readonly Incident[]
  review: BreachReviewOnWire | null
}>

type Interval = Pick<SloBreach, 'startHour' | 'endHour'>
type Source = Readonly<{ deps: ApiDeps; breaches: BreachBook; entered: Entered; moment: Moment }>

const HOUR_MS = 3_600_000
/** A tool sees minutes where hours are computed: what begins or ends so near is the same burn. */
const NEAR_MS = HOUR_MS
const READS_AT_ONCE = 16
/** What a tool reported so long before and still goes on is not taken for the window's. */
const REPORT_LOOKBACK_HOURS = 28 * 24
/** Incidents are created late or worked on long; one that was created earlier and is over is none of these breaches'. */
const INCIDENT_LOOKBACK_HOURS = 7 * 24

/** All breaches that share an hour with the window, oldest first, whoever saw them. */
export async function breachEntries(
  source: Source,
  listed: readonly ListedSeries[],
  window: HourRange,
): Promise<readonly BreachEntry[]> {
  const { deps, breaches, entered, moment } = source
  const toHour = Math.min(window.toHour, moment.nowHour)
  if (window.fromHour >= toHour) return []
  const periods = periodsBetween(moment.scheme, window.fromHour, toHour)
  const firstHour = window.fromHour - REPORT_LOOKBACK_HOURS
  const judged = listed.map(({ member }) => ({ member, ...entered.timelineOf(member.slo.team) }))
  const [found, reports] = await Promise.all([
    breaches.of(judged, periods, moment),
    reportsBySeries(deps, firstHour, toHour),
  ])
  const inWindow = ({ startHour, endHour }: Interval) =>
    startHour < toHour && (endHour ?? moment.nowHour) > window.fromHour
  const computed = listed.flatMap((series, row) =>
    (found[row] ?? []).filter(inWindow).map((breach) => ({
      series,
      breach,
      reports: (reports.get(series.id) ?? []).filter((report) => isSame(report, breach)),
    })),
  )
  const all = [...computed, ...(await onlyReported(source, listed, found, reports, inWindow))]
  const incidents = await incidentsNear(deps, all, toHour)
  return all
    .map(({ series, breach, reports: told }) => {
      const id = breachIdOf(series.member, breach.startHour)
      return {
        id,
        series,
        breach,
        reports: told,
        incidents: incidents(series, breach),
        review: entered.reviewOf(series.id, breach)?.onWire ?? null,
      }
    })
    .toSorted((a, b) => a.breach.startHour - b.breach.startHour)
}

async function reportsBySeries(
  { records }: ApiDeps,
  fromHour: Hour,
  toHour: Hour,
): Promise<ReadonlyMap<string, readonly ReportedBreach[]>> {
  const range = { from: isoFromHour(fromHour), to: isoFromHour(toHour) }
  const all = await everyRecord<ReportedBreach>(
    (span) => records.breaches(range, span),
    ({ startedAt, id }) => [startedAt, id],
  )
  return Map.groupBy(all, ({ slo, deployment }) => `${slo}@${deployment}`)
}

/** What goes on has no end yet: whatever else has begun is before it, and the answer is the same until the store changes. */
function isSame({ startedAt, endedAt }: ReportedBreach, { startHour, endHour }: Interval): boolean {
  const end = endHour === null ? Number.POSITIVE_INFINITY : endHour * HOUR_MS
  return (
    Date.parse(startedAt) <= end + NEAR_MS &&
    (endedAt === null || Date.parse(endedAt) >= startHour * HOUR_MS - NEAR_MS)
  )
}

type Seen = Pick<BreachEntry, 'series' | 'breach' | 'reports'>

/** What the buckets show no breach for: a tool with finer measurements or other rules saw it. */
async function onlyReported(
  { deps, moment }: Source,
  listed: readonly ListedSeries[],
  found: readonly (readonly SloBreach[])[],
  reports: ReadonlyMap<string, readonly ReportedBreach[]>,
  inWindow: (interval: Interval) => boolean,
): Promise<readonly Seen[]> {
  const alone = listed.flatMap((series, row) =>
    (reports.get(series.id) ?? [])
      .filter((report) => !(found[row] ?? []).some((breach) => isSame(report, breach)))
      .map((report) => ({ series, report, interval: wholeHoursOf(report) }))
      .filter(({ interval }) => inWindow(interval)),
  )
  return mapConcurrently(alone, READS_AT_ONCE, async ({ series, report, interval }): Promise<Seen> => {
    const { startHour } = interval
    const [period] = periodsBetween(moment.scheme, startHour, startHour + 1)
    const fromHour = Math.min(period?.startHour ?? startHour, moment.nowHour - 28 * 24)
    const hours = await loadSeries(deps, series.member, fromHour, moment.nowHour)
    return {
      series,
      reports: [report],
      breach: {
        ...interval,
        ...costsOf(hours, moment.scheme, fromHour, moment.nowHour)(interval),
        severity: report.severity,
        ruleIds: [],
        peakRate: report.burnRate,
        peakLongHours: null,
        alertedAtHour: startHour,
        alertCount: 1,
        silentUntilHour: null,
      },
    }
  })
}

function wholeHoursOf({ startedAt, endedAt }: ReportedBreach): Interval {
  const startHour = Math.floor(Date.parse(startedAt) / HOUR_MS)
  if (endedAt === null) return { startHour, endHour: null }
  return { startHour, endHour: Math.max(startHour + 1, Math.ceil(Date.parse(endedAt) / HOUR_MS)) }
}

/** Incidents of the same service and deployment that were going on while the breach did. */
async function incidentsNear({ records }: ApiDeps, seen: readonly Seen[], toHour: Hour) {
  const first = seen.reduce((earliest, { breach }) => Math.min(earliest, breach.startHour), toHour)
  const range = { from: isoFromHour(first - INCIDENT_LOOKBACK_HOURS) }
  const positionOf = ({ createdAt, id }: Incident) => [createdAt, id]
  const all =
    seen.length === 0 ? [] : await everyRecord<Incident>((span) => records.incidents(range, span), positionOf)
  const byService = new Map<string, Incident[]>()
  for (const incident of all) {
    for (const service of incident.services) {
      const known = byService.get(service)
      if (known === undefined) byService.set(service, [incident])
      else known.push(incident)
    }
  }
  return ({ member: { slo, deployment } }: ListedSeries, { startHour, endHour }: Told): readonly Incident[] =>
    (byService.get(slo.service) ?? []).filter(
      ({ deployments, startedAt, createdAt, resolvedAt }) =>
        (deployments.length === 0 || deployments.includes(deployment)) &&
        (endHour === null || Date.parse(startedAt ?? createdAt) < endHour * HOUR_MS) &&
        (resolvedAt === null || Date.parse(resolvedAt) > startHour * HOUR_MS),
    )
}

export function hoursOf({ breach: { startHour, endHour } }: BreachEntry, { nowHour }: Moment): number {
  return (endHour ?? nowHour) - startHour
}
