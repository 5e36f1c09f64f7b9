import type { ReviewDetail } from '../../src/contract/calendar.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { periodsWithData, type Moment } from '../moment.ts'

/** "Last quarter": three periods of four weeks. */
const PERIODS = 3

/** What is looked back on: the last closed periods, as they stand at this hour. */
export function reviewPack(moment: Moment): ReviewDetail['pack'] {
  const closed = periodsWithData(moment).slice(0, -1).slice(-PERIODS)
  const { nowHour, currentPeriod } = moment
  const to = closed.at(-1)?.endHour ?? nowHour
  return {
    from: isoFromHour(closed[0]?.startHour ?? Math.min(currentPeriod.startHour, nowHour - 1)),
    to: isoFromHour(to),
    at: isoFromHour(nowHour),
  }
}
