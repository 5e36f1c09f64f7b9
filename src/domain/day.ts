import { civilFromDay, dayFromCivil, monthName, padded } from './civil-date.ts'
import { type Hour, HOURS_PER_DAY } from './hours.ts'

/** Days since 1970-01-01, in UTC. */
export type Day = number

const DAY_MS = 86_400_000

/** Null for what is no day of the calendar. */
export function dayFrom(text: string): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || month === undefined || date === undefined) return null
  const day = dayFromCivil(Number(year), Number(month), Number(date))
  return dayText(day) === text ? day : null
}

/** "2026-11-18". */
export function dayText(day: Day): string {
  const { year, month, day: date } = civilFromDay(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
}

/** In UTC; null for what is no day of the calendar. */
export function firstHourOf(text: string): Hour | null {
  const day = dayFrom(text)
  return day === null ? null : day * HOURS_PER_DAY
}

export function dayOfMs(ms: number): Day {
  return Math.floor(ms / DAY_MS)
}

/** "18 Nov 2026"; a text that is no day is shown as it is. */
export function formatDay(text: string): string {
  const day = dayFrom(text)
  if (day === null) return text
  const { year, month, day: date } = civilFromDay(day)
  return `${date} ${monthName(month)} ${year}`
}
