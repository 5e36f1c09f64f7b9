import { detectionMinutes, type Incident, isSeenOutsideFirst, recoveryMinutes } from './incident.ts'
import { type Instant, instantsOf, minutesBetween, periodOfInstant } from './instant.ts'
import type { Period } from './period.ts'
import { clippedSpans, joinedSpans, type Span, totalLength } from './span.ts'
import { linearTrend, type TrendDirection } from './trend.ts'

type DurationPoint = Readonly<{ incidentId: string; createdMs: Instant; minutes: number }>

export type DurationTrend = Readonly<{
  /** By creation time. */
  points: readonly DurationPoint[]
  meanMinutes: number | null
  /** Null with fewer than three points: not enough data. */
  line: TrendLine | null
}>

type TrendLine = Readonly<{
  direction: TrendDirection
  /** What the line says at the first and at the last point: what a chart draws. */
  startMinutes: number
  endMinutes: number
  /**
   * Downward, and the last third of the incidents took less time on average than the first third: a line that one long
   * incident at the beginning pulled down is not firm.
   */
  isFirmlyDeclining: boolean
}>

/** Resolved incidents only; the open ones are listed apart. */
export function recoveryTrend(incidents: readonly Incident[]): DurationTrend {
  return durationTrend(incidents, recoveryMinutes)
}

/** The same method for the time to detection, for which the references ask without a method of its own. */
export function detectionTrend(incidents: readonly Incident[]): DurationTrend {
  return durationTrend(incidents, detectionMinutes)
}

function durationTrend(
  incidents: readonly Incident[],
  minutesOf: (incident: Incident) => number | null,
): DurationTrend {
  const points = incidents
    .flatMap((incident) => {
      const minutes = minutesOf(incident)
      return minutes === null ? [] : [{ incidentId: incident.id, createdMs: incident.createdMs, minutes }]
    })
    // Of incidents created together the id decides, so that the thirds are the same however they were stored.
    .toSorted((a, b) => a.createdMs - b.createdMs || (a.incidentId < b.incidentId ? -1 : 1))
  return { points, meanMinutes: meanMinutes(points), line: trendLine(points) }
}

function trendLine(points: readonly DurationPoint[]): TrendLine | null {
  const [first] = points
  const last = points.at(-1)
  // Minutes since the first incident: instants are too large to be multiplied.
  const trend = linearTrend(
    points.map(({ createdMs, minutes }) => ({
      x: minutesBetween(first?.createdMs ?? 0, createdMs),
      y: minutes,
    })),
  )
  if (!trend || !first || !last) return null
  return {
    direction: trend.direction,
    startMinutes: trend.intercept,
    endMinutes: trend.intercept + trend.slope * minutesBetween(first.createdMs, last.createdMs),
    isFirmlyDeclining: trend.direction === 'downward' && lastThirdIsShorter(points),
  }
}

function lastThirdIsShorter(points: readonly DurationPoint[]): boolean {
  const third = Math.floor(points.length / 3)
  const earlier = meanMinutes(points.slice(0, third))
  const later = meanMinutes(points.slice(-third))
  return earlier !== null && later !== null && later < earlier
}

function meanMinutes(points: readonly DurationPoint[]): number | null {
  if (points.length === 0) return null
  return points.reduce((sum, { minutes }) => sum + minutes, 0) / points.length
}

/**
 * Minutes of [from, to) in which at least one of the incidents was going on, up to now: two at once are one downtime. From the
 * first affected user where that is known, else from the creation. Incidents that have nothing to do with each other are
 * to be given apart, service by service.
 */
export function downtimeMinutes(incidents: readonly Incident[], range: Span, nowMs: Instant): number {
  const spans = incidents.map(({ startedMs, createdMs, resolvedMs }) => ({
    from: Math.min(startedMs ?? createdMs, createdMs),
    to: Math.min(resolvedMs ?? nowMs, nowMs),
  }))
  return minutesBetween(0, totalLength(joinedSpans(clippedSpans(spans, range))))
}

export type PeriodIncidents = Readonly<{
  periodId: string
  /** Created in the period. */
  count: number
  openCount: number
  /** Of those resolved; null where none is. */
  meanRecoveryMinutes: number | null
  /**
   * Beside the mean, always: six incidents of half an hour have a better mean than one of an hour, and are worse to live
   * with. An incident over a border is cut there.
   */
  downtimeMinutes: number
}>

/** Of a period's incidents: of how many is known who saw them first, and how many of those nobody inside saw first. */
export type PeriodDetection = Readonly<{ detectorKnownCount: number; seenOutsideFirstCount: number }>

/** In the order of the periods, by creation. */
export function detectionByPeriod(
  incidents: readonly Pick<Incident, 'createdMs' | 'detectedBy'>[],
  periods: readonly Period[],
): readonly PeriodDetection[] {
  return periods.map((period) => {
    const created = incidents.filter(({ createdMs }) => periodOfInstant([period], createdMs) !== null)
    return {
      detectorKnownCount: created.filter(({ detectedBy }) => detectedBy !== null).length,
      seenOutsideFirstCount: created.filter(isSeenOutsideFirst).length,
    }
  })
}

export function incidentsByPeriod(
  incidents: readonly Incident[],
  periods: readonly Period[],
  nowMs: Instant,
): readonly PeriodIncidents[] {
  return periods.map((period) => {
    const created = incidents.filter(({ createdMs }) => periodOfInstant([period], createdMs) !== null)
    return {
      periodId: period.id,
      count: created.length,
      openCount: created.filter(({ resolvedMs }) => resolvedMs === null).length,
      meanRecoveryMinutes: recoveryTrend(created).meanMinutes,
      downtimeMinutes: downtimeMinutes(incidents, instantsOf(period), nowMs),
    }
  })
}
