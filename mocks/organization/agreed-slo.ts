import { effectiveSlos } from '../../src/domain/default-slo.ts'
import { commerceServices } from './commerce-services.ts'
import { deliveryServices } from './delivery-services.ts'
import { discoveryServices } from './discovery-services.ts'
import {
  slugFromRoute,
  type EndpointPlan,
  type ServicePlan,
  type SliSlug,
  type SloPlan,
} from './service-plan.ts'

export const servicePlans: readonly ServicePlan[] = [
  ...commerceServices,
  ...discoveryServices,
  ...deliveryServices,
]

/** One SLO of the first 24 services, with what it was agreed for. */
export type AgreedSlo = Readonly<{
  id: string
  slug: string
  plan: SloPlan
  flavor: 'explicit' | 'default'
  service: ServicePlan
  endpoint: EndpointPlan
}>

const sliSlugs: readonly SliSlug[] = ['availability', 'latency', 'freshness', 'correctness']

const toObjective = ({ target, thresholdMs }: SloPlan) => ({ target, thresholdMs: thresholdMs ?? null })

function slosOf(service: ServicePlan, endpoint: EndpointPlan, sli: SliSlug): readonly AgreedSlo[] {
  const own = endpoint.slos.filter((plan) => plan.sli === sli)
  const fallback = service.defaults.find((plan) => plan.sli === sli)
  const route = slugFromRoute(endpoint.route)
  return effectiveSlos(own.map(toObjective), fallback ? toObjective(fallback) : null).flatMap(
    ({ flavor }, index) => {
      const plan = flavor === 'default' ? fallback : own[index]
      if (!plan) return []
      // Thresholds tell the SLOs of one endpoint apart. The target never does: it may change.
      const threshold = own.length > 1 && plan.thresholdMs !== undefined ? `-${plan.thresholdMs}ms` : ''
      const slug = flavor === 'default' ? `default-${route}` : `${route}${threshold}`
      return [{ id: `${service.slug}.${sli}.${slug}`, slug, plan, flavor, service, endpoint }]
    },
  )
}

export const agreedSlos: readonly AgreedSlo[] = servicePlans.flatMap((service) =>
  service.endpoints.flatMap((endpoint) => sliSlugs.flatMap((sli) => slosOf(service, endpoint, sli))),
)
