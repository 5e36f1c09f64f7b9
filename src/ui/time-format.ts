import { formatDuration } from '../domain/format.ts'
import { wallDate } from './zone-offset.ts'

const HOUR_MS = 3_600_000

const timeForms = ['time', 'date', 'day-time', 'date-time', 'full'] as const
/** time 03:10 · date 18 Nov · day-time Wed 18 Nov, 03:10 · date-time 18 Nov, 03:10 · full adds the year and the zone. */
export type TimeForm = (typeof timeForms)[number]

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function partsOf(ms: number, timeZone: string) {
  const wall = wallDate(ms, timeZone)
  const day = String(wall.getUTCDate())
  const month = months[wall.getUTCMonth()] ?? ''
  return {
    time: `${twoDigits(wall.getUTCHours())}:${twoDigits(wall.getUTCMinutes())}`,
    date: `${day}\u00a0${month}`,
    day,
    month,
    weekday: weekdays[wall.getUTCDay()] ?? '',
    year: wall.getUTCFullYear(),
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** An instant in the zone the screen is set to. The zone itself is named once per screen, or by the form `full`. */
export function formatTime(ms: number, form: TimeForm, timeZone: string): string {
  const { time, date, weekday, year } = partsOf(ms, timeZone)
  if (form === 'time') return time
  if (form === 'date') return date
  if (form === 'date-time') return `${date}, ${time}`
  if (form === 'day-time') return `${weekday} ${date}, ${time}`
  return `${weekday} ${date} ${year}, ${time} ${zoneName(timeZone)}`
}

/** "2–29 Nov", "30 Nov–27 Dec": a span whose end is exclusive, as the days it holds. Periods are cut in UTC. */
export function formatDays(startMs: number, endMs: number, timeZone: string): string {
  const first = partsOf(startMs, timeZone)
  const last = partsOf(endMs - 1, timeZone)
  if (first.date === last.date && first.year === last.year) return first.date
  return first.month === last.month && first.year === last.year
    ? `${first.day}–${last.date}`
    : `${first.date}–${last.date}`
}

/** "11 d 20 h": whole hours, so that it never promises more time than there is. */
export function formatTimeLeft(endMs: number, nowMs: number): string {
  return formatDuration(Math.max(0, Math.floor((endMs - nowMs) / HOUR_MS)))
}

/** "UTC", "Berlin time". */
export function zoneName(timeZone: string): string {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return 'UTC'
  const city = timeZone.split('/').at(-1) ?? timeZone
  return `${city.replaceAll('_', ' ')} time`
}
