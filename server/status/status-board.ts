import type { Incident } from '../../src/contract/records.ts'
import type { StatusBoard, StatusIncident, StatusQuery, StatusService } from '../../src/contract/status.ts'
import { minutesBetween } from '../../src/domain/instant.ts'
import {
  isImpacting,
  isShownTo,
  nextUpdateDue,
  worstOf,
  type Audience,
} from '../../src/domain/service-status.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { everyRecord } from '../indicators/read-records.ts'
import { instantOf } from '../instant.ts'
import type { ApiDeps } from '../ports.ts'
import { readListings, type Listed } from './status-listings.ts'
import { readStatusUpdates } from './status-updates.ts'

const DAY_MS = 86_400_000
/** What is over is told for a week. */
const HISTORY_DAYS = 7

/** What the audience asked for sees; the rest is not in the answer. */
export async function statusBoard(
  deps: ApiDeps,
  index: CatalogIndex,
  { audience = 'organization', by = 'deployment', deployment }: StatusQuery,
): Promise<StatusBoard> {
  const nowMs = deps.now()
  const historyFrom = instantOf(nowMs - HISTORY_DAYS * DAY_MS)
  const deployments = chosenNames('deployment', deployment, index.deployments) ?? productionOf(index)
  const [listingOf, incidents, updates] = await Promise.all([
    readListings(deps),
    recentIncidents(deps, historyFrom),
    readStatusUpdates(deps),
  ])
  const isShown = (service: string) => isShownTo(listingOf(service).audience, audience)
  const concerned = incidents.filter((incident) => concerns(incident, deployments))
  const services = index.catalog.services
    .filter(({ slug, deployments: where }) => isShown(slug) && where.some((one) => deployments.has(one)))
    .map((service) => serviceStatus(service, listingOf(service.slug), concerned, deployments))
  const told = concerned
    .map((incident) =>
      incidentStatus(incident, updates.get(incident.id) ?? [], { audience, isShown, index, nowMs }),
    )
    .filter((incident) => incident.services.length > 0)
  const impactedCount = services.filter(({ state }) => state === 'impacted').length
  return {
    audience,
    by,
    at: instantOf(nowMs),
    impactedCount,
    healthyCount: services.length - impactedCount,
    groups: by === 'product' ? byProduct(services) : byDeployment(services, index, deployments),
    incidents: told.toSorted(openFirst),
    historyFrom,
  }
}

/** The organization's status is that of production; staging is looked at when it is asked for. */
function productionOf({ catalog }: CatalogIndex): ReadonlySet<string> {
  return new Set(catalog.deployments.filter(({ kind }) => kind === 'production').map(({ slug }) => slug))
}

/** Those of the last days, and what is open since before. */
async function recentIncidents({ records }: ApiDeps, from: string): Promise<readonly Incident[]> {
  const positionOf = ({ createdAt, id }: Incident) => [createdAt, id]
  const [recent, open] = await Promise.all([
    everyRecord((span) => records.incidents({ from }, span), positionOf),
    everyRecord((span) => records.incidents({ isOpen: true }, span), positionOf),
  ])
  return [...new Map([...recent, ...open].map((incident) => [incident.id, incident])).values()]
}

/** One without deployments concerns every deployment of its services. */
function concerns({ deployments }: Pick<Incident, 'deployments'>, chosen: ReadonlySet<string>): boolean {
  return deployments.length === 0 || deployments.some((deployment) => chosen.has(deployment))
}

function resolvedMs({ resolvedAt }: Incident): number | null {
  return resolvedAt === null ? null : Date.parse(resolvedAt)
}

const impacts = (incident: Incident) =>
  isImpacting({ priority: incident.priority, resolvedMs: resolvedMs(incident) })

type CatalogService = CatalogIndex['catalog']['services'][number]

function serviceStatus(
  { slug, name, team, deployments }: CatalogService,
  { audience, product, version }: Listed,
  incidents: readonly Incident[],
  chosen: ReadonlySet<string>,
): StatusService {
  const impactedIn = deployments.filter(
    (deployment) =>
      chosen.has(deployment) &&
      incidents.some(
        (incident) =>
          impacts(incident) && incident.services.includes(slug) && concerns(incident, new Set([deployment])),
      ),
  )
  const state = impactedIn.length > 0 ? 'impacted' : 'healthy'
  return { slug, name, team, state, impactedIn, audience, product, listingVersion: version }
}

type Shown = Readonly<{
  audience: Audience
  isShown: (service: string) => boolean
  index: CatalogIndex
  nowMs: number
}>

function incidentStatus(
  incident: Incident,
  written: readonly StatusIncident['updates'][number][],
  { audience, isShown, index, nowMs }: Shown,
): StatusIncident {
  const { id, services, deployments, priority, severity, createdAt, startedAt, resolvedAt } = incident
  const updates = written.filter((update) => isShownTo(update.audience, audience))
  const [newest] = updates
  const first = updates.findLast(({ bracket }) => bracket === 'first')
  const last = updates.find(({ bracket }) => bracket === 'last')
  const dueMs = resolvedAt === null ? nextUpdateDue(priority, Date.parse(newest?.at ?? createdAt)) : null
  return {
    id,
    title: audience === 'organization' ? incident.title : null,
    services: services
      .filter((slug) => isShown(slug) && index.services.has(slug))
      .map((slug) => ({ slug, name: index.services.get(slug)?.name ?? slug })),
    deployments,
    priority,
    severity: audience === 'organization' ? severity : null,
    isImpacting: impacts(incident),
    startedAt: startedAt ?? createdAt,
    resolvedAt,
    updates,
    nextDueAt: dueMs === null ? null : instantOf(dueMs),
    isOverdue: dueMs !== null && dueMs < nowMs,
    toldMinutes:
      first === undefined || last === undefined
        ? null
        : minutesBetween(Date.parse(first.at), Date.parse(last.at)),
  }
}

function openFirst(a: StatusIncident, b: StatusIncident): number {
  const isOpen = ({ resolvedAt }: StatusIncident) => Number(resolvedAt !== null)
  const priorityOf = ({ priority, resolvedAt }: StatusIncident) => (resolvedAt === null ? (priority ?? 9) : 0)
  return isOpen(a) - isOpen(b) || priorityOf(a) - priorityOf(b) || (a.startedAt < b.startedAt ? 1 : -1)
}

type Groups = StatusBoard['groups']

function byDeployment(
  services: readonly StatusService[],
  { catalog, services: known }: CatalogIndex,
  chosen: ReadonlySet<string>,
): Groups {
  return catalog.deployments
    .filter(({ slug }) => chosen.has(slug))
    .map(({ slug, name }) => {
      const own = services
        .filter((service) => known.get(service.slug)?.deployments.includes(slug))
        .map((service) => {
          const impactedIn = service.impactedIn.filter((deployment) => deployment === slug)
          return {
            ...service,
            impactedIn,
            state: impactedIn.length > 0 ? ('impacted' as const) : ('healthy' as const),
          }
        })
      return {
        key: slug,
        name,
        state: worstOf(own.map(({ state }) => state)),
        services: own.toSorted(worstFirst),
      }
    })
}

const WITHOUT_PRODUCT = 'Without a product'

function byProduct(services: readonly StatusService[]): Groups {
  const groups = Map.groupBy(services, ({ product }) => product ?? WITHOUT_PRODUCT)
  return [...groups]
    .map(([name, own]) => ({
      key: name,
      name,
      state: worstOf(own.map(({ state }) => state)),
      services: own.toSorted(worstFirst),
    }))
    .toSorted(
      (a, b) =>
        Number(a.name === WITHOUT_PRODUCT) - Number(b.name === WITHOUT_PRODUCT) || (a.name < b.name ? -1 : 1),
    )
}

function worstFirst(a: StatusService, b: StatusService): number {
  return Number(a.state === 'healthy') - Number(b.state === 'healthy') || (a.name < b.name ? -1 : 1)
}
