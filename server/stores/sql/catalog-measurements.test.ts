import { describe, expect, test, vi } from 'vitest'

import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { shortOrganization } from '../../testing/tiny-organization.ts'
import { readMeasurements } from './catalog-measurements.ts'

vi.setConfig({ testTimeout: 60_000 })

describe.each(sqlHosts)('what is measured on $host', ({ start }) => {
  const databases = databasesOf(start)

  test('simulated series are not, coded ones are by queries of their own deployment', async () => {
    const sql = await databases.migratedForTest()
    await storeOrganization(sql, shortOrganization())
    expect(await readMeasurements(sql)).toEqual([])

    const query = (promql: string) => ({ promql, reading: 'events', source: 'main' }) as const
    const method = { kind: 'occurrences' }
    const definition = {
      method,
      measurement: { kind: 'ratio', of: 'good', ratio: query('up{at="{{.deployment}}"}[{{.window}}]') },
    }
    await sql.query(`update slo set definition = $1::jsonb where id = 'cart.availability.get-cart'`, [
      JSON.stringify(definition),
    ])
    const measured = await readMeasurements(sql)
    expect(measured).toMatchObject(
      ['north', 'lab'].map((deployment) => ({
        sloId: 'cart.availability.get-cart',
        deployment,
        method,
        measurement: { kind: 'ratio', of: 'good', ratio: query(`up{at="${deployment}"}[{{.window}}]`) },
      })),
    )
    expect(new Set(measured.map(({ seriesId }) => seriesId)).size).toBe(2)
  })
})
