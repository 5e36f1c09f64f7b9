import type { Hour } from '../../src/domain/hours.ts'
import { periodsBetween, type Period, type PeriodScheme } from '../../src/domain/period.ts'

export const periodScheme: PeriodScheme = { kind: 'four-weeks' }

export const HISTORY_HOURS = 17_520
/** How long a process may run before the world has no more incidents; a restart anchors it anew. */
const FUTURE_HOURS = 8760

/** A place in time told from the period that was open when the world was made: 1 is the one before it. */
export type StoryTime = Readonly<{ periodsAgo: number; day: number; hour: number }>

export const storyTime = (periodsAgo: number, day: number, hour: number): StoryTime => ({
  periodsAgo,
  day,
  hour,
})

/**
 * Where the world is anchored. All stories are placed relative to the period that is open at creation, so inside one
 * period the past never changes from hour to hour; the first start in a new period makes a new world around it.
 */
export type Timeline = Readonly<{
  /** The hour the oldest series began; never later than the oldest hour held. */
  originHour: Hour
  hourAt(time: StoryTime): Hour
  /** 0 for the period of the anchor, 1 for the one before it, negative for those to come. */
  periodsAgo(period: Period): number
  periodAgo(steps: number): Period
  periodsBetween(fromHour: Hour, toHour: Hour): readonly Period[]
}>

/** `nowHour` is later than the anchor where an organization that was made before is carried on. */
export function createTimeline(anchorHour: Hour, nowHour: Hour = anchorHour): Timeline {
  const all = periodsBetween(periodScheme, anchorHour - HISTORY_HOURS - 1344, nowHour + FUTURE_HOURS)
  const anchor = all.findLastIndex((period) => period.startHour <= anchorHour)
  const periodAgo = (steps: number): Period => {
    const period = all[anchor - steps]
    if (!period)
      throw new Error(`The simulated organization has no period ${steps} periods ago; it holds two years`)
    return period
  }
  return {
    originHour: periodAgo(0).startHour - HISTORY_HOURS,
    hourAt: ({ periodsAgo, day, hour }) => periodAgo(periodsAgo).startHour + day * 24 + hour,
    periodsAgo: (period) => anchor - all.indexOf(period),
    periodAgo,
    periodsBetween: (fromHour, toHour) =>
      all.filter((period) => period.startHour < toHour && fromHour < period.endHour),
  }
}
