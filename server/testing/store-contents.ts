import {
  endpointStatLineSchema,
  incidentLineSchema,
  rotationLineSchema,
  ticketLineSchema,
} from '../../src/contract/ingest-lines.ts'
import type { ApiDeps } from '../ports.ts'
import { createAccessStore } from '../stores/sql/access/access-store.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { NOW } from './tiny-organization.ts'

export const apiToken = {
  token: {
    id: 'a1',
    name: 'Import',
    prefix: 'sri_a1',
    scopes: ['read' as const],
    createdAt: '2026-11-21T10:00:00Z',
    createdBy: 'Ada',
    expiresAt: '2026-12-21T10:00:00Z',
    lastUsedAt: null,
    revokedAt: null,
  },
  secretHash: 'hash',
}

export async function accessIn(sql: Sql) {
  const { tokens, audit } = createAccessStore(sql)
  return { byHash: await tokens.findByHash('hash'), audit: await audit.list({}, { after: null, limit: 10 }) }
}

export const wholeList = { after: null, limit: 1_000 }

/** One of each kind that other tools tell. */
export async function tellRecords(sql: Sql, verb = 'GET'): Promise<void> {
  const store = createIngestStore(sql, { now: () => NOW })
  const at = '2026-11-10T08:00:00Z'
  const incident = incidentLineSchema.parse({ id: 'INC-1', services: ['cart'], createdAt: at, priority: 2 })
  const ticket = ticketLineSchema.parse({ id: 'T-1', product: 'Shop', isReliability: true, createdAt: at })
  const rotation = rotationLineSchema.parse({
    team: 'buying',
    id: 'R1',
    services: ['cart'],
    deployments: ['north'],
    timeZone: 'UTC',
    shifts: [{ weekdays: ['mon'], from: '08:00', to: '16:00' }],
    primaryPeople: 1,
    backupPeople: 1,
    since: at,
  })
  const stat = endpointStatLineSchema.parse({
    service: 'cart',
    verb,
    path: '/cart',
    deployment: 'north',
    hour: at,
    requests: 3,
    failures: 1,
    latency: { boundsMs: [10.5], counts: [1, 2] },
  })
  await store.writeIncidents([incident])
  await store.writeTickets([ticket])
  await store.writeRotations([rotation])
  await store.writeEndpointStats([stat])
  await store.writeBreaches([
    {
      id: 'B-1',
      slo: 'cart.availability.get-cart',
      deployment: 'north',
      service: 'cart',
      severity: 'page',
      rule: 'fast burn',
      startedAt: at,
      endedAt: null,
      burnRate: 14.4,
      summary: null,
      source: 'alertmanager',
      url: null,
    },
  ])
}

/** Everything the port gives out. */
export async function contentsOf({ catalog, buckets, releases, builds, corrections, records }: ApiDeps) {
  const all = await catalog()
  const series = all.slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ sloId: id, deployment })),
  )
  const [fromHour, nowHour] = [await buckets.fromHour(), await buckets.nowHour()]
  return {
    all,
    fromHour,
    nowHour,
    releases: await releases.list({ fromHour: 0, toHour: nowHour + 1 }),
    builds: await builds.list({ fromHour: 0, toHour: nowHour + 1 }),
    told: await Promise.all([
      records.incidents({}, wholeList),
      records.tickets({}, wholeList),
      records.rotations({}, wholeList),
      records.endpointFigures({}, wholeList),
      records.breaches({}, wholeList),
    ]),
    series: await Promise.all(
      series.map(async (key) => {
        const { hour, good, total } = await buckets.read(key, fromHour, nowHour)
        return {
          ...key,
          lifetime: await buckets.lifetime(key),
          corrections: await corrections.list(key),
          hours: [hour, good, total].map((column) => Array.from(column).join()),
        }
      }),
    ),
  }
}
