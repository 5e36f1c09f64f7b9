import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { localPerson } from '../access/local-person.ts'
import { createAlertmanagerApp } from '../ingest/alertmanager-app.ts'
import { alertmanagerSettingsSchema } from '../settings/alertmanager-settings.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import { ALERTMANAGER, startAlertmanager, type AlertmanagerProcess } from '../testing/alertmanager-process.ts'
import { apiClient } from '../testing/api-client.ts'
import { isInstalled } from '../testing/installed-program.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'

vi.setConfig({ testTimeout: 120_000 })

const [, postgres] = sqlHosts
const patiently = { timeout: 100_000, interval: 100 }

// Debian's package prometheus-alertmanager; .ci/run brings it.
describe.skipIf(!isInstalled(ALERTMANAGER))('a real Alertmanager', () => {
  let databases: TestDatabases
  let server: Server
  let alertmanager: AlertmanagerProcess
  let client: ReturnType<typeof apiClient>
  let notifications = 0
  const warnings: unknown[] = []

  beforeAll(async () => {
    databases = await postgres.start()
    const sql = await databases.migrated()
    const deps = await storeOrganization(sql, tinyOrganization())
    client = apiClient(deps)
    const app = createAlertmanagerApp({
      deps,
      store: createIngestStore(sql, { now: () => NOW }),
      authorize: async () => localPerson,
      settings: alertmanagerSettingsSchema.parse({}),
      warn: (message) => void warnings.push(message),
    })
    const answer = getRequestListener((request) => {
      notifications += 1
      return app.fetch(request)
    })
    server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    alertmanager = await startAlertmanager(`http://127.0.0.1:${port}/api/webhooks/alertmanager`)
  }, 120_000)
  afterAll(async () => {
    await alertmanager.stop()
    server.closeAllConnections()
    server.close()
    await databases.stop()
  })

  test('posts an alert that becomes a breach once, however often it is repeated, and ends it', async () => {
    const labels = {
      alertname: 'CartBudgetBurn',
      sloth_service: 'cart',
      sloth_slo: 'get-cart',
      sre_indicators_slo: 'cart.availability.get-cart',
      sloth_severity: 'page',
      deployment: 'north',
    }
    const startsAt = new Date().toISOString()
    const annotations = { summary: 'Cart burns its budget' }
    await alertmanager.post([
      { labels, annotations, startsAt, generatorURL: 'http://prometheus.example/graph' },
      { labels: { alertname: 'HostDown', severity: 'page' }, startsAt },
      { labels: { alertname: 'Lost', slo: 'cart.availability.nothing', severity: 'page' }, startsAt },
    ])
    const breaches = async () => (await client.read('listBreaches', { service: 'cart' })).items
    await vi.waitFor(async () => expect(await breaches()).toHaveLength(1), patiently)
    expect(await breaches()).toMatchObject([
      {
        slo: 'cart.availability.get-cart',
        deployment: 'north',
        severity: 'page',
        rule: 'CartBudgetBurn',
        startedAt: `${startsAt.slice(0, 19)}Z`,
        endedAt: null,
        summary: 'Cart burns its budget',
        url: 'http://prometheus.example/graph',
      },
    ])
    const seen = notifications
    await vi.waitFor(() => expect(notifications).toBeGreaterThan(seen + 3), patiently)
    expect(await breaches()).toHaveLength(1)
    await vi.waitFor(
      () => expect(warnings).toContain('The alert Lost is no breach of a known SLO'),
      patiently,
    )

    await alertmanager.post([{ labels, annotations, startsAt, endsAt: new Date().toISOString() }])
    await vi.waitFor(async () => expect((await breaches())[0]?.endedAt).not.toBeNull(), patiently)
    expect(await breaches()).toHaveLength(1)
    expect((await client.read('listBreaches', { open: 'only' })).items).toEqual([])
  })
})
