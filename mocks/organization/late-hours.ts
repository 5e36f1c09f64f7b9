import type { SeriesKey, SeriesRestatement } from '../../server/ports.ts'
import type { Buckets } from '../../src/domain/buckets.ts'
import { hoursKnownThen } from '../../src/domain/hours-known-then.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { LateChange } from '../../src/domain/restatement.ts'
import { storyTime as at, type StoryTime, type Timeline } from './timeline.ts'

const HOURS_PER_DAY = 24

/** A day of which the engine's samples were found again after the period had ended. */
type StoryLateDay = SeriesKey & Readonly<{ day: StoryTime; came: StoryTime }>

const storyLateDays: readonly StoryLateDay[] = [
  {
    sloId: 'timetable.availability.get-timetable',
    deployment: 'prod-eu',
    day: at(2, 26, 0),
    came: at(1, 3, 9),
  },
]

/** What came late to Harbourline by now. */
export function lateChangesOf(series: SeriesKey, timeline: Timeline, life: Life): readonly LateChange[] {
  const { beganHour, nowHour } = life
  return lateDaysOf(series, timeline, beganHour)
    .filter(({ cameHour }) => cameHour <= nowHour)
    .map(({ dayHour, cameHour }) => ({
      fromHour: dayHour,
      toHour: dayHour + HOURS_PER_DAY,
      heldFromHour: beganHour,
      heldToHour: cameHour,
      at: isoFromHour(cameHour),
    }))
}

/** The same as what had been told of the day until it came: nothing. */
export function restatementsOf(series: SeriesKey, timeline: Timeline, life: Life): readonly Came[] {
  return lateChangesOf(series, timeline, life).map(({ fromHour, toHour, at: cameAt }) => ({
    fromHour,
    toHour,
    before: null,
    beganHour: life.beganHour,
    at: cameAt,
  }))
}

/** The hours without those that have not come by now. */
export function withoutLate(hours: Buckets, series: SeriesKey, timeline: Timeline, life: Life): Buckets {
  const missing = lateDaysOf(series, timeline, life.beganHour).filter(
    ({ cameHour }) => cameHour > life.nowHour,
  )
  return hoursKnownThen(
    hours,
    missing.map(({ dayHour, cameHour }) => ({
      fromHour: dayHour,
      toHour: dayHour + HOURS_PER_DAY,
      before: null,
      at: isoFromHour(cameHour),
    })),
  )
}

type Life = Readonly<{ beganHour: Hour; nowHour: Hour }>
type Came = Omit<SeriesRestatement, keyof SeriesKey>

function lateDaysOf({ sloId, deployment }: SeriesKey, timeline: Timeline, beganHour: Hour) {
  return storyLateDays
    .filter((story) => story.sloId === sloId && story.deployment === deployment)
    .map(({ day, came }) => ({ dayHour: timeline.hourAt(day), cameHour: timeline.hourAt(came) }))
    .filter(({ dayHour }) => beganHour <= dayHour)
}
