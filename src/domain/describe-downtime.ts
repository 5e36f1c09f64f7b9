import { formatRemaining } from './format.ts'
import type { DowntimeLeaning } from './planned-downtime.ts'

const PERCENT = '\u202f%'

/** The budget with the least room for it. */
type TightestBudget = Readonly<{
  /** "POST /charge, availability". */
  name: string
  /** Before it, and after it. */
  remaining: number
  left: number
  /** The clause whose share it would reach, and that share; null where none stops releases before the budget is gone. */
  clause: Readonly<{ name: string; share: number }> | null
}>

type DowntimeWords = Readonly<{
  leaning: DowntimeLeaning | null
  /** Null where no budget can tell. */
  tightest: TightestBudget | null
  budgetCount: number
  /** Clauses by which releases are stopped here. */
  stops: readonly string[]
  period: string
  laterPeriod: string
}>

/** What the data say to a planned downtime, of the time that is asked for. */
export function describeDowntime(words: DowntimeWords): string {
  const { leaning, tightest, stops, period, laterPeriod, budgetCount } = words
  if (leaning === 'stopped') return `Releases are stopped here by ${stops.join(' and ')}.`
  if (leaning === null || tightest === null) {
    return budgetCount === 0
      ? 'No SLO is kept here, so that no budget says what users would bear.'
      : `All that is promised here is 100${PERCENT}, which nothing that fails leaves whole.`
  }
  switch (leaning) {
    case 'go':
      return `Every budget bears it: ${tightest.name} would keep the least, ${share(tightest.left)}.`
    case 'another-time':
      return `${outcomeOf(tightest)} At another time of ${period} every budget bears it.`
    case 'next-period':
      return `${outcomeOf(tightest)} No time of ${period} is better for it; ${laterPeriod} begins with a whole budget.`
    case 'never':
      return `${outcomeOf(tightest)} No time of ${period} or ${laterPeriod} bears it: it takes a shorter one, or one in which less fails.`
  }
}

export const downtimeRule =
  'A budget bears it that is neither used up by it nor brought to a share at which a policy in force stops releases. ' +
  'Before it stands what is left now: what is lost until then comes on top. ' +
  `Expected is the traffic of the same hours of the week in the last 28 days. Targets of 100${PERCENT} are left out.`

function outcomeOf({ name, remaining, left, clause }: TightestBudget): string {
  if (remaining <= 0) return `${name} is used up already: ${share(remaining)} left.`
  if (left <= 0 || clause === null) return `${name} would be used up: ${share(left)} left.`
  return `${name} would keep ${share(left)}, and ${clause.name} stops releases once ${share(clause.share)} is gone.`
}

function share(ratio: number): string {
  return `${formatRemaining(ratio)}${PERCENT}`
}
