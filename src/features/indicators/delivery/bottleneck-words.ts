import type { Bottleneck, BottleneckEntered, EvidenceEntered } from '../../../contract/delivery.ts'
import type { DecisionState, Outcome } from '../../../domain/bottleneck.ts'
import { formatCount, formatRemaining } from '../../../domain/format.ts'
import { counted } from '../../../domain/indicator-words.ts'
import { formatTime } from '../../../ui/time-format.ts'
import { componentWords, deliveryText } from './delivery-words.ts'

export const sideWords = { efficiency: 'Delivery', reliability: 'Reliability' } as const

export const decisionWords: Readonly<Record<DecisionState, string>> = {
  open: 'Not decided',
  prioritise: 'Prioritise',
  'not-now': 'Not now',
}

export const leanWords: Readonly<Record<Outcome, string>> = {
  prioritise: 'The evidence leans to prioritise',
  'not-now': 'The evidence leans to not now',
}

export const evidenceWords: Readonly<Record<EvidenceEntered['kind'], string>> = {
  'customer-tickets': 'Customer tickets',
  'revenue-loss': 'Loss of revenue',
  'users-leave': 'Users leave',
  engagement: 'Effect on engagement',
  other: 'Something else',
}

export function bottleneckTitle({ side, component, sli, services }: Bottleneck): string {
  if (side === 'reliability') return `${services[0] ?? ''}, ${sli ?? ''}`
  return component === null ? '' : componentWords[component].name
}

/** "1 h 51 min, against 37 min in the middle", "Broken in P10 and P11". */
export function bottleneckFigure({
  component,
  worst,
  broken,
}: Bottleneck): Readonly<{ now: string; than: string }> | null {
  if (component !== null && worst !== null) {
    const { value, middle } = worst
    return {
      now: deliveryText(component, value),
      than: `against ${deliveryText(component, middle)}`,
    }
  }
  if (broken !== null) {
    const [series] = broken.series
    const left = series?.remaining ?? null
    return {
      now: `${broken.periods.length} periods in a row`,
      than:
        left === null
          ? broken.periods.join(', ')
          : `${broken.periods.join(', ')}; ${formatRemaining(left)}\u202f% left`,
    }
  }
  return null
}

/** "the service in the middle, 5.3 times as much, by 43 observations": what the list has no room for. */
export function worstWords({ worst }: Bottleneck): string | null {
  if (worst === null) return null
  const { times, count } = worst
  const seen = counted(count, 'observation')
  if (times === null) return `the service in the middle, by ${seen}`
  return `the service in the middle, ${times < 10 ? times.toFixed(1) : formatCount(Math.round(times))} times as much, by ${seen}`
}

/** "12, 3 before". */
export function countedText({ count, before }: Bottleneck['tickets']): string {
  return before === null ? formatCount(count) : `${formatCount(count)}, ${formatCount(before)} before`
}

export function decisionOf({ entered }: Bottleneck): DecisionState {
  return entered === null || entered.isWithdrawn ? 'open' : (entered.decision?.outcome ?? 'open')
}

/** "29 Dec 2026": a day is the same in every zone. */
export function dayText(day: string): string {
  return `${formatTime(Date.parse(day), 'date', 'UTC')} ${day.slice(0, 4)}`
}

/** What was entered in a sentence, to be held beside another. */
export function inWords({ evidence, decision }: BottleneckEntered): string {
  const found = evidence.map(
    ({ kind, isFound, says }) =>
      `${evidenceWords[kind].toLowerCase()} ${isFound ? 'found' : 'not found'} (${says})`,
  )
  const decided =
    decision === null
      ? 'not decided'
      : `${decisionWords[decision.outcome].toLowerCase()}, ${decision.reason}, ${decision.owner}, by ${dayText(decision.date)}`
  return [...found, decided].join('; ')
}
