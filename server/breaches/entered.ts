import { defaultTimeline, type RuleTimeline } from '../../src/domain/rule-set.ts'
import type { BreachReviewOnWire } from '../../src/contract/slo-breaches.ts'

/** What people entered about breaches, and the rules of teams. */
export type Entered = Readonly<{
  timelineOf(team: string): Readonly<{ timeline: RuleTimeline; rulesId: string }>
  reviewOf(breachId: string): BreachReviewOnWire | null
}>

export async function readEntered(): Promise<Entered> {
  return { timelineOf: () => ({ timeline: defaultTimeline, rulesId: 'default' }), reviewOf: () => null }
}
