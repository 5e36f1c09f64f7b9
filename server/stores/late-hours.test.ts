import { describe, expect, test, vi } from 'vitest'

import { createApi } from '../api.ts'
import { localPerson } from '../access/local-person.ts'
import { bucketsFromRows } from '../../src/domain/buckets.ts'
import type { ApiDeps } from '../ports.ts'
import { databasesOf, sqlHosts } from '../testing/sql-hosts.ts'
import { storeOrganization } from '../testing/stored-organization.ts'
import {
  DATA_FROM,
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'
import { upsertBuckets } from './sql/bucket-writer.ts'
import { createSqlStore } from './sql/sql-store.ts'
import type { Sql } from './sql/sql.ts'
import { createSummarizer } from './sql/summarizer.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const SERIES = 'cart.availability.get-cart@north'
const CLOSED = '2026-P11'
const LATE_HOUR = PERIOD_START - 30
const AT = Date.parse('2026-11-18T02:40:30Z')

const told = {
  rows: hourlyRows(DATA_FROM, NOW_HOUR),
  lateChanges: [
    {
      fromHour: Math.floor(LATE_HOUR / 24) * 24,
      toHour: Math.floor(LATE_HOUR / 24) * 24 + 24,
      heldFromHour: DATA_FROM,
      heldToHour: NOW_HOUR - 3,
      at: '2026-11-12T09:00:00Z',
    },
  ],
}

type Verdict = Readonly<{ period: Readonly<{ id: string }>; restatedAt?: string; bad: number }>

function asking(deps: ApiDeps) {
  const api = createApi(deps)
  return async (series = SERIES): Promise<ReadonlyMap<string, Verdict>> => {
    const [slo, deployment] = series.split('@')
    const request = new Request(`http://test/api/budgets/${slo}/${deployment}/verdicts?window=last-3-periods`)
    const response = await api.fetch(request, { caller: localPerson })
    const { items }: { items: Verdict[] } = await response.json()
    return new Map(items.map((item) => [item.period.id, item]))
  }
}

const restatedOf = (verdicts: ReadonlyMap<string, Verdict>) =>
  [...verdicts.values()].flatMap(({ period, restatedAt }) => (restatedAt ? [[period.id, restatedAt]] : []))

test('in memory a period that hours came late to says when', async () => {
  const ask = asking(tinyOrganization({ series: { [SERIES]: told } }))
  expect(restatedOf(await ask())).toEqual([[CLOSED, '2026-11-12T09:00:00Z']])
  expect(restatedOf(await ask('cart.availability.get-cart@lab'))).toEqual([])
})

describe.each(sqlHosts)('late hours on $host', ({ start }) => {
  const databases = databasesOf(start)

  async function stored() {
    const sql = await databases.migratedForTest()
    const source = tinyOrganization()
    const store = await storeOrganization(sql, source)
    await createSummarizer(sql, store).bringUpToDate()
    const ask = asking(store)
    return { sql, source, store, ask }
  }
  const write = (sql: Sql, seriesId: number, hour: number, good: number, nowHour = NOW_HOUR) =>
    upsertBuckets(sql, [{ seriesId, buckets: bucketsFromRows([{ hour, good, total: 10 }]) }], nowHour, AT)

  test('restate the period they are of, of their series alone, at once and from summaries', async () => {
    const { sql, source, store, ask } = await stored()
    expect(restatedOf(await ask())).toEqual([])
    await write(sql, 1, LATE_HOUR, 4)
    expect(restatedOf(await ask())).toEqual([[CLOSED, '2026-11-18T02:40:30Z']])
    expect((await ask()).get(CLOSED)?.bad).toBe(6)
    expect(restatedOf(await ask('cart.availability.get-cart@lab'))).toEqual([])

    await createSummarizer(sql, store).bringUpToDate()
    const again = createSqlStore(sql, source)
    expect(restatedOf(await asking(again)()), 'by a server that starts later').toEqual([
      [CLOSED, '2026-11-18T02:40:30Z'],
    ])
  })

  test('that tell nothing new, or fill the open period, restate nothing', async () => {
    const { sql, ask } = await stored()
    await write(sql, 1, LATE_HOUR, 10)
    await write(sql, 1, PERIOD_START + 5, 3)
    expect(restatedOf(await ask())).toEqual([])
  })

  test('a past that is filled in its order restates nothing; a gap that is filled afterwards does', async () => {
    const { sql, ask } = await stored()
    const series = 'search.latency.find@north'
    const { id } = (
      await sql.query<{ id: number }>(`select id from series where slo_id || '@' || deployment = $1`, [
        series,
      ])
    )[0] ?? { id: 0 }
    await sql.query('delete from bucket where series_id = $1', [id])
    await sql.query('update series set began_hour = null, up_to_hour = null where id = $1', [id])
    const rows = hourlyRows(DATA_FROM, NOW_HOUR).filter(({ hour }) => hour !== LATE_HOUR)
    for (let start = 0; start < rows.length; start += 500)
      await upsertBuckets(
        sql,
        [{ seriesId: id, buckets: bucketsFromRows(rows.slice(start, start + 500)) }],
        NOW_HOUR,
        AT,
      )
    expect(restatedOf(await ask(series))).toEqual([])
    await write(sql, id, LATE_HOUR, 9)
    expect(restatedOf(await ask(series))).toEqual([[CLOSED, '2026-11-18T02:40:30Z']])
  })

  test('are copied with the organization they came to', async () => {
    const sql = await databases.migratedForTest()
    const store = await storeOrganization(sql, tinyOrganization({ series: { [SERIES]: told } }))
    expect(restatedOf(await asking(store)())).toEqual([[CLOSED, '2026-11-12T09:00:00Z']])
  })
})
