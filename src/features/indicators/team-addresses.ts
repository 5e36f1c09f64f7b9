import type { Slo } from '../../contract/catalog.ts'
import { formatLatency } from '../../domain/format-latency.ts'
import { formatTarget } from '../../domain/format.ts'
import { paths } from '../../url/paths.ts'

/** Every indicator, narrowed to the team. */
export function indicatorAddresses(team: string) {
  const ofTeam = { team: [team] }
  return [
    { name: 'SLOs by service', to: paths.slosByService(ofTeam) },
    { name: 'SLO adherence', to: paths.sloAdherence(ofTeam) },
    { name: 'SLO error budget depletion', to: paths.budgetDepletion(ofTeam) },
    { name: 'SLO error budget depletion as graphs', to: paths.budgetDepletion({ ...ofTeam, show: 'graph' }) },
    { name: 'Premature error budget exhaustion', to: paths.prematureExhaustion(ofTeam) },
    { name: 'Premature exhaustion as graphs', to: paths.prematureExhaustion({ ...ofTeam, show: 'graph' }) },
    { name: 'SLAs by service', to: paths.slasByService(ofTeam) },
    { name: 'SLA error budget depletion', to: paths.slaDepletion(ofTeam) },
    { name: 'SLA depletion as graphs', to: paths.slaDepletion({ ...ofTeam, show: 'graph' }) },
    { name: 'SLA adherence', to: paths.slaAdherence(ofTeam) },
    { name: 'Customer support ticket trend', to: paths.supportTickets(ofTeam) },
    { name: 'On-call rotations', to: paths.onCallRotations(ofTeam) },
    { name: 'Incident time to recovery trend', to: paths.recoveryTrend(ofTeam) },
    { name: 'Least available endpoints', to: paths.leastAvailable(ofTeam) },
    { name: 'Slowest endpoints', to: paths.slowest(ofTeam) },
    { name: 'Fulfilled and broken SLOs', to: paths.keptBudgets(ofTeam) },
  ] as const
}

/** The short links: the burn-downs of all SLOs of a service, an SLI and a deployment. */
export function graphAddresses(slos: readonly Slo[]) {
  const places = slos.flatMap(({ service, sli, deployments }) =>
    deployments.map((deployment) => ({ service, sli, deployment })),
  )
  const byName = new Map(
    places.map((place) => [`${place.service}, ${place.sli}, ${place.deployment}`, place]),
  )
  return [...byName].map(([name, place]) => ({ name, to: paths.budgets(place) }))
}

/** The page of each SLO in each deployment. */
export function sloAddresses(slos: readonly Slo[]) {
  return slos.flatMap((slo) =>
    slo.deployments.map((deployment) => ({
      name: `${slo.service}, ${sloName(slo)}, ${deployment}`,
      to: paths.slo({ ...slo, sloSlug: slo.slug, deployment }),
    })),
  )
}

function sloName({ endpoint: { verb, path }, sli, target, thresholdMs }: Slo): string {
  const limit = thresholdMs === null ? '' : ` < ${formatLatency(thresholdMs)}`
  return `${verb === null ? path : `${verb} ${path}`} ${sli} ${formatTarget(target)}\u202f%${limit}`
}
