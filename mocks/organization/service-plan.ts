import type { Rhythm } from './traffic.ts'

export type SliSlug = 'availability' | 'latency' | 'freshness' | 'correctness'

export type SloPlan = Readonly<{
  sli: SliSlug
  target: number
  thresholdMs?: number
  slaTarget?: number
  priority?: number
}>

export type EndpointPlan = Readonly<{
  /** "POST /charge", or a name where it is no HTTP route. */
  route: string
  /** Mean events an hour in the largest region. */
  perHour: number
  slos: readonly SloPlan[]
  /** Deployments where nobody uses it although it is there. */
  unusedIn?: readonly string[]
}>

export type ServicePlan = Readonly<{
  slug: string
  name: string
  team: string
  description: string
  deployments: readonly string[]
  dependencies: readonly string[]
  rhythm: Rhythm
  /** Hold for every endpoint that has no SLO of its own for the SLI. */
  defaults: readonly SloPlan[]
  endpoints: readonly EndpointPlan[]
}>

/** Slugs for addresses: "GET /charge/{id}" is get-charge-id. */
export function slugFromRoute(route: string): string {
  return route
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

export const availability = (
  target: number,
  more: Pick<SloPlan, 'slaTarget' | 'priority'> = {},
): SloPlan => ({
  sli: 'availability',
  target,
  ...more,
})

export const latency = (
  target: number,
  thresholdMs: number,
  more: Pick<SloPlan, 'slaTarget' | 'priority'> = {},
): SloPlan => ({ sli: 'latency', target, thresholdMs, ...more })

export const freshness = (
  target: number,
  thresholdMs: number,
  more: Pick<SloPlan, 'slaTarget' | 'priority'> = {},
): SloPlan => ({
  sli: 'freshness',
  target,
  thresholdMs,
  ...more,
})

export const correctness = (target: number, more: Pick<SloPlan, 'slaTarget' | 'priority'> = {}): SloPlan => ({
  sli: 'correctness',
  target,
  ...more,
})

export const endpoint = (route: string, perHour: number, ...slos: readonly SloPlan[]): EndpointPlan => ({
  route,
  perHour,
  slos,
})
