import type { SeriesKey } from '../../server/ports.ts'
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
export function lateChangesOf(
  { sloId, deployment }: SeriesKey,
  timeline: Timeline,
  { beganHour, nowHour }: Readonly<{ beganHour: Hour; nowHour: Hour }>,
): readonly LateChange[] {
  return storyLateDays
    .filter((story) => story.sloId === sloId && story.deployment === deployment)
    .map(({ day, came }) => ({ dayHour: timeline.hourAt(day), cameHour: timeline.hourAt(came) }))
    .filter(({ dayHour, cameHour }) => beganHour <= dayHour && cameHour <= nowHour)
    .map(({ dayHour, cameHour }) => ({
      fromHour: dayHour,
      toHour: dayHour + HOURS_PER_DAY,
      heldFromHour: beganHour,
      heldToHour: cameHour,
      at: isoFromHour(cameHour),
    }))
}
