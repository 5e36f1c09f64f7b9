import { describe, expect, test } from 'vitest'

import { readCatalog } from '../../sources/slo-as-code/read-catalog.ts'
import type { SloCatalog } from '../../sources/slo-as-code/slo-catalog.ts'
import { openSloText } from '../../sources/slo-as-code/testing/texts.ts'
import { isoFromHour } from '../../../src/domain/hours.ts'
import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { NOW } from '../../testing/tiny-organization.ts'
import { applyCatalog } from './catalog-apply.ts'
import { planCatalog } from './catalog-plan.ts'
import { readCodedCatalog } from './coded-catalog-rows.ts'
import { createRecordReader } from './record-reader.ts'
import { upsertRotations } from './record-writer.ts'
import type { Sql } from './sql.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const TEXT = `${openSloText({ objective: 'target: 0.99' })}---
apiVersion: sre-indicators/v1
kind: Team
metadata: {name: sellers}
spec: {services: [shop]}
---
apiVersion: sre-indicators/v1
kind: Rotation
metadata: {name: days, displayName: Days of the shop}
spec:
  team: sellers
  timeZone: Europe/Berlin
  shifts: [{weekdays: [mon, fri], from: '08:00', to: '18:00'}]
  primaryPeople: 1
  backupPeople: 2
`
const { catalog } = readCatalog([{ name: 'a.yaml', text: TEXT }])

describe.each(sqlHosts)('rotations on $host', ({ start }) => {
  const databases = databasesOf(start)

  async function apply(sql: Sql, wanted: SloCatalog, at = NOW) {
    const application = { author: 'Ada', reason: '', source: 'slos', origins: new Map(), reasons: new Map() }
    await applyCatalog(sql, planCatalog(await readCodedCatalog(sql), wanted), { ...application, at })
  }

  test('of the files stand with those that are told, until a tool tells of them', async () => {
    const sql = await databases.migratedForTest()
    await apply(sql, catalog)
    const held = async () => createRecordReader(sql).rotations({}, { after: null, limit: 10 })
    const { items, totalCount } = await held()
    expect(totalCount).toBe(1)
    expect(items).toEqual([
      {
        team: 'sellers',
        id: 'days',
        name: 'Days of the shop',
        services: ['shop'],
        deployments: catalog.rotations[0]?.deployments,
        timeZone: 'Europe/Berlin',
        shifts: [{ weekdays: ['mon', 'fri'], from: '08:00', to: '18:00' }],
        primaryPeople: 1,
        backupPeople: 2,
        sharedPeople: null,
        since: '2026-11-18T03:10:00Z',
        until: null,
        url: null,
      },
    ])

    const told = items.map((one) => ({ ...one, since: '2026-11-01T00:00:00Z', primaryPeople: 3 }))
    await upsertRotations(sql, told, { at: NOW })
    expect((await held()).items).toEqual(told)

    await sql.query('delete from reported_rotation')
    await apply(sql, { ...catalog, rotations: [] })
    expect((await held()).items).toEqual([])
  })

  test('of the files are what they were by any hour, whatever the files have said since', async () => {
    const sql = await databases.migratedForTest()
    const nowHour = Math.floor(NOW / HOUR_MS)
    const withPeople = (primaryPeople: number) => ({
      ...catalog,
      rotations: catalog.rotations.map((rotation) => ({ ...rotation, primaryPeople })),
    })
    const versions = [catalog, withPeople(4), { ...catalog, rotations: [] }, withPeople(5)]
    for (const [day, one] of versions.entries()) {
      await apply(sql, one, NOW + day * DAY_MS)
      await apply(sql, one, NOW + day * DAY_MS + HOUR_MS)
    }
    const peopleAt = async (knownUntil: number) => {
      const range = { to: isoFromHour(knownUntil + 1), knownUntil }
      const { items } = await createRecordReader(sql).rotations(range, { after: null, limit: 10 })
      return items.map(({ primaryPeople, since }) => [primaryPeople, since])
    }
    const [first, last] = ['2026-11-18T03:10:00Z', '2026-11-21T03:10:00Z']
    expect(await peopleAt(nowHour - 1)).toEqual([])
    expect(await peopleAt(nowHour)).toEqual([[1, first]])
    expect(await peopleAt(nowHour + 24)).toEqual([[4, first]])
    expect(await peopleAt(nowHour + 47)).toEqual([[4, first]])
    expect(await peopleAt(nowHour + 48)).toEqual([])
    expect(await peopleAt(nowHour + 72)).toEqual([[5, last]])
  })
})
