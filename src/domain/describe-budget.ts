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
  const { subject, periodName, isOpen, state, remaining, exhaustedAtText } = facts
  if (state === 'no-traffic') {
    return `${subject}: no traffic in ${periodName}${isOpen ? ' so far' : ''}, so nothing was depleted.`
  }
  if (state === 'no-data') return withoutData(facts)
  if (remaining === null) return withoutBudget(facts)
  if (state === 'fulfilled')
    return `${subject} kept its budget in ${periodName} with ${percent(remaining)} left.`
  if (state === 'broken') {
    return `${subject} broke its budget in ${periodName}${clause('exhausted at', exhaustedAtText)}, and ended at ${percent(remaining)}.`
  }
  if (state === 'exhausted') {
    return `${subject}: the budget of ${periodName} is exhausted${clause('since', exhaustedAtText)}, and stands at ${percent(remaining)}.`
  }
  return `${subject}: ${percent(remaining)} of the budget of ${periodName} is left${pace(remaining, facts.pacePercent)}.`
}

function withoutData({ subject, periodName, isOpen, remaining }: BurnDownFacts): string {
  if (!isOpen) return `${subject}: nothing was measured in ${periodName}.`
  const lastKnown =
    remaining === null ? '' : `; by what was measured, ${percent(remaining)} of the budget is left`
  return `${subject}: measurements do not arrive in ${periodName}${lastKnown}.`
}

function withoutBudget({ subject, periodName, state, exhaustedAtText }: BurnDownFacts): string {
  const target = `target of 100${PERCENT}`
  if (state === 'fulfilled') return `${subject} kept its ${target} in ${periodName}.`
  if (state === 'broken') {
    return `${subject} broke its ${target} in ${periodName}${clause('with the first bad event at', exhaustedAtText)}.`
  }
  if (state === 'exhausted') {
    return `${subject}: bad events under a ${target} in ${periodName}${clause('the first at', exhaustedAtText)}.`
  }
  return `${subject}: a ${target} leaves no budget; no bad event in ${periodName} so far.`
}

function pace(remaining: number, pacePercent: number | null): string {
  if (pacePercent === null) return ''
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
  const [count, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour']
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}
