import type { Review } from '../../contract/calendar.ts'
import { monthName } from '../../domain/civil-date.ts'
import { formatDay } from '../../domain/day.ts'
import { cadenceWords, type ReviewState, type ReviewTier } from '../../domain/review-calendar.ts'

export const tierWords: Readonly<Record<ReviewTier, string>> = {
  operational: 'Operational',
  tactical: 'Tactical',
  strategic: 'Strategic',
}

export const stateWords: Readonly<Record<ReviewState, string>> = {
  overdue: 'Overdue',
  soon: 'In two weeks',
  later: 'Later',
}

const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "November 2026" of a day. */
export function monthOf(day: string): string {
  const month = Number(day.slice(5, 7))
  return `${longMonths[month - 1] ?? monthName(month)} ${day.slice(0, 4)}`
}

/** "12 days overdue", "today", "in 4 days". */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return 'today'
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? 'day' : 'days'}`
  return daysLeft < 0 ? `${days} overdue` : `in ${days}`
}

/** "18 Aug 2027" and "and 3 more until 18 May 2028". */
export function followingWords(days: readonly string[]): Readonly<{ first: string; second: string }> {
  const [first = '', ...more] = days
  const last = more.at(-1)
  if (last === undefined) return { first: formatDay(first), second: 'the only one in a year' }
  return {
    first: formatDay(first),
    second: more.length === 1 ? `and ${formatDay(last)}` : `and ${more.length} more in a year`,
  }
}

/** Why it is due then. */
export function reasonWords({ because, cadence, incident }: Review): string {
  switch (because) {
    case 'first':
      return `never held, ${cadenceWords(cadence)}`
    case 'cadence':
      return cadenceWords(cadence)
    case 'agreed':
      return 'as agreed last time'
    case 'policy':
      return 'as the policy says'
    case 'incident':
      return incident === null
        ? 'after a major incident'
        : `after “${incident.title ?? incident.id}”, over on ${formatDay(incident.endedOn)}`
  }
}
