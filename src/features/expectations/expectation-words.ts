import type { Hypothesis, Perceiver } from '../../contract/expectations.ts'
import { metricWords } from '../../domain/expectation-metric.ts'
import { YES_OR_NO, type ExpectedTarget, type Stakeholder } from '../../domain/expectation.ts'
import { formatCount, formatDuration } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'

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
  if (unit === 'min') return formatDuration(value / 60)
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

export function sourceText({ source }: Pick<Hypothesis, 'source'>): string {
  return source.kind === 'metric' ? metricWords[source.metric].name : 'Entered by people'
}
