import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { createOrganization } from '../../../mocks/organization/organization.ts'
import { isoFromHour } from '../../../src/domain/hours.ts'
import type { SeriesKey } from '../../ports.ts'
import { apiClient } from '../../testing/api-client.ts'
import { sqlHosts, type TestDatabases } from '../../testing/sql-hosts.ts'
import { NOW, NOW_HOUR } from '../../testing/tiny-organization.ts'
import { feedOrganization } from './feed-organization.ts'
import { seedOnce } from './seed.ts'
import { readSimulation, type Simulation } from './simulation-rows.ts'
import { readState } from './snapshot.ts'
import { createSqlStore } from './sql-store.ts'
import type { Sql } from './sql.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const HOUR_MS = 3_600_000
const simulation: Simulation = { anchorHour: NOW_HOUR, seed: 7, serviceCount: 1 }
const at = (hours: number) => () => NOW + hours * HOUR_MS
const organization = (hours: number, made = simulation) => createOrganization({ ...made, now: at(hours) })
const wholeList = { after: null, limit: 100_000 }
const quiet = { onProgress: () => undefined, isStopping: () => false }
const report = (error: unknown) => {
  throw error
}

test('a simulated organization has bad events in the year to come as in the past: its stories do not end', async () => {
  const { buckets, catalog } = organization(9_000)
  const { slos } = await catalog()
  const badByPeriod = new Map<number, number>()
  for (const { id, deployments } of slos) {
    for (const deployment of deployments) {
      const { hour, good, total } = await buckets.read({ sloId: id, deployment }, NOW_HOUR, NOW_HOUR + 9_000)
      for (let row = 0; row < hour.length; row += 1) {
        const period = Math.floor((hour[row] ?? 0) / 672)
        const bad = (total[row] ?? 0) - (good[row] ?? 0)
        badByPeriod.set(period, (badByPeriod.get(period) ?? 0) + bad)
      }
    }
  }
  expect(badByPeriod.size).toBeGreaterThan(12)
  expect([...badByPeriod.values()].every((bad) => bad > 0)).toBe(true)
})

describe.each(sqlHosts)('a simulated organization kept on $host', ({ start }) => {
  let databases: TestDatabases
  let sql: Sql
  beforeAll(async () => {
    databases = await start()
    sql = await databases.migrated()
    await seedOnce(sql, { source: lately(organization(0)), simulation, onProgress: () => undefined })
  }, 120_000)
  afterAll(() => databases.stop())

  test('goes on as the same one, a later period and a year among the hours', async () => {
    const made = await readSimulation(sql)
    expect(made).toEqual(simulation)
    for (const hours of [1, 100, 1_100]) {
      await feedOrganization(sql, organization(hours, made ?? simulation), quiet)
      const store = createSqlStore(sql, { now: at(hours), report })
      const [held, meant] = [store, organization(hours)]
      expect(await held.buckets.nowHour()).toBe(NOW_HOUR + hours)
      const last = { fromHour: NOW_HOUR + hours - 200, toHour: NOW_HOUR + hours + 1 }
      expect(await held.releases.list(last)).toEqual(await meant.releases.list(last))
      expect(await held.builds.list(last)).toEqual(await meant.builds.list(last))
      const told = ({ records }: typeof meant) =>
        records.tickets({ from: isoFromHour(NOW_HOUR), to: isoFromHour(NOW_HOUR + hours) }, wholeList)
      expect(await told(held)).toEqual(await told(meant))
      for (const series of await seriesOf(held)) {
        const read = ({ buckets }: typeof meant) => buckets.read(series, NOW_HOUR - 500, NOW_HOUR + hours)
        expect(textOf(await read(held)), series.sloId).toBe(textOf(await read(meant)))
      }
    }
    const held = apiClient(createSqlStore(sql, { now: at(1_100), report }))
    const meant = apiClient(organization(1_100))
    const then = { at: isoFromHour(NOW_HOUR + 50), window: 'current-period' as const, limit: 500 }
    for (const list of ['listRecoveryTrend', 'listTicketTrend', 'listOnCallRotations'] as const)
      expect(await held.read(list, then), list).toEqual(await meant.read(list, then))
  })

  test('that was interrupted goes on where it stopped, and two servers feed it once', async () => {
    // From wherever the test before has left it.
    const fromHour = (await readState(sql)).upToHour ?? NOW_HOUR
    const hours = fromHour - NOW_HOUR + 200
    let writes = 0
    const isStopping = () => (writes += 1) > 2
    expect(await feedOrganization(sql, organization(hours), { ...quiet, isStopping })).toBe(96)
    const both = [1, 2].map(() => feedOrganization(sql, organization(hours), quiet))
    await Promise.all(both)
    const store = createSqlStore(sql, { now: at(hours), report })
    const source = organization(hours)
    for (const series of await seriesOf(store)) {
      const [held, meant] = [store, source].map(({ buckets }) =>
        buckets.read(series, fromHour - 9, fromHour + 200).then(textOf),
      )
      expect(await held).toBe(await meant)
    }
    expect(await feedOrganization(sql, organization(hours), quiet)).toBe(0)
  })
})

/** What goes on does not depend on how long it has been. */
function lately(source: ReturnType<typeof organization>): typeof source {
  const { buckets } = source
  const read: typeof buckets.read = (series, fromHour, toHour) =>
    buckets.read(series, Math.max(fromHour, NOW_HOUR - 1_500), toHour)
  return { ...source, buckets: { ...buckets, read } }
}

async function seriesOf({ catalog }: Pick<ReturnType<typeof organization>, 'catalog'>): Promise<SeriesKey[]> {
  return (await catalog()).slos.flatMap(({ id, deployments }) =>
    deployments.map((deployment) => ({ sloId: id, deployment })),
  )
}

function textOf(columns: Readonly<Record<'hour' | 'good' | 'total', ArrayLike<number>>>): string {
  return [columns.hour, columns.good, columns.total].map((column) => Array.from(column).join()).join(';')
}
