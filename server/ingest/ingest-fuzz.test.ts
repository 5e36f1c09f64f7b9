import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { localPerson } from '../access/local-person.ts'
import { problemSchema } from '../../src/contract/problem.ts'
import { garbageLine, garbageText } from '../testing/garbage.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import { createIngestApp } from './ingest-app.ts'
import { ingestClient, type IngestClient } from './testing/ingest-client.ts'
import { bucket, build, incident, release, rotation, stat, ticket } from './testing/sent-records.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const RUNS = 80

const goodOnes: Readonly<Record<string, object>> = {
  buckets: bucket,
  'endpoint-stats': stat,
  incidents: incident,
  tickets: ticket,
  rotations: rotation,
  releases: release,
  builds: build,
}

let databases: TestDatabases
let client: IngestClient
beforeAll(async () => {
  // The embedded one stands for both: what it refuses, PostgreSQL refuses too.
  const [embedded] = sqlHosts
  databases = await embedded.start()
  client = await ingestClient(await databases.migrated())
})
afterAll(() => databases.stop())

const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/x-ndjson',
      'application/x-ndjson',
      'text/plain',
      ';;',
      'a/b',
    ),
    'content-encoding': fc.constantFrom('gzip', 'identity', 'br', 'nonsense', 'gzip, gzip'),
  },
  { requiredKeys: [] },
)

const separators = ['\n', '\n', '\r\n', '\n\n', '\r', '\u2028', ' ']

test.each(Object.entries(goodOnes))(
  '%s: whatever stands in the lines, good ones are kept and nothing fails inside',
  async (kind, good) => {
    const line = fc.oneof(garbageLine(good), garbageText, fc.constant(JSON.stringify(good)))
    const asked = fc.record({
      lines: fc.array(line, { maxLength: 12 }),
      separator: fc.constantFrom(...separators),
      headers,
      isPacked: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(asked, async (sent) => {
        const text = sent.lines.join(sent.separator)
        const body = sent.isPacked ? gzipSync(text) : new TextEncoder().encode(text)
        const answer = await client.send(kind, new Uint8Array(body), sent.headers)
        expect(client.reported.splice(0), 'causes of failures inside').toEqual([])
        expect(answer.status).toBeLessThan(500)
        if (answer.status >= 400) expect(problemSchema.parse(answer.body).status).toBe(answer.status)
      }),
      { numRuns: RUNS },
    )
    expect(await client.sendLines(kind, [good])).toMatchObject({
      status: 200,
      body: { accepted: 1, refused: 0 },
    })
  },
)

test('every address that takes records is tried', async () => {
  const store = createIngestStore(await databases.migrated(), { now: () => 0 })
  const { routes } = createIngestApp({ deps: client.deps, store, authorize: async () => localPerson })
  const tried = Object.keys(goodOnes).map((kind) => `/api/ingest/${kind}`)
  expect(tried.toSorted()).toEqual(routes.toSorted())
})
