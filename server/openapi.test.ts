import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { csvPath } from '../src/contract/csv.ts'
import { csvOperationIds, operations, type Operation, type OperationId } from '../src/contract/operations.ts'
import { isTable } from '../src/contract/table-columns.ts'
import { openApiDocument } from './openapi.ts'
import { addressOf, apiClient, sending } from './testing/api-client.ts'
import { exampleWrite, writeIds, type WriteId } from './testing/example-writes.ts'
import { recordWithdrawn, WITHDRAWN } from './testing/recorded-correction.ts'
import { recordsWithIncident } from './testing/tiny-incident.ts'
import { tinyOrganization } from './testing/tiny-organization.ts'

const content = z.record(z.string(), z.object({ schema: z.object({ $ref: z.optional(z.string()) }) }))
const described = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      description: z.string(),
      schema: z.looseObject({}),
    }),
  ),
  requestBody: z.optional(z.object({ required: z.literal(true), content })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.object({ content })),
})
const documentShape = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), described)),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({})),
  }),
})

const deps = tinyOrganization({ deps: { records: recordsWithIncident() } })
const client = apiClient(deps)
await recordWithdrawn(deps)
await client.write('writeExpectation', await exampleWrite('writeExpectation', client))
await client.write('writeDecision', await exampleWrite('writeDecision', client))
const served = documentShape.parse(await (await client.api.request('/api/openapi.json')).json())
const operationIds = Object.keys(operations) as OperationId[]
const params = {
  slo: 'cart.availability.get-cart',
  deployment: 'north',
  team: 'buying',
  breach: 'cart.latency.get-cart.north.2026-11-04-02',
  decision: 'reliability-first',
  expectation: 'within-budget',
  perception: 'users-2026-10',
  request: 'custom-slis',
  bullet: 'b-1',
  bottleneck: 'sre.latency.cart',
  enactment: 'buying-policy.fast-burn.cart.latency.get-cart.north.2026-11-04-06',
  policy: 'buying-policy',
  clause: 'dead-letters',
  correction: WITHDRAWN,
  assessment: 'organization.2026-11-02',
  service: 'cart',
  review: 'slo-check.buying',
  day: '2026-11-10',
}

/** Most addresses answer without being asked for anything in particular. */
const neededQueries: Readonly<Partial<Record<OperationId, Readonly<Record<string, string>>>>> = {
  readBuckets: { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z' },
  readRuleReplay: {
    slo: 'cart.availability.get-cart',
    deployment: 'north',
    window: '60',
    share: '200',
    evaluation: '5',
    snooze: '120',
  },
  readTargetChange: { target: '0.9' },
  readPlannedDowntime: { service: 'cart', deployment: 'north' },
  readApiConsumption: { service: 'cart', deployment: 'north' },
  readTighterSlo: { slo: 'cart.availability.get-cart' },
  readSetSlo: { service: 'cart' },
}

test('the document that is served is the one that is made', () => {
  expect(served).toEqual(documentShape.parse(openApiDocument()))
  expect(served.openapi).toMatch(/^3\.1\./)
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(openApiDocument()).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, target]) => target,
  )
  expect(references.length).toBeGreaterThan(operationIds.length)
  for (const target of references) {
    expect(Object.keys(served.components.schemas).map((name) => `#/components/schemas/${name}`)).toContain(
      target,
    )
  }
})

describe.each(operationIds)('%s', (id) => {
  const operation: Operation = operations[id]
  const described = served.paths[operation.path]?.[(operation.method ?? 'GET').toLowerCase()]

  test('is described with every parameter it takes, each in words', () => {
    expect(described?.operationId).toBe(id)
    const names = [...operations[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(described?.parameters.map(({ name }) => name)).toEqual([
      ...names,
      ...Object.keys(operations[id].query._zod.def.shape),
    ])
  })

  test('answers as the document says', async () => {
    const query = neededQueries[id] ?? {}
    const write = writeIds.find((name) => name === id)
    const response =
      write === undefined ? await client.api.request(addressOf(id, query, params)) : await sentExample(write)
    expect(response.status).toBe(200)
    const schema = schemaOf('200', 'application/json')
    expect(schema.safeParse(await response.json()).error).toBeUndefined()
    expect(schema.safeParse({}).success).toBe(false)
  })

  test('refuses as the document says', async () => {
    const address = addressOf(id, { colour: 'red' }, { ...params, token: 'a1b2' })
    const response = await client.api.request(address, sending(id))
    expect(schemaOf('400', 'application/problem+json').safeParse(await response.json()).error).toBeUndefined()
  })

  test('says what is sent, and takes what it describes', async () => {
    const sent = described?.requestBody?.content['application/json']?.schema.$ref
    expect(sent === undefined).toBe(operation.body === undefined)
    const write = writeIds.find((name) => name === id)
    if (sent === undefined || write === undefined) return
    const { body } = await exampleWrite(write, client)
    expect(schemaAt(sent).safeParse(body).error).toBeUndefined()
    expect(schemaAt(sent).safeParse({ colour: 'red' }).success).toBe(false)
  })

  test('names ways to be known that the document explains', () => {
    for (const way of described?.security.flatMap((ways) => Object.keys(ways)) ?? []) {
      expect(Object.keys(served.components.securitySchemes)).toContain(way)
    }
    expect(described?.security.length).toBeGreaterThan(0)
  })

  async function sentExample(write: WriteId): Promise<Response> {
    const { params: names, body } = await exampleWrite(write, client)
    return client.api.request(addressOf(write, {}, names), sending(write, body))
  }

  function schemaOf(status: string, type: string) {
    return schemaAt(described?.responses[status]?.content[type]?.schema.$ref ?? '')
  }
})

/** Read once each: every answer that refuses is described by the same. */
const schemas = new Map<string, z.ZodType>()

function schemaAt(reference: string): z.ZodType {
  const schema = schemas.get(reference) ?? z.fromJSONSchema(definedBy(nameOf(reference)))
  schemas.set(reference, schema)
  return schema
}

const nameOf = (reference: string) => reference.replace('#/components/schemas/', '')

/** The reader of JSON Schema looks for definitions in the schema itself; with all there are it takes ten times as long. */
function definedBy(name: string) {
  const $defs: Record<string, z.core.JSONSchema.JSONSchema> = {}
  const names = [name]
  for (let next = names.pop(); next !== undefined; next = names.pop()) {
    if (next in $defs) continue
    const text = JSON.stringify(served.components.schemas[next]).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    )
    $defs[next] = JSON.parse(text)
    names.push(...[...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, inside = '']) => inside))
  }
  return { $defs, $ref: `#/$defs/${name}` }
}

test.each(csvOperationIds)(
  '%s is described as a file too, with all but the pages, and columns to choose',
  (id) => {
    const described = served.paths[csvPath(operations[id])]?.['get']
    const { cursor: _cursor, limit: _limit, ...shape } = operations[id].query._zod.def.shape
    expect(described?.operationId).toBe(`${id}AsCsv`)
    const columns = isTable(id) ? ['columns'] : []
    expect(described?.parameters.map(({ name }) => name)).toEqual([...Object.keys(shape), ...columns])
    expect(JSON.stringify(described?.responses['200'])).toContain('text/csv')
  },
)
