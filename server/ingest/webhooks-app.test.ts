import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { readSettings, SettingsError } from '../settings/settings.ts'
import { webhooksSettingsSchema, type WebhooksSettings } from '../settings/webhooks-settings.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import { apiClient } from '../testing/api-client.ts'
import { sqlHosts, type TestDatabases } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import { NOW, shortOrganization } from '../testing/tiny-organization.ts'
import { createWebhooksApp } from './webhooks-app.ts'
import { untold } from '../testing/untold.ts'

vi.setConfig({ testTimeout: 60_000 })

const SECRET = 'correct horse'
const EXAMPLE = 'examples/webhooks/sre-indicators.yaml'
const secrets = [
  'GITHUB_WEBHOOK_SECRET',
  'GITLAB_WEBHOOK_TOKEN',
  'PAGERDUTY_WEBHOOK_SECRET',
  'OPSGENIE_WEBHOOK_TOKEN',
  'JIRA_WEBHOOK_SECRET',
]
const environment = { CONFIG: EXAMPLE, ...Object.fromEntries(secrets.map((name) => [name, SECRET])) }
const payload = (name: string) => readFileSync(`examples/webhooks/payloads/${name}.json`, 'utf8')
const hex = (text: string, secret = SECRET) => createHmac('sha256', secret).update(text).digest('hex')

/** As each of the tools signs. */
const signers: Readonly<Record<string, (body: string) => Record<string, string>>> = {
  github: (body) => ({ 'x-hub-signature-256': `sha256=${hex(body)}`, 'x-github-event': 'deployment_status' }),
  gitlab: () => ({ 'x-gitlab-token': SECRET }),
  pagerduty: (body) => ({ 'x-pagerduty-signature': `v1=${hex(body, 'old')},v1=${hex(body)}` }),
  opsgenie: () => ({ 'x-webhook-token': SECRET }),
  jira: (body) => ({ 'x-hub-signature': `sha256=${hex(body)}` }),
}

describe('a signed webhook', () => {
  let databases: TestDatabases
  beforeAll(async () => {
    databases = await sqlHosts[0].start()
  }, 120_000)
  afterAll(() => databases.stop())

  let client: ReturnType<typeof apiClient>
  let warnings: string[]
  let post: (name: string, body: string, headers?: Record<string, string>) => Promise<Response>
  beforeEach(async () => {
    await open(readSettings(environment).webhooks)
  }, 60_000)

  async function open(settings: WebhooksSettings) {
    const sql = await databases.migratedForTest()
    const deps = { ...(await storeOrganization(sql, shortOrganization())), now: () => NOW }
    client = apiClient(deps)
    warnings = []
    const app = createWebhooksApp({
      deps,
      store: createIngestStore(sql, { now: () => NOW }),
      settings,
      secret: () => SECRET,
      warn: (message, { detail }) => void warnings.push(`${message}: ${String(detail)}`),
    })
    post = (name, body, headers) =>
      app.fetch(
        new Request(`http://127.0.0.1/api/webhooks/${name}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...(headers ?? signers[name]?.(body)) },
        }),
      )
  }
  const sendExample = async (name: string, file: string) => (await post(name, payload(file))).json()
  const incidents = async () => (await client.read('listIncidents')).items

  test('of GitHub tells a release, once however often it comes', async () => {
    expect(await sendExample('github', 'github-deployment-status')).toEqual({ kept: true, changed: true })
    expect(await sendExample('github', 'github-deployment-status')).toEqual({ kept: true, changed: false })
    const { items } = await client.read('listReleases', { service: 'cart', deployment: 'north' })
    expect(items[0]).toEqual({
      id: 'github-harbour/cart-3001',
      service: 'cart',
      deployment: 'north',
      version: 'v2.7.0',
      at: '2026-11-12T09:14:05Z',
      ...untold,
    })
  })

  test('of GitLab tells a release, by a token', async () => {
    expect(await sendExample('gitlab', 'gitlab-deployment')).toEqual({ kept: true, changed: true })
    const { items } = await client.read('listReleases', { service: 'search' })
    expect(items).toMatchObject([{ version: '279484c0', at: '2026-11-12T09:20:30Z', deployment: 'north' }])
  })

  test('of PagerDuty tells an incident piece by piece, in whatever order the pieces come', async () => {
    await sendExample('pagerduty', 'pagerduty-resolved')
    await sendExample('pagerduty', 'pagerduty-triggered')
    const whole = {
      id: 'pagerduty-PINC001',
      title: 'Cart answers slowly',
      services: ['cart'],
      createdAt: '2026-11-12T11:00:00Z',
      resolvedAt: '2026-11-12T11:45:00Z',
      priority: 2,
      severity: 'critical',
    }
    expect(await incidents()).toMatchObject([whole])
    await post('pagerduty', payload('pagerduty-resolved').replace('incident.resolved', 'incident.reopened'))
    expect(await incidents()).toMatchObject([{ ...whole, resolvedAt: null }])
  })

  test('of Opsgenie and Jira tell incidents', async () => {
    await sendExample('opsgenie', 'opsgenie-create')
    await post('opsgenie', payload('opsgenie-create').replace('"Create"', '"Close"'))
    await sendExample('jira', 'jira-issue-updated')
    expect(await incidents()).toMatchObject([
      {
        services: ['cart', 'search'],
        priority: 1,
        createdAt: '2026-11-12T12:00:00Z',
        resolvedAt: '2026-11-12T13:30:00Z',
      },
      {
        services: ['search'],
        priority: 1,
        createdAt: '2026-11-12T12:00:00Z',
        resolvedAt: '2026-11-12T12:00:00Z',
      },
    ])
  })

  test.each([
    ['github', {}],
    ['github', { 'x-hub-signature-256': '' }],
    ['github', { 'x-hub-signature-256': hex(payload('github-deployment-status')) }],
    ['github', { 'x-hub-signature-256': `sha256=${hex('something else')}` }],
    ['github', { 'x-hub-signature-256': `sha256=${hex(payload('github-deployment-status'), 'guessed')}` }],
    ['gitlab', { 'x-gitlab-token': `${SECRET}x` }],
    ['gitlab', { 'x-gitlab-token': '' }],
  ])('to %s with %j is nobody’s', async (name, headers) => {
    const body = payload(name === 'github' ? 'github-deployment-status' : 'gitlab-deployment')
    const response = await post(name, body, { 'x-github-event': 'deployment_status', ...headers })
    expect(response.status).toBe(401)
    const text = await response.text()
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(hex(body))
    expect(warnings).toHaveLength(1)
    expect((await client.read('listReleases', { service: 'search' })).items).toEqual([])
  })

  test('that no rule is about is passed over, without a warning', async () => {
    const body = payload('github-deployment-status').replaceAll('"success"', '"pending"')
    expect(await (await post('github', body)).json()).toMatchObject({ kept: false })
    expect(warnings).toEqual([])
  })

  test('of what is not known here is refused by name, and told to the operator', async () => {
    const body = payload('pagerduty-triggered').replace('PSVC001', 'PSVC009')
    const response = await post('pagerduty', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ field: 'service', detail: 'There is no service "psvc009"' })
    expect(warnings).toEqual([expect.stringContaining('psvc009')])
    expect(await incidents()).toEqual([])
  })

  test('that is signed with its time is refused when it is repeated later', async () => {
    await open(
      webhooksSettingsSchema.parse({
        senders: {
          grafana: {
            secretFromEnv: 'GRAFANA_SECRET',
            signature: {
              kind: 'hmac-sha256',
              header: 'X-Grafana-Alerting-Signature',
              timestampHeader: 'X-Grafana-Alerting-Timestamp',
              signs: '{timestamp}:{body}',
            },
            rules: [
              {
                into: 'incidents',
                fields: { id: '{{ body.id }}', services: ['cart'], createdAt: '{{ body.at }}' },
              },
            ],
          },
        },
      }),
    )
    const body = JSON.stringify({ id: 'G-1', at: '2026-11-12T10:00:00Z' })
    const at = (seconds: number) =>
      post('grafana', body, {
        'x-grafana-alerting-timestamp': String(seconds),
        'x-grafana-alerting-signature': hex(`${seconds}:${body}`),
      })
    expect((await at(NOW / 1000 - 299)).status).toBe(200)
    expect((await at(NOW / 1000 - 301)).status).toBe(401)
    expect((await at(Number.NaN)).status).toBe(401)
    const moved = {
      'x-grafana-alerting-timestamp': String(NOW / 1000),
      'x-grafana-alerting-signature': hex(`${NOW / 1000 - 301}:${body}`),
    }
    expect((await post('grafana', body, moved)).status).toBe(401)
  })

  test('of any content is answered, and breaks nothing', async () => {
    const odd = [
      '',
      'null',
      '[]',
      '"text"',
      '{"event":{"event_type":"incident.triggered"}}',
      '{"event":{"event_type":"incident.triggered","data":{"id":"\\u0000","service":{"id":"PSVC001"}}}}',
      '{"event":{"event_type":"incident.triggered","data":{"id":"\\ud800","service":{"id":"PSVC001"}}}}',
      `{"event":{"event_type":"incident.triggered","data":{"id":"${'x'.repeat(5_000)}"}}}`,
      '['.repeat(200_000),
      `${'{"event":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      payload('pagerduty-triggered').replace('Cart answers slowly', '\\u0000\\ud800'),
    ]
    for (const body of odd) expect((await post('pagerduty', body)).status).toBeLessThan(500)
  })
})

test('a mistake in a template stops the start, with what is wrong', () => {
  const wrong = (change: object) =>
    webhooksSettingsSchema.safeParse({ senders: { tool: { ...tool, ...change } } })
  const tool = {
    secretFromEnv: 'TOOL_SECRET',
    signature: { kind: 'token', header: 'X-Token' },
    rules: [{ into: 'incidents', fields: { id: '{{ body.id }}' } }],
  }
  const rule = (change: object) => ({ rules: [{ into: 'incidents', fields: { id: 'x' }, ...change }] })
  expect(wrong({}).success).toBe(true)
  for (const change of [
    rule({ fields: { id: '{{ body.id' } }),
    rule({ fields: { id: '{{ id }}' } }),
    rule({ fields: { id: '{{ body.id | upper }}' } }),
    rule({ fields: { id: '{{ body["id"] }}' } }),
    rule({ fields: { title: '{{ body.id }}' } }),
    rule({ fields: { id: 'x', name: 'y' } }),
    rule({ into: 'releases' }),
    rule({ when: { 'event.type': 'x' } }),
    { rules: [] },
    { signature: { kind: 'hmac-sha1', header: 'X' } },
    { signature: { kind: 'hmac-sha256', header: 'X', timestampHeader: 'Y' } },
  ])
    expect(wrong(change).success, JSON.stringify(change)).toBe(false)
  expect(() => readSettings({ CONFIG: EXAMPLE })).toThrow(SettingsError)
})
