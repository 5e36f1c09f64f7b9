import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { operations, type OperationId } from '../src/contract/operations.ts'
import { openApiDocument } from './openapi.ts'
import { addressOf, apiClient } from './testing/api-client.ts'
import { tinyOrganization } from './testing/tiny-organization.ts'

const documentShape = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        summary: z.string(),
        parameters: z.array(
          z.object({
            name: z.string(),
            in: z.string(),
            required: z.boolean(),
            description: z.string(),
            schema: z.looseObject({}),
          }),
        ),
        responses: z.record(
          z.string(),
          z.object({ content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })) }),
        ),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
})

const client = apiClient(tinyOrganization())
const served = documentShape.parse(await (await client.api.request('/api/openapi.json')).json())
const operationIds = Object.keys(operations) as OperationId[]
const params = { slo: 'cart.availability.get-cart', deployment: 'north' }

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
  const described = served.paths[operations[id].path]?.get

  test('is described with every parameter it takes, each in words', () => {
    expect(described?.operationId).toBe(id)
    const names = [...operations[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(described?.parameters.map(({ name }) => name)).toEqual([
      ...names,
      ...Object.keys(operations[id].query._zod.def.shape),
    ])
  })

  test('answers as the document says', async () => {
    const query = id === 'readBuckets' ? { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z' } : {}
    const response = await client.api.request(addressOf(id, query, params))
    expect(response.status).toBe(200)
    const schema = schemaOf('200', 'application/json')
    expect(schema.safeParse(await response.json()).error).toBeUndefined()
    expect(schema.safeParse({}).success).toBe(false)
  })

  test('refuses as the document says', async () => {
    const response = await client.api.request(addressOf(id, { colour: 'red' }, params))
    expect(schemaOf('400', 'application/problem+json').safeParse(await response.json()).error).toBeUndefined()
  })

  function schemaOf(status: string, type: string) {
    const reference = described?.responses[status]?.content[type]?.schema.$ref ?? ''
    // The reader of JSON Schema looks for definitions in the schema itself.
    const text = JSON.stringify({ $defs: served.components.schemas, $ref: reference })
    return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))
  }
})
