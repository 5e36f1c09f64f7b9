import { describe, expect, test } from 'vitest'
import * as z from 'zod'

import { localPerson } from '../access/local-person.ts'
import { openApiDocument } from '../openapi.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'
import type { IngestStore } from '../ingest-store.ts'
import { createIngestApp } from './ingest-app.ts'
import { bucket, build, incident, release, rotation, stat, ticket } from './testing/sent-records.ts'

const documentShape = z.object({
  paths: z.record(
    z.string(),
    z.object({
      post: z.optional(
        z.object({
          requestBody: z.object({
            content: z.object({
              'application/x-ndjson': z.object({ schema: z.object({ $ref: z.string() }) }),
            }),
          }),
        }),
      ),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
})
const whole = openApiDocument()
const ingest = Object.entries(
  z.object({ paths: z.record(z.string(), z.unknown()) }).parse(whole).paths,
).filter(([path]) => path.startsWith('/api/ingest/'))
const described = documentShape.parse({ ...whole, paths: Object.fromEntries(ingest) })

const lines: Readonly<Record<string, object>> = {
  buckets: bucket,
  'endpoint-stats': stat,
  incidents: incident,
  tickets: ticket,
  rotations: rotation,
  releases: release,
  builds: build,
}

test('the document describes every address that takes lines, and no other', () => {
  const fail = () => Promise.reject(new Error('not asked for'))
  const store: IngestStore = {
    as: () => store,
    writeBuckets: fail,
    refusedFineBucket: () => null,
    writeEndpointStats: fail,
    writeReleases: fail,
    writeBuilds: fail,
    writeIncidents: fail,
    writeTickets: fail,
    writeRotations: fail,
    writeBreaches: fail,
    changeIncident: fail,
  }
  const { routes } = createIngestApp({ deps: tinyOrganization(), store, authorize: async () => localPerson })
  expect(Object.keys(described.paths).toSorted()).toEqual(routes.toSorted())
})

describe.each(Object.entries(lines))('a line of %s', (kind, line) => {
  const reference =
    described.paths[`/api/ingest/${kind}`]?.post?.requestBody.content['application/x-ndjson'].schema.$ref
  const text = JSON.stringify({ $defs: described.components.schemas, $ref: reference })
  const schema = z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))

  test('is as the document says', () => {
    expect(schema.safeParse(line).error).toBeUndefined()
    expect(schema.safeParse({ ...line, colour: 'red' }).success).toBe(false)
  })
})
