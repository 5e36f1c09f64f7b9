import { formatCount } from './format.ts'
import { takenWords } from './format-depletion.ts'
import { counted, sentences } from './indicator-words.ts'

export type BreachFacts = Readonly<{
  breaches: number
  open: number
  alerts: number
  snoozed: number
  incidents: number
  reviewed: number
  series: number
}>

/** The one that took most of its own budget. */
type Largest = Readonly<{ name: string; depletion: number; isEstimate: boolean }>

/** How many breaches, alerts and incidents there were: three counts, none of which stands for another. */
export function describeBreaches(facts: BreachFacts, largest: Largest | null): string {
  const { breaches, open, alerts, snoozed, incidents, reviewed, series } = facts
  if (breaches === 0) return 'There is no breach in this window.'
  const told = snoozed === 0 ? '' : `, ${formatCount(snoozed)} of the breaches in a snooze`
  return sentences([
    `${counted(breaches, 'breach').replace(/breachs$/, 'breaches')} of ${counted(series, 'SLO')} led to ${counted(alerts, 'alert')}${told}, and ${counted(incidents, 'incident')} went on meanwhile.`,
    open === 0 ? null : `${formatCount(open)} ${open === 1 ? 'goes' : 'go'} on.`,
    largest === null
      ? null
      : `The largest took ${takenWords(largest.depletion, largest.isEstimate)} of a budget: ${largest.name}.`,
    reviewed === breaches
      ? 'All of them are reviewed.'
      : `${formatCount(reviewed)} of them ${reviewed === 1 ? 'is' : 'are'} reviewed.`,
  ])
}
