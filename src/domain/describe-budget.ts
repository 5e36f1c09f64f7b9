import { formatBurnRate, formatRemaining, formatSpeed } from './format.ts'
import type { BudgetState } from './state.ts'

/** Narrow no-break: a figure and its sign stay on one line. */
const PERCENT = '\u202f%'

/** Instants come as text: the domain knows no time zone. What is null is left out. */
export type BurnDownFacts = Readonly<{
  /** Whose budget it is: "POST /charge in prod-eu". */
  subject: string
  periodName: string
  isOpen: boolean
  state: BudgetState
  /** Null without a budget (100 % target). */
  remaining: number | null
  /** What an even pace would have left, in percent; used while the period is open. */
  pacePercent: number | null
  exhaustedAtText: string | null
  projectedText: string | null
  episodeCount: number
  /** The fastest depletion episode. */
  fastest: Readonly<{ percentPerHour: number; startText: string }> | null
}>

/** What a burn-down chart shows, for those who hear it or skim it. An open period is never called kept or broken. */
export function describeBurnDown(facts: BurnDownFacts): string {
  return [conclusion(facts), projection(facts), episodes(facts)]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

function conclusion(facts: BurnDownFacts): string {
  const { subject, periodName, remaining, exhaustedAtText } = facts
  const soFar = facts.isOpen ? ' so far' : ''
  switch (facts.state) {
    case 'no-data':
      return facts.isOpen
        ? `${subject}: measurements do not arrive in ${periodName}${lastKnown(remaining)}.`
        : `${subject}: nothing was measured in ${periodName}.`
    case 'no-traffic':
      return `${subject}: no traffic in ${periodName}${soFar}, so nothing was depleted.`
    case 'no-budget':
      return `${subject}: the target is 100${PERCENT}, so there is no budget; no bad event in ${periodName}${soFar}.`
    case 'fulfilled':
      return remaining === null
        ? `${subject} kept its target of 100${PERCENT} in ${periodName}.`
        : `${subject} kept its budget in ${periodName} with ${percent(remaining)} left.`
    case 'broken':
      return remaining === null
        ? `${subject} broke its target of 100${PERCENT} in ${periodName}${clause('with the first bad event at', exhaustedAtText)}.`
        : `${subject} broke its budget in ${periodName}${clause('exhausted at', exhaustedAtText)}, and ended at ${percent(remaining)}.`
    case 'exhausted':
      return remaining === null
        ? `${subject}: bad events under a target of 100${PERCENT} in ${periodName}${clause('the first at', exhaustedAtText)}.`
        : `${subject}: the budget of ${periodName} is exhausted${clause('since', exhaustedAtText)}, and stands at ${percent(remaining)}.`
    case 'healthy':
    case 'at-risk':
      return `${subject}: ${percent(remaining ?? 0)} of the budget of ${periodName} is left${pace(facts)}.`
  }
}

function lastKnown(remaining: number | null): string {
  return remaining === null ? '' : `; by what was measured, ${percent(remaining)} of the budget is left`
}

function pace({ remaining, pacePercent }: BurnDownFacts): string {
  if (remaining === null || pacePercent === null) return ''
  const evenPace = pacePercent / 100
  const side = remaining < evenPace ? 'below' : 'above'
  // Two figures that read alike cannot explain which is the lower one.
  if (formatRemaining(remaining) === formatRemaining(evenPace)) {
    return remaining === evenPace ? ', exactly an even pace' : `, just ${side} an even pace`
  }
  return `, ${side} the ${percent(evenPace)} of an even pace`
}

function projection({ isOpen, projectedText }: BurnDownFacts): string | null {
  return isOpen && projectedText !== null ? `At the recent rate it is exhausted at ${projectedText}.` : null
}

function episodes({ episodeCount, fastest }: BurnDownFacts): string | null {
  if (episodeCount === 0) return null
  const count = episodeCount === 1 ? '1 depletion episode' : `${episodeCount} depletion episodes`
  if (fastest === null) return `${count}.`
  const speed = `${formatSpeed(fastest.percentPerHour)}${PERCENT} per hour, began at ${fastest.startText}`
  return episodeCount === 1 ? `${count}: ${speed}.` : `${count}; the fastest, ${speed}.`
}

function clause(words: string, text: string | null): string {
  return text === null ? '' : `, ${words} ${text}`
}

function percent(ratio: number): string {
  return `${formatRemaining(ratio)}${PERCENT}`
}

/** One window of one rule, as a reading or as a breach's peak. */
export type BurnFacts = Readonly<{
  rate: number
  longHours: number
  threshold: number
  severity: 'page' | 'ticket'
}>

/** "broken by 500 %" says how far the burn is from what is allowed; the window is always named. */
export function describeBurning(burning: readonly BurnFacts[]): string {
  const [worst] = burning.toSorted((a, b) => b.rate - a.rate)
  if (!worst) return 'No burn-rate rule holds.'
  const rate = formatBurnRate(worst.rate)
  const limit = `${worst.severity} above ${formatBurnRate(worst.threshold)}`
  return `Burning ${rate} times as fast as the budget allows over ${windowText(worst.longHours)} (${limit}).`
}

function windowText(hours: number): string {
  const [count, unit] = hours >= 24 && hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour']
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}
