import type { Build as BuildOnWire } from '../../src/contract/builds.ts'
import type { Release } from '../../src/contract/catalog.ts'
import {
  buildSamples,
  commitSamples,
  deploymentSamples,
  type Build,
  type Deployment,
  type Sample,
} from '../../src/domain/delivery.ts'
import type { Period } from '../../src/domain/period.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Placed } from '../indicators/facets.ts'
import { placedServices } from '../indicators/ticket-table.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'

/** The event before the first one, and the recovery after the last, may lie so far away. */
const AROUND_HOURS = 8 * 168

export type DeliveryEvents = Readonly<{
  samples: readonly Sample[]
  /** Those that did not fail. */
  landed: readonly Deployment[]
  /** Where a service is deployed, whether or not it was. */
  places: readonly Placed[]
  /** False where no tool told of any deployment of anybody's: then none here is not zero. */
  areDeploymentsTold: boolean
}>

type Source = Readonly<{
  deps: Pick<ApiDeps, 'releases' | 'builds'>
  index: CatalogIndex
  moment: Moment
}>

/** What was deployed, built and committed around the periods, of the chosen services to the chosen deployments. */
export async function deliveryEvents(
  { deps, index, moment }: Source,
  periods: readonly Period[],
  isChosen: (place: Placed) => boolean,
): Promise<DeliveryEvents> {
  const places = placedServices(index).filter(isChosen)
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined)
    return { samples: [], landed: [], places, areDeploymentsTold: false }
  const services = [...new Set(places.map(({ service }) => service))]
  const around = {
    fromHour: first.startHour - AROUND_HOURS,
    toHour: Math.min(last.endHour + AROUND_HOURS, moment.nowHour + 1),
  }
  const filter = { ...around, services }
  const [releases, builds] = await Promise.all([deps.releases.list(filter), deps.builds.list(filter)])
  const isPlace = new Set(places.map(({ service, deployment }) => `${service} ${deployment}`))
  const deployments = releases
    .filter(({ service, deployment }) => isPlace.has(`${service} ${deployment}`))
    .map(deploymentOf)
  const built = builds.map(buildOf)
  return {
    samples: [...deploymentSamples(deployments), ...buildSamples(built), ...commitSamples(built)],
    landed: deployments.filter(({ result }) => result !== 'failed'),
    places,
    areDeploymentsTold: releases.length > 0 || (await deps.releases.list(around)).length > 0,
  }
}

const msOf = (instant: string | null) => (instant === null ? null : Date.parse(instant))

function deploymentOf(release: Release): Deployment {
  const { id, service, deployment, at, result, committedAt, recoveredAt } = release
  return {
    id,
    service,
    environment: deployment,
    atMs: Date.parse(at),
    result,
    committedMs: msOf(committedAt),
    recoveredMs: msOf(recoveredAt),
  }
}

function buildOf({ id, service, startedAt, endedAt, result, commits }: BuildOnWire): Build {
  return {
    id,
    service,
    startedMs: Date.parse(startedAt),
    endedMs: msOf(endedAt),
    result,
    commits: commits.map((commit) => ({
      id: commit.id,
      authoredMs: msOf(commit.authoredAt),
      mergedMs: Date.parse(commit.mergedAt),
    })),
  }
}
