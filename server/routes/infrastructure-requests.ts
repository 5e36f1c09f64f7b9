import {
  infrastructureRequestOf,
  type InfrastructureRequest,
} from '../../src/contract/infrastructure-requests.ts'
import { byBenefit, helpedTeams } from '../../src/domain/infrastructure-request.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { RequestProblem } from '../problem.ts'

const listInfrastructureRequests: Route<'listInfrastructureRequests'> = async (_request, { deps, index }) => {
  const entered = await deps.entries.list('infrastructure-request')
  const items = entered.flatMap(
    ({ key, body, isWithdrawn, version, by, at }): readonly InfrastructureRequest[] => {
      const request = isWithdrawn ? null : infrastructureRequestOf(body)
      return request === null
        ? []
        : [{ ...request, id: key, helpedCount: helpedTeams(request), version, by: by.name, at }]
    },
  )
  return { items: [...byBenefit(items)], teamCount: index.catalog.teams.length }
}

const writeInfrastructureRequest: Route<'writeInfrastructureRequest'> = async (
  { params, body },
  { deps, caller, index },
) => {
  const { request, seenVersion } = body
  const of = { kind: 'infrastructure-request', key: params.request, seenVersion } as const
  if (request !== null) {
    refuseUnknown('request.requestedBy', request.requestedBy, index)
    refuseUnknown('request.benefits', request.benefits, index)
  }
  const { key, version } = await writeEntry(
    deps,
    caller,
    request === null
      ? { ...of, body: (await deps.entries.read(of.kind, of.key))?.body ?? {}, isWithdrawn: true }
      : { ...of, body: request },
  )
  return { id: key, version }
}

function refuseUnknown(field: string, teams: readonly string[], index: CatalogIndex): void {
  const unknown = teams.find((team) => !index.teams.has(team))
  if (unknown === undefined) return
  throw new RequestProblem('invalid-body', {
    detail: `There is no team "${unknown}"`,
    field,
    value: unknown,
    hint: didYouMean(unknown, index.teams.keys()),
    apiHint: 'GET /api/teams lists them',
  })
}

export const infrastructureRequestRoutes = { listInfrastructureRequests, writeInfrastructureRequest }
