import { formatDay } from './day.ts'
import { counted, sentences } from './indicator-words.ts'

type Told = Readonly<{
  overdue: number
  soon: number
  later: number
  oldest: Readonly<{ name: string; teamName: string | null; due: string }> | null
}>

/** How many reviews wait, and which for the longest. */
export function describeCalendar({ overdue, soon, later, oldest }: Told): string {
  if (overdue + soon + later === 0) return 'No review is due: there is nothing to review yet.'
  const whose = oldest === null || oldest.teamName === null ? '' : ` of ${oldest.teamName}`
  return sentences([
    overdue === 0 || oldest === null
      ? 'No review is overdue.'
      : `${counted(overdue, 'review')} ${overdue === 1 ? 'is' : 'are'} overdue, longest the ${lower(oldest.name)}${whose}, since ${formatDay(oldest.due)}.`,
    soon === 0
      ? 'None is due in the next two weeks.'
      : `${soon} ${soon === 1 ? 'is' : 'are'} due in the next two weeks.`,
  ])
}

/** "SLO check" keeps its capitals. */
function lower(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
