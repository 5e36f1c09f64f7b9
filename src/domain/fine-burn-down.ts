import type { BudgetSeries } from './budget-series.ts'
import { exclusionSpans, isExcluded } from './correction.ts'
import type { FineHours, FineRow, Minute } from './fine-buckets.ts'
import type { Hour } from './hours.ts'
import type { Series } from './period-budget.ts'

const MINUTES = 60

/** Row by row one slot: where it begins, how long it is, and what is left at its end. */
export type FineBurnDown = Readonly<{
  minute: readonly Minute[]
  width: readonly number[]
  good: readonly number[]
  total: readonly number[]
  remaining: readonly (number | null)[]
  rawRemaining: readonly (number | null)[]
}>

type Slots = Readonly<{ [Name in keyof FineBurnDown]: FineBurnDown[Name][number][] }>
type Place = Readonly<{ remaining: number | null; rawRemaining: number | null }>

/**
 * The hours of a burn-down since `fromHour`, in the finest slots held: inside an hour what is left falls with the bad events
 * of its parts, from where the hour before left it to where the hour leaves it. The hour that is not over takes of `grant`.
 */
export function fineBurnDown(
  series: Pick<Series, 'corrections'>,
  hourly: BudgetSeries,
  fine: FineHours,
  { fromHour, nowHour, grant }: Readonly<{ fromHour: Hour; nowHour: Hour; grant: number }>,
): FineBurnDown {
  const excluded = exclusionSpans(series.corrections)
  const slots: Slots = { minute: [], width: [], good: [], total: [], remaining: [], rawRemaining: [] }
  let before: Place | null = null
  for (const [row, hour] of hourly.hour.entries()) {
    const after = { remaining: hourly.remaining[row] ?? null, rawRemaining: hourly.rawRemaining[row] ?? null }
    const parts: readonly FineRow[] | undefined = isExcluded(excluded, hour) ? undefined : fine.get(hour)
    if (hour >= fromHour) {
      const whole = { good: hourly.good[row] ?? 0, total: hourly.total[row] ?? 0 }
      if (parts === undefined || before === null)
        pushSlot(slots, { minute: hour * MINUTES, width: MINUTES, ...whole }, after)
      else pushParts(slots, parts, before, after)
    }
    before = after
  }
  if (isExcluded(excluded, nowHour)) return slots
  let [left, rawLeft] = [before?.remaining ?? null, before?.rawRemaining ?? null]
  for (const part of fine.get(nowHour) ?? []) {
    const share = grant > 0 ? (part.total - part.good) / grant : 0
    left = left === null ? null : left - share
    rawLeft = rawLeft === null ? null : rawLeft - share
    pushSlot(slots, part, { remaining: left, rawRemaining: rawLeft })
  }
  return slots
}

/** What a correction gave back in the hour is there at its end. */
function pushParts(slots: Slots, parts: readonly FineRow[], before: Place, after: Place): void {
  const bad = parts.reduce((sum, { good, total }) => sum + total - good, 0)
  let badUpTo = 0
  for (const [place, part] of parts.entries()) {
    badUpTo += part.total - part.good
    const isLast = place === parts.length - 1
    const share = bad === 0 ? 0 : badUpTo / bad
    const between = (from: number | null, to: number | null) =>
      from === null || to === null || isLast ? to : from + (to - from) * (to > from ? 0 : share)
    pushSlot(slots, part, {
      remaining: between(before.remaining, after.remaining),
      rawRemaining: between(before.rawRemaining, after.rawRemaining),
    })
  }
}

function pushSlot(slots: Slots, { minute, width, good, total }: FineRow, { remaining, rawRemaining }: Place) {
  slots.minute.push(minute)
  slots.width.push(width)
  slots.good.push(good)
  slots.total.push(total)
  slots.remaining.push(remaining)
  slots.rawRemaining.push(rawRemaining)
}
