import type { TableScale } from '../../src/contract/indicators.ts'
import { periodsBetween, type Period, type PeriodScheme } from '../../src/domain/period.ts'
import { periodsWithData, type Moment } from '../moment.ts'
import { requestedWindow } from '../window-range.ts'

type WindowQuery = Parameters<typeof requestedWindow>[0] & Readonly<{ scale?: TableScale | undefined }>

const months: PeriodScheme = { kind: 'calendar-month' }

/**
 * The columns of a table: whole periods, or whole calendar months, of which every hour is held and that share one with
 * the window. A month is a period of its own here: its grant comes from its own events.
 */
export function tablePeriods(query: WindowQuery, moment: Moment): readonly Period[] {
  const { fromHour, toHour } = requestedWindow(query, 'current-year', moment)
  const held = query.scale === 'month' ? monthsWithData(moment) : periodsWithData(moment)
  return held.filter(({ startHour, endHour }) => startHour < toHour && endHour > fromHour)
}

function monthsWithData({ dataFromHour, nowHour }: Moment): readonly Period[] {
  return periodsBetween(months, dataFromHour, nowHour).filter(({ startHour }) => startHour >= dataFromHour)
}
