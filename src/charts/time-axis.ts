import { formatTime } from '../ui/time-format.ts'
import { msOfHour } from './instant.ts'
import type { ZoneClock } from './zone-clock.ts'

export type TimeTick = Readonly<{ hour: number; label: string }>

/** "3 Aug" in 11 px and the air beside it. */
const MIN_TICK_PX = 44

const hourSteps = [1, 2, 3, 6, 12]
const daySteps = [1, 2, 7, 14, 28, 56, 91, 182]

type TimeAxisInput = Readonly<{
  fromHour: number
  toHour: number
  plotWidth: number
  clock: ZoneClock
  timeZone: string
}>

/** Ticks at local midnights, or at whole local hours where few days are shown; as many as have room. */
export function timeTicks({
  fromHour,
  toHour,
  plotWidth,
  clock,
  timeZone,
}: TimeAxisInput): readonly TimeTick[] {
  const pxPerHour = plotWidth / (toHour - fromHour)
  const isRoomy = (hours: number) => hours * pxPerHour >= MIN_TICK_PX
  const hours = hourSteps.find(isRoomy)
  if (hours !== undefined) return hourTicks({ fromHour, toHour, step: hours, clock, timeZone })
  const days = daySteps.find((step) => isRoomy(step * 24)) ?? daySteps.at(-1) ?? 1
  const midnights = clock.midnights(fromHour, toHour).filter((_, day) => day % days === 0)
  return midnights.map((hour, index) => ({ hour, label: dayLabel(hour, midnights[index - 1], timeZone) }))
}

/** The month is named once, where it begins. */
function dayLabel(hour: number, hourBefore: number | undefined, timeZone: string): string {
  const label = formatTime(msOfHour(hour), 'date', timeZone)
  if (hourBefore === undefined) return label
  const [day = '', month] = label.split('\u00a0')
  const [, monthBefore] = formatTime(msOfHour(hourBefore), 'date', timeZone).split('\u00a0')
  return month === monthBefore ? day : label
}

type HourTicksInput = Omit<TimeAxisInput, 'plotWidth'> & Readonly<{ step: number }>

function hourTicks({ fromHour, toHour, step, clock, timeZone }: HourTicksInput): readonly TimeTick[] {
  const ticks: TimeTick[] = []
  const firstWall = Math.ceil(clock.wallTimeOfHour(fromHour) / step) * step
  for (let wall = firstWall; ; wall += step) {
    const hour = clock.hourOfWallTime(wall)
    if (hour >= toHour) return ticks
    const isMidnight = clock.hourOfDay(hour) === 0
    ticks.push({ hour, label: formatTime(msOfHour(hour), isMidnight ? 'date' : 'time', timeZone) })
  }
}
