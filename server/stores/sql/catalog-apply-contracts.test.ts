import { describe, expect, test, vi } from 'vitest'

import { readCatalog } from '../../sources/slo-as-code/read-catalog.ts'
import { openSloText, ownText } from '../../sources/slo-as-code/testing/texts.ts'
import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { NOW } from '../../testing/tiny-organization.ts'
import { applyCatalog } from './catalog-apply.ts'
import { planCatalog } from './catalog-plan.ts'
import { readCodedCatalog } from './coded-catalog-rows.ts'
import { createSqlStore } from './sql-store.ts'

vi.setConfig({ testTimeout: 120_000 })

describe.each(sqlHosts)('a contract applied on $host', ({ start }) => {
  const databases = databasesOf(start)

  test('of before anybody could say since when it holds has no beginning', async () => {
    const sql = await databases.migratedForTest()
    const texts = [
      openSloText({}),
      ownText('Sla', 'slo: availability\n  target: 0.9'),
      ownText(
        'ContractualSla',
        'functionality: It works\n  sli: availability\n  target: 0.8\n  since: 2026-03-01\n  restsOn: [availability]',
      ),
    ]
    const wanted = readCatalog([{ name: 'a.yaml', text: texts.join('---\n') }]).catalog
    const contracts = async () => {
      const store = createSqlStore(sql, {
        now: () => NOW,
        report: (error) => expect.unreachable(String(error)),
      })
      return (await store.catalog()).contracts
    }
    await applyCatalog(sql, planCatalog(await readCodedCatalog(sql), wanted), {
      author: 'Ada',
      at: NOW,
      reason: 'Agreed in the review.',
      source: 'slos',
      origins: new Map(),
      reasons: new Map(),
    })
    expect(await contracts()).toMatchObject([{ since: '2026-03-01' }])
    await sql.script("update contract set definition = definition - 'since'")
    expect(await contracts()).toMatchObject([{ since: null }])
    expect([...planCatalog(await readCodedCatalog(sql), wanted).changes]).toEqual([
      [
        'Contractual SLAs',
        [
          {
            kind: 'changed',
            id: 'this-one',
            fields: [{ field: 'since', before: 'none', after: '2026-03-01' }],
          },
        ],
      ],
    ])
  })
})
