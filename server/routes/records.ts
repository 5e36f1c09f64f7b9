import * as z from 'zod/mini'

import { recordIdSchema, recordInstantSchema } from '../../src/contract/record-fields.ts'
import type {
  EndpointFigures,
  Incident,
  ReportedBreach,
  Rotation,
  Ticket,
} from '../../src/contract/records.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { keysetPage, listIdentity, type Position } from '../page.ts'
import type { RecordFilter } from '../ports.ts'
import { requestedInstants } from '../requested-instants.ts'

type RecordsQuery = Readonly<{
  team?: string | undefined
  service?: string | undefined
  deployment?: string | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}>

const byInstant = z.tuple([recordInstantSchema, z.string()])
const byRotation = z.tuple([z.string(), recordIdSchema, recordInstantSchema])
const byEndpoint = z.tuple([z.string(), z.string(), z.string(), z.string()])

const listIncidents: Route<'listIncidents'> = async ({ query }, { deps, index }) => {
  const positionOf = ({ createdAt, id }: Incident) => [createdAt, id]
  const { span, page } = listing('incidents', query, byInstant, positionOf)
  const filter = { ...requestedFilter(query, index), ...openOnly(query) }
  return page(await deps.records.incidents(filter, span))
}

const listTickets: Route<'listTickets'> = async ({ query }, { deps, index }) => {
  const positionOf = ({ createdAt, id }: Ticket) => [createdAt, id]
  const { span, page } = listing('tickets', query, byInstant, positionOf)
  const reliability = query.reliability === undefined ? {} : ({ isReliability: true } as const)
  const filter = { ...requestedFilter(query, index), ...reliability }
  return page(await deps.records.tickets(filter, span))
}

const listRotations: Route<'listRotations'> = async ({ query }, { deps, index }) => {
  const positionOf = ({ team, id, since }: Rotation) => [team, id, since]
  const { span, page } = listing('rotations', query, byRotation, positionOf)
  const teams = chosenNames('team', query.team, index.teams)
  // A rotation has a team of its own, which need not be that of the services it covers.
  const filter = {
    ...requestedFilter({ ...query, team: undefined }, index),
    ...(teams === null ? {} : { teams: [...teams] }),
  }
  return page(await deps.records.rotations(filter, span))
}

const listEndpointStats: Route<'listEndpointStats'> = async ({ query }, { deps, index }) => {
  const positionOf = ({ service, path, verb, deployment }: EndpointFigures) => [
    service,
    path,
    verb ?? '',
    deployment,
  ]
  const { span, page } = listing('endpoint-stats', query, byEndpoint, positionOf)
  return page(await deps.records.endpointFigures(requestedFilter(query, index), span))
}

const listBreaches: Route<'listBreaches'> = async ({ query }, { deps, index }) => {
  const positionOf = ({ startedAt, id }: ReportedBreach) => [startedAt, id]
  const { span, page } = listing('breaches', query, byInstant, positionOf)
  const filter = { ...requestedFilter(query, index), ...openOnly(query) }
  return page(await deps.records.breaches(filter, span))
}

function openOnly({ open }: Readonly<{ open?: 'only' | undefined }>) {
  return open === undefined ? {} : ({ isOpen: true } as const)
}

function listing<Item>(
  name: string,
  query: RecordsQuery,
  position: z.core.$ZodType<readonly string[]>,
  positionOf: (item: Item) => readonly string[],
) {
  const isPosition = (keys: Position): keys is readonly string[] =>
    keys.every((key) => typeof key === 'string' && !key.includes('\0')) && z.safeParse(position, keys).success
  return keysetPage({ identity: listIdentity(name, query), positionOf, isPosition }, query)
}

/** Of teams and services the services that belong to both. */
function requestedFilter(query: RecordsQuery, index: CatalogIndex): RecordFilter {
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const chosen = index.catalog.services
    .filter(({ slug, team }) => (services?.has(slug) ?? true) && (teams?.has(team) ?? true))
    .map(({ slug }) => slug)
  return {
    ...(teams === null && services === null ? {} : { services: chosen }),
    ...(deployments === null ? {} : { deployments: [...deployments] }),
    ...requestedInstants(query),
  }
}

export const recordRoutes = {
  listIncidents,
  listTickets,
  listRotations,
  listEndpointStats,
  listBreaches,
} as const
