import { civilFromDay, monthName, padded } from './civil-date.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'

/** Months since year 0, so that they can be counted and compared. */
export type Month = number

export const monthPattern = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/

/** Of what `monthPattern` lets through. */
export function monthFrom(text: string): Month {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1
}

export function monthText(month: Month): string {
  return `${padded(Math.floor(month / 12), 4)}-${padded((month % 12) + 1, 2)}`
}

/** "Mar 2026". */
export function formatMonth(text: string): string {
  const month = monthFrom(text)
  return `${monthName((month % 12) + 1)} ${Math.floor(month / 12)}`
}

export function monthOfHour(hour: Hour): Month {
  const { year, month } = civilFromDay(Math.floor(hour / 24))
  return year * 12 + month - 1
}

/** A period belongs to the month in which it ends: only then its figures are known. */
export function monthOfPeriod({ endHour }: Pick<Period, 'endHour'>): Month {
  return monthOfHour(endHour - 1)
}
