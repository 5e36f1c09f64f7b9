import { servicePlans } from './agreed-slo.ts'
import type { ServicePlan } from './service-plan.ts'

type Replica = Readonly<{ plan: ServicePlan; copy: number }>

/**
 * More services for measurements of speed: the same 24 again and again under other names (ledger, ledger-002, ...), with
 * the same figures. They cost nothing where nobody asks for them.
 */
export type Replicas = Readonly<{
  all(): readonly Replica[]
  slugOf(service: string, copy: number): string
  nameSuffixOf(copy: number): string
  exists(service: string): boolean
  /** The service whose figures this one has: itself or one of the first 24. Null where there is none. */
  originOf(service: string): string | null
}>

const suffixOf = (copy: number): string => (copy === 1 ? '' : String(copy).padStart(3, '0'))

export function createReplicas(serviceCount: number): Replicas {
  const copyCountOf = (position: number) => Math.ceil((serviceCount - position) / servicePlans.length)
  const positions = new Map(servicePlans.map((plan, position) => [plan.slug, position]))
  const slugOf = (service: string, copy: number) => (copy === 1 ? service : `${service}-${suffixOf(copy)}`)

  function originOf(service: string) {
    const match = /^(.+?)(?:-(\d{3,}))?$/.exec(service)
    const position = positions.get(match?.[1] ?? '')
    const copy = Number(match?.[2] ?? 1)
    if (position === undefined || slugOf(match?.[1] ?? '', copy) !== service) return null
    return copy <= copyCountOf(position) ? (match?.[1] ?? null) : null
  }

  return {
    all: () =>
      Array.from({ length: serviceCount }, (_, index) => ({
        index,
        plan: servicePlans[index % servicePlans.length],
      })).flatMap(({ index, plan }) =>
        plan ? [{ plan, copy: Math.floor(index / servicePlans.length) + 1 }] : [],
      ),
    slugOf,
    nameSuffixOf: (copy) => (copy === 1 ? '' : ` ${suffixOf(copy)}`),
    exists: (service) => originOf(service) !== null,
    originOf,
  }
}
