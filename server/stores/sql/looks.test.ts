import { beforeAll, describe, expect, test } from 'vitest'

import type { OperationId } from '../../../src/contract/operations.ts'
import { isoFromHour } from '../../../src/domain/hours.ts'
import { apiClient } from '../../testing/api-client.ts'
import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { NOW_HOUR, PERIOD_START, tinyOrganization } from '../../testing/tiny-organization.ts'
import { upsertBuckets } from './bucket-writer.ts'
import { createSqlStore } from './sql-store.ts'
import { onlyRow, type Sql } from './sql.ts'

const CART = 'cart.availability.get-cart'
const frozen = { at: isoFromHour(NOW_HOUR - 24) }

type Question = Readonly<{
  id: OperationId
  query?: Readonly<Record<string, string | number>>
  params?: Readonly<Record<string, string>>
}>
const inCart = { params: { slo: CART, deployment: 'north' } }
const window = { window: 'last-3-periods' }
/** One after the other: who asks in the same turn of the event loop shares one look anyhow. */
const questions: readonly Question[] = [
  { id: 'listBudgets', query: frozen },
  { id: 'readBudgetHistory', ...inCart },
  { id: 'listBreaches' },
  { id: 'listAdherence', query: { ...window, ...frozen } },
  { id: 'listDepletion', query: { ...window, ...frozen } },
  { id: 'readMatrix', query: { ...frozen, limit: 500 } },
  { id: 'listEndpointRanking', query: { ...window, ...frozen } },
  { id: 'listBottlenecks', query: { ...window, ...frozen } },
  { id: 'listBudgets' },
  { id: 'listSlos' },
  { id: 'listVerdicts', query: window, ...inCart },
]

describe.each(sqlHosts)('looks at the store on $host', ({ start }) => {
  const databases = databasesOf(start)
  let sql: Sql
  let looks = 0
  let read: ReturnType<typeof apiClient>['read']

  beforeAll(async () => {
    sql = await databases.migrated()
    await storeOrganization(sql, tinyOrganization())
    const counted: Sql = {
      ...sql,
      query: (text, values) => {
        looks += text.includes('store_state') ? 1 : 0
        return sql.query(text, values)
      },
    }
    const store = createSqlStore(counted, { now: () => NOW_HOUR * 3_600_000, report: () => undefined })
    ;({ read } = apiClient(store))
    // The catalog is read at one point in time with the state that it has.
    await store.catalog()
  })

  async function looksFor({ id, query, params }: Question): Promise<number> {
    looks = 0
    await read(id, query, params)
    return looks
  }

  test.each(questions)('$id of $query takes one, whether its answer is held or not', async (question) => {
    expect(await looksFor(question)).toBe(1)
    expect(await looksFor(question)).toBe(1)
  })

  test('each request takes its own, and sees what was written before it', async () => {
    const hours = { from: isoFromHour(PERIOD_START), to: isoFromHour(NOW_HOUR) }
    const readHours = () => read('readBuckets', hours, inCart.params)
    const before = await readHours()
    const { id } = await onlyRow(
      sql.query<{ id: number }>('select id from series where slo_id = $1 and deployment = $2', [
        CART,
        'north',
      ]),
    )
    const late = { hour: [PERIOD_START + 5], good: [1], total: [77] }
    await upsertBuckets(sql, [{ seriesId: id, buckets: late }], NOW_HOUR)
    expect(await readHours()).not.toEqual(before)
  })
})
