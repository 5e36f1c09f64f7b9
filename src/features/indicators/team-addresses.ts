import type { Slo } from '../../contract/catalog.ts'
import { formatTarget } from '../../domain/format.ts'
import { thresholdWords } from '../../ui/slo-words.ts'
import { indicatorNames } from '../../url/indicator-names.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'

/** Every indicator, narrowed to the team. */
export function indicatorAddresses(team: string) {
  const ofTeam = { team: [team] }
  return [
    { name: indicatorNames['slos-by-service'], to: paths.slosByService(ofTeam) },
    { name: indicatorNames['slo-adherence'], to: indicatorPaths.sloAdherence(ofTeam) },
    { name: indicatorNames['error-budget-depletion'], to: indicatorPaths.budgetDepletion(ofTeam) },
    {
      name: `${indicatorNames['error-budget-depletion']} as graphs`,
      to: indicatorPaths.budgetDepletion({ ...ofTeam, show: 'graph' }),
    },
    { name: indicatorNames['premature-exhaustion'], to: indicatorPaths.prematureExhaustion(ofTeam) },
    {
      name: `${indicatorNames['premature-exhaustion']} as graphs`,
      to: indicatorPaths.prematureExhaustion({ ...ofTeam, show: 'graph' }),
    },
    { name: indicatorNames['slas-by-service'], to: indicatorPaths.slasByService(ofTeam) },
    { name: indicatorNames['sla-depletion'], to: indicatorPaths.slaDepletion(ofTeam) },
    {
      name: `${indicatorNames['sla-depletion']} as graphs`,
      to: indicatorPaths.slaDepletion({ ...ofTeam, show: 'graph' }),
    },
    { name: indicatorNames['sla-adherence'], to: indicatorPaths.slaAdherence(ofTeam) },
    { name: indicatorNames['support-tickets'], to: indicatorPaths.supportTickets(ofTeam) },
    { name: indicatorNames['on-call-rotations'], to: indicatorPaths.onCallRotations(ofTeam) },
    { name: indicatorNames['recovery-trend'], to: indicatorPaths.recoveryTrend(ofTeam) },
    { name: indicatorNames['least-available-endpoints'], to: indicatorPaths.leastAvailable(ofTeam) },
    { name: indicatorNames['slowest-endpoints'], to: indicatorPaths.slowest(ofTeam) },
    { name: indicatorNames['kept-budgets'], to: indicatorPaths.keptBudgets(ofTeam) },
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
  const limit = thresholdMs === null ? '' : ` ${thresholdWords(thresholdMs)}`
  return `${verb === null ? path : `${verb} ${path}`} ${sli} ${formatTarget(target)}\u202f%${limit}`
}
