import {
  formatBurnRate,
  formatCount,
  formatDuration,
  formatRemaining,
  formatTarget,
} from '../domain/format.ts'
import { NARROW_SPACE } from '../ui/figure.tsx'
import { formatTime } from '../ui/time-format.ts'
import type { BurnDownModel } from './burn-down-model.ts'
import type { BurnDownPoint } from './burn-down-points.ts'
import { msOfHour } from './instant.ts'

/** What is known of one slot, in the words of tooltip, announcement and table. */
export type PointWords = Readonly<{
  time: string
  remaining: string
  /** Null where there is no slot before it to compare with. */
  change: string | null
  count: string
  burnRate: string | null
  events: readonly string[]
}>

const HOURS_PER_DAY = 24
/** Two figures of remaining budget differ by this much although nothing went wrong between them. */
const FLOAT_NOISE = 1e-9

export function pointWords(model: BurnDownModel, point: BurnDownPoint, timeZone: string): PointWords {
  return {
    time: slotTime(point, timeZone),
    remaining: point.remaining === null ? 'no budget' : `${formatRemaining(point.remaining)}${NARROW_SPACE}%`,
    change: point.change === null ? null : formatChange(point.change),
    count: `${formatCount(point.total - point.good)} bad of ${formatCount(point.total)}`,
    burnRate: point.burnRate === null ? null : `${formatBurnRate(point.burnRate)}×`,
    events: pointEvents(model, point),
  }
}

/** One sentence, for those who hear it. */
export function announcePoint(words: PointWords, isPinned: boolean): string {
  const left = words.remaining === 'no budget' ? words.remaining : `${words.remaining} left`
  const change = words.change === null ? [] : [`${words.change} since the point before`]
  return [
    `${words.time}: ${left}`,
    ...change,
    words.count,
    ...words.events,
    ...(isPinned ? ['pinned'] : []),
  ].join(', ')
}

function slotTime({ fromHour, toHour }: BurnDownPoint, timeZone: string): string {
  const start = msOfHour(fromHour)
  const end = msOfHour(toHour)
  const isDays = toHour - fromHour >= HOURS_PER_DAY
  if (!isDays) return `${formatTime(start, 'day-time', timeZone)}–${formatTime(end, 'time', timeZone)}`
  // A day of UTC begins and ends within days of other zones, so both ends are named.
  return `${formatTime(start, 'day-time', timeZone)} – ${formatTime(end, 'day-time', timeZone)}`
}

/** "−2.3 points", "−0.004 points", "no change": changes of budget left are points of the grant. A little is not nothing. */
export function formatChange(change: number): string {
  const points = Math.abs(change) * 100
  if (points < FLOAT_NOISE) return 'no change'
  const figure = points < 0.05 ? String(Number(points.toPrecision(1))) : points.toFixed(1)
  return `${change < 0 ? '\u2212' : '+'}${figure} points`
}

function pointEvents(
  model: BurnDownModel,
  { fromHour, toHour, followsGap }: BurnDownPoint,
): readonly string[] {
  const isHere = ({ hour }: Readonly<{ hour: number }>) => hour >= fromHour && hour < toHour
  const overlaps = (span: Readonly<{ fromHour: number; toHour: number }>) =>
    span.fromHour < toHour && span.toHour > fromHour
  const gap = model.gaps.find((one) => one.toHour === fromHour)
  return [
    ...(followsGap
      ? [
          gap
            ? `${formatDuration(gap.toHour - gap.fromHour)} before it without data`
            : 'hours before it without data',
        ]
      : []),
    ...model.releases.filter(isHere).map(({ version }) => `release ${version}`),
    ...model.targetChanges
      .filter(isHere)
      .map(
        ({ before, after }) =>
          `target changed from ${formatTarget(before)} to ${formatTarget(after)}${NARROW_SPACE}%`,
      ),
    ...model.topUps
      .filter(isHere)
      .map(
        ({ share, dependency }) => `${formatRemaining(share)}${NARROW_SPACE}% given back for ${dependency}`,
      ),
    ...model.exclusions.filter(overlaps).map(({ reason }) => `left out: ${reason}`),
    ...model.exhaustions
      .filter(({ hour }) => hour > fromHour && hour <= toHour)
      .map(({ hasBudget }) => (hasBudget ? 'budget exhausted' : 'first bad event')),
    ...(model.breaches.some(overlaps) ? ['in breach'] : []),
    // Known at the end of the hour that met it.
    ...model.enactments
      .filter((one) => one.fromHour > fromHour && one.fromHour <= toHour)
      .map(({ clause }) => `policy clause met: ${clause}`),
  ]
}
