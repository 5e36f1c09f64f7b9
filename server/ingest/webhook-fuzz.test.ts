import * as fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { localPerson } from '../access/local-person.ts'
import { problemSchema } from '../../src/contract/problem.ts'
import type { FrontApp } from '../http-app.ts'
import { readSettings } from '../settings/settings.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import { garbageJson } from '../testing/garbage.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import { NOW, shortOrganization } from '../testing/tiny-organization.ts'
import { createAlertmanagerApp } from './alertmanager-app.ts'
import { createWebhooksApp } from './webhooks-app.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const RUNS = 60
const SECRET = 'correct horse'
const PAYLOADS = 'examples/webhooks/payloads'
const secretNames = [
  ...readFileSync('examples/webhooks/sre-indicators.yaml', 'utf8').matchAll(/FromEnv: (\w+)/g),
]
const environment = Object.fromEntries(secretNames.map(([, name = '']) => [name, SECRET]))
const settings = readSettings({ CONFIG: 'examples/webhooks/sre-indicators.yaml', ...environment })

const alerts = {
  version: '4',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'Burn', service: 'cart', slo: 'cart.availability.get-cart', deployment: 'north' },
      annotations: { summary: 'Burning' },
      startsAt: '2026-11-17T05:00:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus/graph',
      fingerprint: 'a1',
    },
  ],
}

let databases: TestDatabases
let apps: readonly FrontApp[]
const causes: unknown[] = []
beforeAll(async () => {
  const [embedded] = sqlHosts
  databases = await embedded.start()
  const sql = await databases.migrated()
  const report = (cause: unknown) => void causes.push(cause)
  const deps = { ...(await storeOrganization(sql, shortOrganization())), now: () => NOW, report }
  const store = createIngestStore(sql, { now: () => NOW })
  const parts = { deps, store, warn: () => undefined }
  apps = [
    createAlertmanagerApp({ ...parts, authorize: async () => localPerson, settings: settings.alertmanager }),
    createWebhooksApp({ ...parts, settings: settings.webhooks, secret: () => SECRET }),
  ]
})
afterAll(() => databases.stop())

/** Signed in every way there is; each receiver looks at its own. */
function signed(body: string): Record<string, string> {
  const digest = createHmac('sha256', SECRET).update(body).digest('hex')
  return {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${digest}`,
    'x-hub-signature': `sha256=${digest}`,
    'x-pagerduty-signature': `v1=${digest}`,
    'x-gitlab-token': SECRET,
    'x-webhook-token': SECRET,
    'x-github-event': 'deployment_status',
  }
}

async function post(path: string, body: string): Promise<Response> {
  const app = apps.find(({ routes }) => routes.includes(path))
  if (app === undefined) throw new Error(`${path} is not answered here`)
  return app.fetch(new Request(`http://127.0.0.1${path}`, { method: 'POST', body, headers: signed(body) }))
}

/** Everything inside, however deep. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [
    [],
    ...Object.entries(value).flatMap(([key, inside]) => placesIn(inside).map((rest) => [key, ...rest])),
  ]
}

function replacedAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const inside: unknown = Reflect.get(Object(value), key)
  const changed = replacedAt(inside, rest, by)
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? changed : item))
  return { ...Object(value), [key]: changed }
}

const payloads = readdirSync(PAYLOADS).map((file) => ({
  path: `/api/webhooks/${file.split(/[-.]/)[0]}`,
  file,
  sent: JSON.parse(readFileSync(`${PAYLOADS}/${file}`, 'utf8')) as unknown,
}))

test.each([{ path: '/api/webhooks/alertmanager', file: 'an alert', sent: alerts }, ...payloads])(
  '$path: whatever takes the place of a part of $file, nothing fails inside',
  async ({ path, sent }) => {
    expect((await post(path, JSON.stringify(sent))).status).toBe(200)
    const place = fc.constantFrom(...placesIn(sent))
    await fc.assert(
      fc.asyncProperty(place, garbageJson, async (where, garbage) => {
        const response = await post(path, JSON.stringify(replacedAt(sent, where, garbage)) ?? '')
        const body: unknown = await response.json()
        expect(causes.splice(0), 'causes of failures inside').toEqual([])
        expect(response.status).toBeLessThan(500)
        if (response.status >= 400) expect(problemSchema.parse(body).status).toBe(response.status)
      }),
      { numRuns: RUNS },
    )
  },
)

test('every receiver is tried', () => {
  const tried = new Set(['/api/webhooks/alertmanager', ...payloads.map(({ path }) => path)])
  expect(apps.flatMap(({ routes }) => routes).filter((route) => !tried.has(route))).toEqual([])
})
