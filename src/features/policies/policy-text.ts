import type { PolicyOnWire } from '../../contract/policies.ts'
import { monthName } from '../../domain/civil-date.ts'

/** A day as it was agreed, in no time zone: "3 Dec 2026". */
export function dayWords(day: string): string {
  const [year = '', month = '1', date = '1'] = day.split('-')
  return `${Number(date)}\u00a0${monthName(Number(month))} ${year}`
}

type Review = NonNullable<PolicyOnWire['nextReview']>

/** The day, and the event that may come before it. */
export function reviewWords({ on, orAfter }: Review): readonly [string, string | null] {
  if (on === null) return [`after ${orAfter ?? ''}`, null]
  return [dayWords(on), orAfter === null ? null : `or after ${orAfter}`]
}
