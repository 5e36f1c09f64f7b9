import { Hono, type Context } from 'hono'

import { csvPath } from '../src/contract/csv.ts'
import { csvQuery } from '../src/contract/csv-query.ts'
import { AUDIT_EXPORT_PATH, auditExportQuery } from '../src/contract/access.ts'
import {
  operations,
  csvOperationIds,
  type BodyOf,
  type CsvOperationId,
  type Operation,
  type OperationId,
  type Permission,
  type QueryOf,
} from '../src/contract/operations.ts'
import { EVENTS_PATH } from '../src/contract/live.ts'
import type { PathParams } from '../src/contract/path.ts'
import type { Caller } from '../src/domain/access/caller.ts'
import type { Action } from '../src/domain/access/permissions.ts'
import type { Hour } from '../src/domain/hours.ts'
import { asOf } from './as-of.ts'
import { tellingArchived } from './archived.ts'
import { requireAllowed, requireEverAllowed, subjectOf } from './authorize.ts'
import { createBreachBook } from './breaches/breach-book.ts'
import { createBudgetBook } from './budgets/budget-book.ts'
import { createBudgetIndexes } from './budgets/budget-index.ts'
import { addFeeds } from './feeds.ts'
import { catalogIndex } from './catalog-index.ts'
import type { ApiContext, EndSession, Route } from './context.ts'
import { readKnownThen, type KnownThen } from './known-then.ts'
import { readMoment } from './moment.ts'
import { createHeldAnswers } from './held-answers.ts'
import { createHeldTables } from './indicators/held-tables.ts'
import { listAsCsv } from './csv/list-as-csv.ts'
import { createLiveHub, type LiveHub } from './live/live-hub.ts'
import { openApiDocument } from './openapi.ts'
import { parseBody, refuseBody } from './parse-body.ts'
import { parseParams, parseQuery } from './parse-request.ts'
import { failure, methodNotAllowed, OPENAPI_PATH } from './failed-answer.ts'
import type { ApiDeps } from './ports.ts'
import { problemResponse } from './problem.ts'
import { createConditionBook } from './policies/condition-book.ts'
import { createSharedAnswers, forNobody } from './shared-answers.ts'
import { wholeHour } from './window-range.ts'
import { openEvents } from './routes/events.ts'
import { exportAudit } from './routes/audit.ts'
import { routes } from './routes/routes.ts'

/** What the host of the API knows of a request and the request cannot say of itself. */
type Asked = Readonly<{ caller: Caller; endSession?: EndSession | null }>
const HOUR_MS = 3_600_000

export type Env = { Bindings: Asked }

export type Api = Readonly<{ fetch(request: Request, asked: Asked): Promise<Response> }>

/** Runs unchanged behind Node and behind the browser's service worker: a Request in, a Response out. */
export function createApi(deps: ApiDeps, live: LiveHub = createLiveHub(deps)): Api {
  const book = createBudgetBook(deps)
  const slaBook = createBudgetBook(deps, 'sla')
  const budgetIndexes = createBudgetIndexes(book)
  const breaches = createBreachBook(deps)
  const conditions = createConditionBook()
  const tables = createHeldTables()
  const sharedAnswers = createSharedAnswers()
  const heldAnswers = createHeldAnswers(deps)
  const answering: NonNullable<ApiDeps['answering']> = deps.answering ?? ((answer) => answer())
  const api = new Hono<Env>()

  for (const id of operationIds()) {
    const { path } = operations[id]
    api.on(methodOf(id), honoPath(path), async (c) =>
      answer(c, await respond(id, c), permissionOf(operations[id]).action),
    )
  }
  for (const [path, methods] of methodsByPath()) api.all(honoPath(path), (c) => methodNotAllowed(c, methods))
  for (const id of csvOperationIds) {
    const path = honoPath(csvPath(operations[id]))
    api.get(path, (c) => respondAsCsv(id, c))
    api.all(path, (c) => methodNotAllowed(c, ['GET', 'HEAD']))
  }
  api.get(OPENAPI_PATH, (c) => {
    parseQuery(operations.listSlis.query, new URL(c.req.url).searchParams)
    return answer(c, JSON.stringify(openApiDocument()), 'read')
  })
  api.get(EVENTS_PATH, (c) => {
    // Its stream would stay open with nobody to read it.
    if (c.req.raw.method === 'HEAD') return methodNotAllowed(c, ['GET'])
    requireAllowed(c.env.caller, 'read', { ownedBy: null })
    parseQuery(operations.listSlis.query, new URL(c.req.url).searchParams)
    return openEvents(c.req.raw, live)
  })
  api.all(EVENTS_PATH, (c) => methodNotAllowed(c, ['GET']))
  addFeeds(api, deps, (c) => contextOf(c.env, null, deps))
  api.get(AUDIT_EXPORT_PATH, (c) => {
    requireAllowed(c.env.caller, 'read-audit', { ownedBy: null })
    return exportAudit(parseQuery(auditExportQuery, new URL(c.req.url).searchParams), deps)
  })
  api.all(AUDIT_EXPORT_PATH, (c) => methodNotAllowed(c, ['GET', 'HEAD']))
  api.all(OPENAPI_PATH, (c) => methodNotAllowed(c, ['GET', 'HEAD']))
  api.notFound((c) =>
    problemResponse('not-found', {
      detail: `There is nothing at ${c.req.path}`,
      instance: c.req.path,
      apiHint: `GET ${OPENAPI_PATH} lists every address`,
    }),
  )
  api.onError((error, c) => failure(error, c, deps))
  return { fetch: async (request, asked) => api.fetch(request, asked) }

  async function respond<Id extends OperationId>(id: Id, c: Context<Env>): Promise<string> {
    const operation: Operation = operations[id]
    const permission = permissionOf(operation)
    const { caller } = c.env
    requireEverAllowed(caller, permission.action)
    // The names stand in the path the route was registered with, which is where the type takes them from.
    const params = parseParams(c.req.param() as PathParams<Id>)
    // Schema and type come from the same entry; the compiler cannot see that through the lookup.
    const query = parseQuery(operations[id].query, new URL(c.req.url).searchParams) as QueryOf<Id>
    const at = hourAsked(query)
    const route: Route<Id> = routes[id]
    if (isSameForAll(operation)) {
      const question = JSON.stringify([id, params, query])
      const body = undefined as BodyOf<Id>
      return sharedAnswers.of(question, () =>
        answering(() =>
          heldAnswers.of(question, async (from) =>
            JSON.stringify(
              await tellingArchived(
                deps,
                params,
                route({ params, query, body }, forNobody(await contextOf(c.env, at, from))),
              ),
            ),
          ),
        ),
      )
    }
    const context = await contextOf(c.env, at, deps)
    if (permission.subject !== 'of-route')
      requireAllowed(caller, permission.action, subjectOf(permission, params, context.index))
    const body = (await bodyOf(operation, c.req.raw)) as BodyOf<Id>
    return JSON.stringify(await route({ params, query, body }, context))
  }

  async function respondAsCsv<Id extends CsvOperationId>(id: Id, c: Context<Env>): Promise<Response> {
    requireEverAllowed(c.env.caller, 'read')
    const { searchParams } = new URL(c.req.url)
    const { columns, ...asked } = parseQuery(
      csvQuery(id, operations[id].query),
      searchParams,
    ) as QueryOf<Id> & {
      columns?: string
    }
    // What is left is the query of the list; the compiler cannot see that.
    const query = asked as unknown as QueryOf<Id>
    const context = await contextOf(c.env, hourAsked(query), deps)
    // An hour that begins while the file is sent is not in it.
    const moment = context.moment()
    const route: Route<Id> = routes[id]
    const asking = { ...context, moment: () => moment }
    const isShared = isSameForAll(operations[id])
    return listAsCsv(id, { route, query, columns }, isShared ? forNobody(asking) : asking)
  }

  async function contextOf(
    { caller, endSession = null }: Asked,
    at: Hour | null,
    from: ApiDeps,
  ): Promise<ApiContext> {
    let knownThen: Promise<KnownThen> | null = null
    const known = (hour: Hour) => () => (knownThen ??= readKnownThen(deps, hour))
    const catalog = at === null ? await deps.catalog() : (await known(at)()).catalog
    return {
      deps: at === null ? from : asOf(from, at, known(at)),
      caller,
      endSession,
      book,
      slaBook,
      budgetIndexes,
      breaches,
      conditions,
      tables,
      index: catalogIndex(catalog),
      clockHour: at ?? Math.floor(deps.now() / HOUR_MS),
      moment: () =>
        readMoment(deps, catalog.periodScheme, at === null ? null : { hour: at, known: known(at) }),
    }
  }
}

function operationIds(): readonly OperationId[] {
  return Object.keys(operations) as OperationId[]
}

/** The hour from which a frozen link looks at its table; null for the present. */
function hourAsked(query: object): Hour | null {
  return 'at' in query && typeof query.at === 'string' ? wholeHour('at', query.at) : null
}

/** '/api/slos/{slo}' is '/api/slos/:slo' to Hono. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** What everybody may read may be kept if it is asked about again; the rest not even on the reader's own disk. */
function answer(c: Context, json: string, action: Action): Response {
  c.header('cache-control', action === 'read' ? 'private, no-cache' : 'no-store')
  c.header('content-type', 'application/json')
  return c.body(json)
}

/** Whoever may read here at all, which was asked before, is told the same. */
function isSameForAll({ method, permission }: Operation): boolean {
  return method === undefined && permission === undefined
}

async function bodyOf(operation: Operation, request: Request): Promise<unknown> {
  if (operation.method === undefined) return undefined
  if (operation.body === undefined) return refuseBody(request)
  return parseBody(operation.body, request, operation.maxBodyBytes)
}

function permissionOf({ permission }: Operation): Permission {
  return permission ?? { action: 'read' }
}

function methodOf(id: OperationId): string {
  const operation: Operation = operations[id]
  return operation.method ?? 'GET'
}

function methodsByPath(): ReadonlyMap<string, readonly string[]> {
  const ids = Map.groupBy(operationIds(), (id) => operations[id].path)
  return new Map(
    [...ids].map(([path, those]) => [
      path,
      those.map(methodOf).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
    ]),
  )
}
