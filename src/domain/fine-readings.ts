import { cell, firstRowAt } from './buckets.ts'
import { burnRateReadings, FEWEST_EVENTS, type BurnRateReading, type BurnRateRule } from './burn-rate.ts'
import { exclusionSpans, isExcluded } from './correction.ts'
import { fineEnd, type FineHours, type Minute } from './fine-buckets.ts'
import type { Hour } from './hours.ts'
import type { Series } from './period-budget.ts'
import { allowancePpb, PPB, targetAt } from './target.ts'

const MINUTES = 60

type Slot = Readonly<{ minute: Minute; width: number; bad: number; total: number; allowed: number }>

type Present = Readonly<{ periodHours: number; nowHour: Hour }>

/**
 * The readings of the rules up to where the finest counts end. A rule whose short window, or the edge of whose long one,
 * lies in hours that are held whole only is read by the hour, as it is without any finer counts.
 */
export function finestReadings(
  series: Series,
  fine: FineHours,
  rules: readonly BurnRateRule[],
  { periodHours, nowHour }: Present,
): readonly BurnRateReading[] {
  const coarse = burnRateReadings(series, rules, periodHours, nowHour)
  const end = fineEnd(fine, nowHour)
  if (end === null) return coarse
  const slots = slotsOf(series, fine, end, Math.max(0, ...rules.map(longestMinutes)))
  return coarse.map((reading) => fineReading(reading, fine, slots, end) ?? reading)
}

function longestMinutes({ longHours, shortMinutes }: BurnRateRule): number {
  return Math.max(longHours * MINUTES, shortMinutes)
}

function fineReading(
  reading: BurnRateReading,
  fine: FineHours,
  slots: readonly Slot[],
  end: Minute,
): BurnRateReading | null {
  const { rule, threshold } = reading
  const longFrom = end - rule.longHours * MINUTES
  const width = widthBefore(slots, end)
  const shortMinutes = Math.ceil(rule.shortMinutes / width) * width
  const isHeld = (minute: Minute) => fine.has(Math.floor(minute / MINUTES))
  for (let minute = end - shortMinutes; minute < end; minute += MINUTES) if (!isHeld(minute)) return null
  if (!isHeld(end - 1) || (longFrom % MINUTES !== 0 && !isHeld(longFrom))) return null
  const long = sumFrom(slots, longFrom)
  const short = sumFrom(slots, end - shortMinutes)
  const rate = rateOf(long)
  const shortRate = rateOf(short)
  return {
    ...reading,
    rate,
    holds:
      long.total >= FEWEST_EVENTS &&
      rate !== null &&
      shortRate !== null &&
      rate > threshold &&
      shortRate > threshold,
    isCoarse: shortMinutes !== rule.shortMinutes,
    shortMinutes,
    upToMinute: end,
  }
}

function widthBefore(slots: readonly Slot[], end: Minute): number {
  const last = slots.findLast(({ minute }) => minute < end)
  return last === undefined ? MINUTES : Math.min(last.width, MINUTES)
}

/** Hours of which the parts are held as those, others whole. Excluded ones count neither good nor bad. */
function slotsOf(series: Series, fine: FineHours, end: Minute, minutes: number): readonly Slot[] {
  const excluded = exclusionSpans(series.corrections)
  const slots: Slot[] = []
  const lastHour = Math.ceil(end / MINUTES)
  for (let hour = Math.floor((end - minutes) / MINUTES); hour < lastHour; hour += 1) {
    if (isExcluded(excluded, hour)) continue
    const ppb = allowancePpb(targetAt(series.targets, hour))
    for (const { minute, width, good, total } of fine.get(hour) ?? wholeHour(series, hour))
      slots.push({ minute, width, bad: total - good, total, allowed: ppb * total })
  }
  return slots
}

function wholeHour({ buckets }: Series, hour: Hour) {
  const row = firstRowAt(buckets, hour)
  if (row >= buckets.hour.length || cell(buckets.hour, row) !== hour) return []
  const [good, total] = [cell(buckets.good, row), cell(buckets.total, row)]
  return [{ minute: hour * MINUTES, width: MINUTES, good, total }]
}

type Sum = Readonly<{ bad: number; total: number; allowed: number }>

/** A slot that the window begins in counts whole. */
function sumFrom(slots: readonly Slot[], from: Minute): Sum {
  let [bad, total, allowed] = [0, 0, 0]
  for (const slot of slots) {
    if (slot.minute + slot.width <= from) continue
    bad += slot.bad
    total += slot.total
    allowed += slot.allowed
  }
  return { bad, total, allowed }
}

function rateOf({ bad, allowed }: Sum): number | null {
  return allowed === 0 ? null : (bad * PPB) / allowed
}
