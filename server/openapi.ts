import * as z from 'zod/mini'

import * as budget from '../src/contract/budget.ts'
import * as catalog from '../src/contract/catalog.ts'
import { budgetStateSchema, instantSchema, slugSchema } from '../src/contract/common.ts'
import { operations, type OperationId } from '../src/contract/operations.ts'
import { problemCodes, problemSchema } from '../src/contract/problem.ts'
import * as records from '../src/contract/records.ts'
import { operationNotes, parameterNotes } from './openapi-notes.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Made of the very schemas that check requests and that the browser parses answers with. */
export function openApiDocument(): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Service levels, error budgets and their history',
      version: '1',
      description:
        'Instants are RFC 3339 in UTC. Lists come in pages: ask for the next with `cursor` until `nextCursor` is null. ' +
        'Parameters that are unknown, repeated or wrong are refused with 400. Every refusal is an RFC 9457 problem document.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(operationIds.map((id) => [operations[id].path, { get: operationObject(id) }])),
    components: { schemas: componentSchemas() },
  }
}

const operationIds = Object.keys(operations) as OperationId[]

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
  PeriodBudget: budget.periodBudgetSchema,
  BudgetSummary: budget.budgetSummarySchema,
  BudgetColumns: budget.budgetColumnsSchema,
  BudgetHistory: budget.budgetHistorySchema,
  BurnRateReading: budget.burnRateReadingSchema,
  Episode: budget.episodeSchema,
  Breach: budget.breachSchema,
  Correction: budget.correctionSchema,
  Projection: budget.projectionSchema,
  Buckets: budget.bucketColumnsSchema,
  KeptBudgets: budget.keptBudgetsSchema,
  KeptPeriod: budget.keptPeriodSchema,
  Incident: records.incidentSchema,
  Ticket: records.ticketSchema,
  Rotation: records.rotationSchema,
  EndpointFigures: records.endpointFiguresSchema,
  ReportedBreach: records.reportedBreachSchema,
  BudgetState: budgetStateSchema,
  Instant: instantSchema,
  Slug: slugSchema,
}

const components = namedComponents()

function operationObject(id: OperationId): JsonObject {
  const { path, query, summary } = operations[id]
  const notes = operationNotes[id]
  return {
    operationId: id,
    summary,
    ...(notes === undefined ? {} : { description: notes }),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    responses: {
      200: {
        description: summary,
        content: {
          'application/json': { schema: reference(components.get(operations[id].response)?.id ?? '') },
        },
      },
      ...Object.fromEntries(refusals(path).map((status) => [status, problemAnswer(status)])),
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

/** Only what names something can be looked for in vain. */
function refusals(path: string): readonly number[] {
  const statuses = new Set<number>(Object.values(problemCodes).map(({ status }) => status))
  statuses.delete(problemCodes['method-not-allowed'].status)
  if (!path.includes('{')) statuses.delete(problemCodes['not-found'].status)
  return [...statuses].toSorted((a, b) => a - b)
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
    if (!registry.has(response))
      registry.add(response, { id: `${id.charAt(0).toUpperCase()}${id.slice(1)}Response` })
  }
  return registry
}
