import { Hono, type Context } from 'hono'

import { operations, type OperationId, type QueryOf, type ResponseOf } from '../src/contract/operations.ts'
import type { PathParams } from '../src/contract/path.ts'
import { createBudgetBook } from './budgets/budget-book.ts'
import { createBudgetIndexes } from './budgets/budget-index.ts'
import { catalogIndex } from './catalog-index.ts'
import type { ApiContext, Route } from './context.ts'
import { readMoment } from './moment.ts'
import { openApiDocument } from './openapi.ts'
import { parseParams, parseQuery } from './parse-request.ts'
import { StoreUnavailableError, type ApiDeps } from './ports.ts'
import { problemResponse, RequestProblem } from './problem.ts'
import { readBuckets } from './routes/buckets.ts'
import { readBudgetHistory } from './routes/budget-history.ts'
import { listBudgets } from './routes/budgets.ts'
import { listDeployments } from './routes/deployments.ts'
import { listEndpoints } from './routes/endpoints.ts'
import { readKeptBudgets } from './routes/kept-budgets.ts'
import { readOrganization } from './routes/organization.ts'
import { listPeriods } from './routes/periods.ts'
import {
  listBreaches,
  listEndpointStats,
  listIncidents,
  listRotations,
  listTickets,
} from './routes/records.ts'
import { listReleases } from './routes/releases.ts'
import { listServices } from './routes/services.ts'
import { listSlis } from './routes/slis.ts'
import { listSlos, readSlo } from './routes/slos.ts'
import { listTeams } from './routes/teams.ts'
import { listVerdicts } from './routes/verdicts.ts'

/** An operation without a route does not compile. */
const routes: Readonly<{ [Id in OperationId]: Route<Id> }> = {
  readOrganization,
  listTeams,
  listDeployments,
  listServices,
  listEndpoints,
  listSlis,
  listSlos,
  readSlo,
  listPeriods,
  listReleases,
  listBudgets,
  readBudgetHistory,
  listVerdicts,
  readBuckets,
  readKeptBudgets,
  listIncidents,
  listTickets,
  listRotations,
  listEndpointStats,
  listBreaches,
}

const OPENAPI_PATH = '/api/openapi.json'

/** Runs unchanged behind Node and behind the browser's service worker: a Request in, a Response out. */
export function createApi(deps: ApiDeps): Hono {
  const book = createBudgetBook(deps)
  const budgetIndexes = createBudgetIndexes(book)
  const api = new Hono()

  for (const id of operationIds()) {
    api.get(honoPath(operations[id].path), async (c) => answer(c, await respond(id, c)))
    api.all(honoPath(operations[id].path), methodNotAllowed)
  }
  api.get(OPENAPI_PATH, (c) => {
    parseQuery(operations.listSlis.query, new URL(c.req.url).searchParams)
    return answer(c, openApiDocument())
  })
  api.all(OPENAPI_PATH, methodNotAllowed)
  api.notFound((c) =>
    problemResponse('not-found', {
      detail: `There is nothing at ${c.req.path}`,
      instance: c.req.path,
      hint: `GET ${OPENAPI_PATH} lists every address`,
    }),
  )
  api.onError((error, c) => failure(error, c, deps))
  return api

  async function respond<Id extends OperationId>(id: Id, c: Context): Promise<ResponseOf<Id>> {
    const route: Route<Id> = routes[id]
    // The names stand in the path the route was registered with, which is where the type takes them from.
    const params = parseParams(c.req.param() as PathParams<Id>)
    // Schema and type come from the same entry; the compiler cannot see that through the lookup.
    const query = parseQuery(operations[id].query, new URL(c.req.url).searchParams) as QueryOf<Id>
    return route({ params, query }, await contextOf())
  }

  async function contextOf(): Promise<ApiContext> {
    const catalog = await deps.catalog()
    return {
      deps,
      book,
      budgetIndexes,
      index: catalogIndex(catalog),
      moment: () => readMoment(deps, catalog.periodScheme),
    }
  }
}

function operationIds(): readonly OperationId[] {
  return Object.keys(operations) as OperationId[]
}

/** '/api/slos/{slo}' is '/api/slos/:slo' to Hono. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function answer(c: Context, body: object): Response {
  c.header('cache-control', 'no-cache')
  return c.json(body)
}

function methodNotAllowed(c: Context): Response {
  const details = {
    detail: `${c.req.path} takes GET, not ${c.req.method}`,
    instance: c.req.path,
    allowed: ['GET', 'HEAD'],
    hint: 'This API is read only',
  }
  return problemResponse('method-not-allowed', details, { allow: 'GET, HEAD' })
}

/** What went wrong inside is told to the operator, never to the client. */
function failure(error: unknown, c: Context, { report }: ApiDeps): Response {
  const instance = c.req.path
  if (error instanceof RequestProblem) return problemResponse(error.code, { ...error.details, instance })
  report(error)
  if (error instanceof StoreUnavailableError) {
    return problemResponse('unavailable', {
      detail: 'The store of measurements does not answer',
      instance,
      hint: 'Try again in a moment',
    })
  }
  return problemResponse('internal', { detail: 'The request could not be answered', instance })
}
