import { adherenceSummary, type Adherence } from './adherence.ts'
import { deliveryComponents, type DeliveryComponent } from './delivery.ts'
import { isNotable } from './delivery-figures.ts'
import { median } from './median.ts'

/** What slows delivery, or what users cannot rely on: within each they are ranked, between them customers decide. */
export const bottleneckSides = ['efficiency', 'reliability'] as const
export type BottleneckSide = (typeof bottleneckSides)[number]

export type BottleneckSubject =
  | Readonly<{ side: 'efficiency'; component: DeliveryComponent; team: string }>
  | Readonly<{ side: 'reliability'; sli: string; service: string }>

export function bottleneckId(about: BottleneckSubject): string {
  return about.side === 'efficiency'
    ? `cd.${about.component}.${about.team}`
    : `sre.${about.sli}.${about.service}`
}

/** Names of teams and services may have dots; those of components and SLIs have none. */
export function parseBottleneckId(id: string): BottleneckSubject | null {
  const [, prefix, kind = '', name = ''] = /^(cd|sre)\.([^.]+)\.(.+)$/.exec(id) ?? []
  if (prefix === 'sre') return { side: 'reliability', sli: kind, service: name }
  const component = deliveryComponents.find((one) => one === kind)
  if (prefix !== 'cd' || component === undefined) return null
  return { side: 'efficiency', component, team: name }
}

/** So many services are compared at least: a tenth of fewer is no whole one. */
export const FEWEST_COMPARED = 10

export type Compared = Readonly<{ service: string; value: number }>
export type Worst = Compared &
  Readonly<{
    middle: number
    /** Of the middle; null where that is 0. */
    times: number | null
  }>

/**
 * The services in the last tenth of a component, worst first: strictly worse than all others, and more than a tenth worse than
 * the service in the middle. Somebody is always last; that alone is no bottleneck.
 */
export function worstTenth(compared: readonly Compared[]): readonly Worst[] {
  const middle = median(compared.map(({ value }) => value))
  const most = Math.floor(compared.length / FEWEST_COMPARED)
  if (middle === null || most === 0) return []
  const ordered = compared.toSorted((a, b) => b.value - a.value || (a.service < b.service ? -1 : 1))
  const best = ordered[most]?.value ?? Infinity
  return ordered
    .slice(0, most)
    .filter(({ value }) => value > best && isNotable(value, middle))
    .map((one) => ({ ...one, middle, times: middle === 0 ? null : one.value / middle }))
}

const FEWEST_BREAKS = 2

/** How many closed periods in a row up to the latest broke the budget; null where that is no bottleneck. Oldest first. */
export function breaksInARow(cells: readonly Adherence[]): number | null {
  const { streak } = adherenceSummary(cells)
  return streak?.verdict === 'broken' && streak.periods >= FEWEST_BREAKS ? streak.periods : null
}

/** What customers show: the common measure of both bottleneckSides. */
export const evidenceKinds = [
  'customer-tickets',
  'revenue-loss',
  'users-leave',
  'engagement',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type Evidence = Readonly<{
  kind: EvidenceKind
  /** Looked for, and there; or looked for, and not. */
  isFound: boolean
}>

export const outcomes = ['prioritise', 'not-now'] as const
export type Outcome = (typeof outcomes)[number]

/** Whether somebody decided, and how. */
export const decisionStates = ['open', ...outcomes] as const
export type DecisionState = (typeof decisionStates)[number]

/** What the signals of customers lean to; people decide. Null where nobody looked. */
export function leanOf(evidence: readonly Evidence[]): Outcome | null {
  if (evidence.length === 0) return null
  return evidence.some(({ isFound }) => isFound) ? 'prioritise' : 'not-now'
}
