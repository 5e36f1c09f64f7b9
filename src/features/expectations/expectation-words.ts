import type { Expectation, Hypothesis, Perceiver } from '../../contract/expectations.ts'
import { metricWords } from '../../domain/expectation-metric.ts'
import { YES_OR_NO } from '../../domain/expectation-templates.ts'
import type { ExpectationState, ExpectedTarget, Stakeholder } from '../../domain/expectation.ts'
import { formatCount } from '../../domain/format.ts'
import { formatGrowth } from '../../domain/format-growth.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import type { MarkedState } from '../../ui/state-words.ts'

export const stateWords: Readonly<Record<ExpectationState, string>> = {
  'not-due': 'Not due',
  'on-track': 'On track',
  met: 'Met',
  'not-met': 'Not met',
  changed: 'Changed',
  'not-measurable': 'Not measurable',
}

export const stateMarks: Readonly<Record<ExpectationState, MarkedState>> = {
  'not-due': 'no-data',
  'on-track': 'open',
  met: 'fulfilled',
  'not-met': 'broken',
  changed: 'no-budget',
  'not-measurable': 'no-traffic',
}

export const stakeholderWords: Readonly<Record<Stakeholder, string>> = {
  executives: 'Executives',
  'product-owners': 'Product owners',
  developers: 'Developers',
  operations: 'Operations',
  managers: 'Managers',
  coaches: 'SRE coaches',
}

export const perceiverWords: Readonly<Record<Perceiver, string>> = {
  executives: 'Executives',
  users: 'Users',
  partners: 'Partners',
}

export const comparisonWords = {
  better: 'Better than the data',
  alike: 'As the data say',
  worse: 'Worse than the data',
} as const

export const whyWords: Readonly<Record<NonNullable<Expectation['whyNot']>, string>> = {
  'base-missing': 'Nobody entered what it was before',
  'base-zero': 'It was 0 before: there is nothing a change could be a share of',
  'no-value': 'No value is known yet',
  'value-too-old': 'The last value is older than the quarter before the checkpoint',
}

const MOST_DECIMALS = 3

/** With as few decimals as keep it on its own side of the goal. */
export function signalFigure(value: number, goal: number | null): string {
  const whole = Number.isInteger(value)
  if (whole) return formatCount(value)
  for (let decimals = 1; decimals < MOST_DECIMALS; decimals += 1) {
    const shown = value.toFixed(decimals)
    if (goal === null || Math.sign(Number(shown) - goal) === Math.sign(value - goal)) return shown
  }
  return value.toFixed(MOST_DECIMALS)
}

export function signalValue(value: number, unit: string, goal: number | null = null): string {
  if (unit === YES_OR_NO) return value >= 1 ? 'Yes' : 'No'
  const figure = signalFigure(value, goal)
  return unit === '' || unit === 'a period' ? figure : `${figure}${NARROW_SPACE}${unit}`
}

/** "At least −50 %", "More than 50 %". */
export function targetText(target: ExpectedTarget, unit: string): string {
  if ('value' in target) {
    if (unit === YES_OR_NO) return 'Yes'
    const words = { 'at-least': ['At least', 'More than'], 'at-most': ['At most', 'Less than'] } as const
    return `${words[target.kind][target.isBeyond ? 1 : 0]} ${signalValue(target.value, unit)}`
  }
  const sign = target.kind === 'fall' ? '−' : '+'
  return `${target.isBeyond ? 'Beyond ' : ''}${sign}${signalFigure(target.percent, null)}${NARROW_SPACE}%`
}

function changeText(change: number): string {
  return `${formatGrowth(change)}${NARROW_SPACE}%`
}

export function sourceText({ source }: Pick<Hypothesis, 'source'>): string {
  return source.kind === 'metric' ? metricWords[source.metric].name : 'Entered by people'
}

/** What stands below a state: since when, or until when. */
export function stateNote({
  state,
  reachedSince,
  judged,
  change,
  whyNot,
  changedBecause,
}: Expectation): string {
  if (state === 'changed') return changedBecause ?? ''
  if (whyNot !== null) return whyWords[whyNot]
  if (state === 'met' && reachedSince !== null) return `since ${reachedSince}`
  if (judged === null) return ''
  return change === null ? `as of ${judged.label}` : `${changeText(change)} by ${judged.label}`
}
