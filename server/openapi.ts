import * as z from 'zod/mini'

import * as history from '../src/contract/budget-history.ts'
import * as budget from '../src/contract/budget.ts'
import { buildSchema } from '../src/contract/builds.ts'
import * as catalog from '../src/contract/catalog.ts'
import * as corrections from '../src/contract/corrections.ts'
import * as catalogState from '../src/contract/catalog-state.ts'
import * as access from '../src/contract/access.ts'
import { budgetStateSchema, instantSchema, slugSchema } from '../src/contract/common.ts'
import * as status from '../src/contract/status.ts'
import * as records from '../src/contract/records.ts'
import * as onCall from '../src/contract/on-call.ts'
import * as feed from '../src/contract/feed.ts'
import * as keptBudgets from '../src/contract/kept-budgets.ts'
import { liveChangeSchema } from '../src/contract/live.ts'
import { operations, type Operation, type OperationId } from '../src/contract/operations.ts'
import { problemCodes, problemSchema, type ProblemCode } from '../src/contract/problem.ts'
import { roles } from '../src/domain/access/caller.ts'
import { rolesFor, scopeFor } from '../src/domain/access/permissions.ts'
import { ingestPaths, ingestResources } from './openapi-ingest.ts'
import { otherPaths, type OtherAnswer } from './openapi-others.ts'
import { operationNotes } from './openapi-notes.ts'
import { parameterNotes } from './openapi-parameter-notes.ts'

type JsonObject = Readonly<Record<string, unknown>>

let made: JsonObject | null = null

/**
 * Made of the very schemas that check requests and that the browser parses answers with: once, because it takes a tenth of a
 * second in which nobody else is answered.
 */
export function openApiDocument(): JsonObject {
  return (made ??= makeDocument())
}

function makeDocument(): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Service levels, error budgets and their history',
      version: '1',
      description:
        'Instants are RFC 3339 in UTC. Lists come in pages: ask for the next with `cursor` until `nextCursor` is null. ' +
        'Parameters that are unknown, repeated or wrong are refused with 400. Every refusal is an RFC 9457 problem document: `hint` says to whoever reads it what to do, `apiHint` what only a program can.',
    },
    servers: [{ url: '/' }],
    paths: {
      ...pathObjects(),
      ...ingestPaths({ reference, problemAnswer }),
      ...otherPaths(otherAnswer),
    },
    components: { schemas: componentSchemas(), securitySchemes },
  }
}

const operationIds = Object.keys(operations) as OperationId[]

/** What a host asks for where it listens beyond its own machine. */
const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: 'People sign in with a browser, or come through a trusted proxy',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token with the scope the operation names',
  },
}

const resources = {
  Problem: problemSchema,
  Organization: catalog.organizationSchema,
  Period: catalog.periodSchema,
  Team: catalog.teamSchema,
  Deployment: catalog.deploymentSchema,
  Service: catalog.serviceSchema,
  Endpoint: catalog.endpointSchema,
  Sli: catalog.sliSchema,
  Slo: catalog.sloSchema,
  SloVersion: catalog.sloVersionSchema,
  Release: catalog.releaseSchema,
  Build: buildSchema,
  CatalogState: catalogState.catalogStateSchema,
  TargetChange: catalogState.targetChangeSchema,
  PeriodBudget: budget.periodBudgetSchema,
  BudgetSummary: budget.budgetSummarySchema,
  BudgetColumns: history.budgetColumnsSchema,
  BudgetHistory: history.budgetHistorySchema,
  BurnRateReading: history.burnRateReadingSchema,
  Episode: history.episodeSchema,
  Breach: history.breachSchema,
  Correction: history.correctionSchema,
  RecordedCorrection: corrections.recordedCorrectionSchema,
  StatusBoard: status.statusBoardSchema,
  CorrectionPreview: corrections.correctionPreviewSchema,
  Projection: history.projectionSchema,
  Buckets: history.bucketColumnsSchema,
  KeptBudgets: keptBudgets.keptBudgetsSchema,
  KeptPeriod: keptBudgets.keptPeriodSchema,
  OnCallList: onCall.onCallListSchema,
  Situation: onCall.situationSchema,
  Runbook: catalog.runbookSchema,
  Feed: feed.feedSchema,
  Incident: records.incidentSchema,
  Ticket: records.ticketSchema,
  Rotation: records.rotationSchema,
  EndpointFigures: records.endpointFiguresSchema,
  ReportedBreach: records.reportedBreachSchema,
  Me: access.meSchema,
  ApiToken: access.apiTokenSchema,
  AuditEntry: access.auditEntrySchema,
  LiveChange: liveChangeSchema,
  ...ingestResources,
  BudgetState: budgetStateSchema,
  Instant: instantSchema,
  Slug: slugSchema,
}

const components = namedComponents()

function pathObjects(): JsonObject {
  const ids = Map.groupBy(operationIds, (id) => operations[id].path)
  return Object.fromEntries(
    [...ids].map(([path, those]) => [
      path,
      Object.fromEntries(those.map((id) => [methodOf(id), operationObject(id)])),
    ]),
  )
}

/** What stands beside the documents that pages are made of. */
function otherAnswer(
  operation: Operation,
  { operationId, summary, description, parameters, answer }: OtherAnswer,
): JsonObject {
  return {
    operationId,
    summary,
    description: [description, permissionNote(operation)].filter((note) => note !== undefined).join(' '),
    parameters: parameters ?? queryParameters(operation.query),
    security: security(operation),
    responses: {
      200: answer,
      ...Object.fromEntries(refusals(operation).map((status) => [status, problemAnswer(status)])),
    },
  }
}

function methodOf(id: OperationId): string {
  const { method }: Operation = operations[id]
  return (method ?? 'GET').toLowerCase()
}

function operationObject(id: OperationId): JsonObject {
  const operation: Operation = operations[id]
  const { path, query, summary } = operation
  return {
    operationId: id,
    summary,
    description: [operationNotes[id], permissionNote(operation)]
      .filter((note) => note !== undefined)
      .join(' '),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...requestBody(id),
    security: security(operation),
    responses: {
      200: {
        description: summary,
        content: {
          'application/json': { schema: reference(components.get(operations[id].response)?.id ?? '') },
        },
      },
      ...Object.fromEntries(refusals(operation).map((status) => [status, problemAnswer(status)])),
    },
  }
}

function pathParameters(path: string): readonly JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: plainSchema(slugSchema),
    ...described(name),
  }))
}

function queryParameters(query: z.core.$ZodObject): readonly JsonObject[] {
  const shape: Readonly<Record<string, z.core.$ZodType>> = query._zod.def.shape
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: schema._zod.optin !== 'optional',
    schema: plainSchema(schema),
    ...described(name),
  }))
}

function described(name: string): JsonObject {
  const description = parameterNotes[name]
  return description === undefined ? {} : { description }
}

function permissionNote({ permission }: Operation): string {
  const { any, own } = rolesFor(permission?.action ?? 'read')
  if (any.length === roles.length) return 'For every role.'
  const owners = own.length === 0 ? '' : `; for what is their own: ${own.join(', ')}`
  return `Roles: ${any.join(', ')}${owners}.`
}

/** Either will do; where no scope is named only a person may. */
function security({ permission }: Operation): readonly JsonObject[] {
  const scope = scopeFor(permission?.action ?? 'read')
  return [{ session: [] }, ...(scope === null ? [] : [{ token: scope === 'every' ? [] : [scope] }])]
}

function requestBody(id: OperationId): JsonObject {
  const operation: Operation = operations[id]
  if (operation.body === undefined) return {}
  const schema = reference(components.get(operation.body)?.id ?? '')
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

const writeRefusals: readonly ProblemCode[] = [
  'conflict',
  'cross-site',
  'body-too-large',
  'unsupported-media-type',
]

/** Only what names something can be looked for in vain, and only what is sent can be of the wrong kind. */
function refusals({ path, method }: Operation): readonly number[] {
  const codes = (Object.keys(problemCodes) as ProblemCode[]).filter(
    (code) =>
      code !== 'method-not-allowed' &&
      (code !== 'not-found' || path.includes('{')) &&
      (method !== undefined || !writeRefusals.includes(code)),
  )
  return [...new Set(codes.map((code) => problemCodes[code].status))].toSorted((a, b) => a - b)
}

function problemAnswer(status: number): JsonObject {
  const titles = Object.values(problemCodes).flatMap((problem) =>
    problem.status === status ? [problem.title] : [],
  )
  return {
    description: titles.join('; '),
    content: { 'application/problem+json': { schema: reference('Problem') } },
  }
}

function componentSchemas(): JsonObject {
  // As input, so that fields added later do not break those who check answers against this document.
  const { schemas } = z.toJSONSchema(components, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]))
}

function plainSchema(schema: z.core.$ZodType): JsonObject {
  return withoutIdentity(z.toJSONSchema(schema, { io: 'input' }))
}

/** OpenAPI 3.1 speaks this dialect by default, and names its schemas by where they stand. */
function withoutIdentity({ $schema: _dialect, $id: _id, ...schema }: JsonObject): JsonObject {
  return schema
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` }
}

/** A resource by its own name; an answer that is none after its operation. */
function namedComponents() {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(resources)) registry.add(schema, { id })
  for (const id of operationIds) {
    const { response } = operations[id]
    if (!registry.has(response)) registry.add(response, { id: `${capitalized(id)}Response` })
    const { body }: Operation = operations[id]
    if (body !== undefined && !registry.has(body)) registry.add(body, { id: `${capitalized(id)}Request` })
  }
  return registry
}

function capitalized(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}`
}
