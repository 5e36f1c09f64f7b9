import { describe, expect, test, vi } from 'vitest'

import {
  believed,
  expectTrue,
  fewDays as fewDaysIn,
  FIRST_HOUR,
  living,
  write,
} from '../../testing/few-days.ts'
import { databasesOf, sqlHosts } from '../../testing/sql-hosts.ts'
import { NOW_HOUR } from '../../testing/tiny-organization.ts'
import type { Sql } from './sql.ts'
import { createSummarizer } from './summarizer.ts'
import { person } from '../../testing/callers.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

const readsHours = /from bucket\s/

describe.each(sqlHosts)('summaries on $host', ({ start }) => {
  const databases = databasesOf(start)

  const fewDays = async () => fewDaysIn(await databases.migratedForTest())

  test('are complete after they were brought up to date, and tell what the hours tell', async () => {
    const { sql, open } = await fewDays()
    const store = open()
    expect(await believed(store)).toBe(0)
    expect(await createSummarizer(sql, store).bringUpToDate()).toBeGreaterThan(12)
    expect(await believed(store)).toBe(await living(store))
    await expectTrue(store)
  })

  test('are not worked out twice, by the same server or by another', async () => {
    const { sql, open } = await fewDays()
    const [one, other] = [createSummarizer(sql, open()), createSummarizer(sql, open())]
    await one.bringUpToDate()
    expect(await one.bringUpToDate()).toBe(0)
    expect(await other.bringUpToDate()).toBe(0)
  })

  test('of a closed period outlive the hours that come after it; those of the open one do not', async () => {
    const { sql, open, ids } = await fewDays()
    const store = open()
    await createSummarizer(sql, store).bringUpToDate()
    const all = await believed(store)
    await write(sql, ids[0] ?? 0, NOW_HOUR, { good: 3, total: 9 })
    const left = await believed(store)
    expect(left).toBeLessThan(all)
    expect(left).toBeGreaterThan(0)
    await expectTrue(store)
  })

  test('of the open period hold no more when the team is told by other rules, and are made anew', async () => {
    const { sql, open } = await fewDays()
    const store = open()
    const summarizer = createSummarizer(sql, store)
    await summarizer.bringUpToDate()
    const all = await believed(store)
    const rule = { windowMinutes: 60, shareOfWindowBudgetPercent: 1, evaluationMinutes: 60, snoozeMinutes: 0 }
    await store.entries.write(
      { kind: 'team-rule', key: 'buying', body: { rule }, seenVersion: 0 },
      { by: person('admin'), at: '2026-11-17T00:00:00Z' },
    )
    const left = await believed(store)
    expect(left).toBeLessThan(all)
    expect(left).toBeGreaterThan(0)
    await expectTrue(store)
    // Those of the team in the open period, by its SLOs and by its SLA.
    expect(await summarizer.bringUpToDate()).toBe(all - left)
    expect(await believed(store)).toBe(all)
    await expectTrue(store)
  })

  test('of a store that was just filled are worked out of what filled it, until something is written', async () => {
    const { sql, open, source, ids } = await fewDays()
    const unread: Sql = {
      ...sql,
      async query<Row extends object>(text: string, values?: Parameters<Sql['query']>[1]) {
        expect(text).not.toMatch(readsHours)
        return sql.query<Row>(text, values)
      },
    }
    const store = open()
    await createSummarizer(unread, open(unread), source).bringUpToDate()
    expect(await believed(store)).toBe(await living(store))
    await expectTrue(store)
    await write(sql, ids[0] ?? 0, NOW_HOUR - 5, { good: 0, total: 77 })
    await createSummarizer(sql, store, source).bringUpToDate()
    expect(await believed(store)).toBe(await living(store))
    await expectTrue(store)
  })

  test.each([
    ['goes on while they are worked out', { nowHour: async () => NOW_HOUR + 1 }],
    ['has let go of an hour since', { fromHour: async () => FIRST_HOUR + 1 }],
  ])('are not worked out of what %s', async (_, later) => {
    const { sql, open, source } = await fewDays()
    const read = () => Promise.reject(new Error('It has other hours by now'))
    const goneOn = { ...source, buckets: { ...source.buckets, ...later, read } }
    const store = open()
    await createSummarizer(sql, store, goneOn).bringUpToDate()
    expect(await believed(store)).toBe(await living(store))
  })

  test('hours that arrive while they are worked out are not taken for known', async () => {
    const { sql, open, ids } = await fewDays()
    let isLate = true
    const interrupted: Sql = {
      ...sql,
      async query<Row extends object>(text: string, values?: Parameters<Sql['query']>[1]) {
        const rows = await sql.query<Row>(text, values)
        if (isLate && readsHours.test(text)) {
          isLate = false
          await write(sql, ids[0] ?? 0, NOW_HOUR - 5, { good: 0, total: 77 })
        }
        return rows
      },
    }
    const store = open()
    await createSummarizer(interrupted, open(interrupted)).bringUpToDate()
    expect(isLate).toBe(false)
    await expectTrue(store)
    await createSummarizer(sql, store).bringUpToDate()
    expect(await believed(store)).toBe(await living(store))
    await expectTrue(store)
  })
})
