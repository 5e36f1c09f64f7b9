import { formatDay } from './day.ts'
import { counted, sentences } from './indicator-words.ts'

type Told = Readonly<{
  /** Whatever is chosen of them. */
  known: number
  overdue: number
  soon: number
  later: number
  oldest: Readonly<{ name: string; teamName: string | null; due: string }> | null
}>

/** How many reviews wait, and which for the longest. */
export function describeCalendar({ known, overdue, soon, later, oldest }: Told): string {
  if (known === 0) return 'No review is due: there is nothing to review yet.'
  if (overdue + soon + later === 0) return `None of the ${counted(known, 'review')} is of this choice.`
  return sentences([
    overdue === 0 || oldest === null
      ? 'No review is overdue.'
      : `${counted(overdue, 'review')} ${overdue === 1 ? 'is' : 'are'} overdue, longest the ${nameOf(oldest)}, since ${formatDay(oldest.due)}.`,
    soon === 0
      ? 'None is due in the next two weeks.'
      : `${soon} ${soon === 1 ? 'is' : 'are'} due in the next two weeks.`,
  ])
}

/** Policies have names that mostly say whose they are. */
function nameOf({ name, teamName }: Readonly<{ name: string; teamName: string | null }>): string {
  return teamName === null || name.includes(teamName) ? lower(name) : `${lower(name)} of ${teamName}`
}

/** "SLO check" keeps its capitals. */
function lower(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
