import { parseDependencyAnswers } from '../../src/domain/dependency-answers.ts'
import { levelRule } from '../../src/domain/describe-slo-setting.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { CONSISTENT_PERIODS } from '../../src/domain/kept-overview.ts'
import type { Service } from '../../src/contract/catalog.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import { endpointEntries } from '../indicators/endpoint-table.ts'
import { invalidParameter } from '../problem.ts'
import { periodOnWire } from '../wire.ts'
import { lastClosedPeriods } from '../workflows/closed-periods.ts'
import { initialSlo } from '../workflows/initial-slo.ts'
import { dependenciesOf } from '../workflows/set-slo.ts'

/** About half a year, which the references ask for as a baseline. */
const HISTORY_PERIODS = 6

/** W4: what a first SLO of a service can lean on, by each of its dependencies. */
export const readSetSlo: Route<'readSetSlo'> = async ({ query }, context) => {
  const { index, deps } = context
  const moment = await context.moment()
  const service = foundService(query.service, index)
  const deployment = placeOf(service, query.deployment, index)
  const history = lastClosedPeriods(moment, HISTORY_PERIODS)
  const judged = history.slice(-CONSISTENT_PERIODS)
  const answers = parseDependencyAnswers(query.answers ?? '')
  const [dependencies, figures] = await Promise.all([
    dependenciesOf(service, deployment, answers, judged, { ...context, moment }),
    endpointEntries(deps.records, history, index),
  ])
  const place = { service: service.slug, deployment }
  const own = figures.filter((one) => one.service === place.service && one.deployment === deployment)
  return {
    service: {
      slug: service.slug,
      name: service.name,
      team: service.team,
      teamName: index.teams.get(service.team)?.name ?? service.team,
    },
    deployment,
    deployments: service.deployments.flatMap((slug) => {
      const found = index.deployments.get(slug)
      return found === undefined ? [] : [{ slug, name: found.name }]
    }),
    periods: judged.map((period) => periodOnWire(period, moment.nowHour)),
    dependencies: [...dependencies],
    levelRule,
    ...initialSlo(dependencies, own, query.target, place, index),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

function foundService(slug: string, { services }: CatalogIndex): Service {
  const service = services.get(slug)
  if (service !== undefined) return service
  throw invalidParameter('service', slug, {
    detail: `There is no service "${slug}"`,
    hint: didYouMean(slug, services.keys()),
    apiHint: 'GET /api/services lists them',
  })
}

function placeOf(service: Service, asked: string | undefined, { deployments }: CatalogIndex): string {
  const inProduction = service.deployments.find((slug) => deployments.get(slug)?.kind === 'production')
  const place = asked ?? inProduction ?? service.deployments[0]
  if (place !== undefined && service.deployments.includes(place)) return place
  throw invalidParameter('deployment', asked, {
    detail: `${service.slug} does not run in "${asked ?? ''}"`,
    allowed: [...service.deployments],
    hint: 'Leave it out for the first in production',
  })
}
