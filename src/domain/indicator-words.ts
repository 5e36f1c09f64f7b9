import { formatCount, formatRemaining } from './format.ts'

/** Narrow no-break: a figure and its sign stay on one line. */
const PERCENT = '\u202f%'

const MOST_NAMES = 3

/** From two on: one is said in other words. */
const numberWords = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** "A", "A and B", "A, B, C and 4 more": a sentence names the first few. */
export function nameList(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  const parts = more > 0 ? [...names.slice(0, MOST_NAMES), `${formatCount(more)} more`] : names
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** "1 service", "24 services". */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** "3 of 24 services", "All 24 services", "The only service": at the beginning of a sentence, for at least one of them. */
export function someOf(some: number, all: number, noun: string): string {
  if (all === 1) return `The only ${noun}`
  return some === all ? `All ${counted(all, noun)}` : `${formatCount(some)} of ${counted(all, noun)}`
}

/** "the last period", "each of the last three periods". */
export function lastPeriods(count: number, before: 'each of ' | '' = ''): string {
  if (count === 1) return 'the last period'
  return `${before}the last ${numberText(count)} periods`
}

export function times(count: number): string {
  return count === 1 ? 'once' : `${numberText(count)} times`
}

function numberText(count: number): string {
  return numberWords[count - 2] ?? formatCount(count)
}

export function percent(ratio: number): string {
  return `${formatRemaining(ratio)}${PERCENT}`
}

export function withPercent(figure: string): string {
  return `${figure}${PERCENT}`
}

/** What people wrote, with a full stop where it has no end of its own. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text.trimEnd()) ? text : `${text}.`
}

/** What is null is left out. */
export function sentences(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ')
}
