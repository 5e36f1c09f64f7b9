import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { isoFromHour } from '../../../src/domain/hours.ts'
import {
  believed,
  changeCatalog,
  expectTrue,
  fewDays,
  FIRST_HOUR,
  living,
  scheme,
  SERIES,
  write,
} from '../../testing/few-days.ts'
import { recordedOnce } from '../../testing/recorded-correction.ts'
import { databasesOf, runsOn, sqlHosts } from '../../testing/sql-hosts.ts'
import { NOW_HOUR } from '../../testing/tiny-organization.ts'
import { upsertCorrections } from './correction-rows.ts'
import type { Sql } from './sql.ts'
import { createSummarizer } from './summarizer.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

describe.each(sqlHosts)('summaries on $host', ({ host, start }) => {
  const databases = databasesOf(start)

  test('are true after anything that happened, in any order, and whoever looks', async () => {
    const database = await databases.migratedForTest()
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 5, maxLength: 10 }), async (events) => {
        await databases.emptied(database)
        const { sql, open, ids } = await fewDays(database)
        const [store, other] = [open(), open()]
        const summarizers = [createSummarizer(sql, store), createSummarizer(sql, other)]
        await summarizers[0]?.bringUpToDate()
        for (const [step, event] of events.entries()) {
          if (event.kind === 'summarize') await summarizers[event.server]?.bringUpToDate()
          else await happen(sql, ids, event, step)
          await expectTrue(store)
        }
        // Not the other one, which may look for the first time, and then at everything.
        await summarizers[0]?.bringUpToDate()
        await expectTrue(other)
        expect(await believed(store)).toBe(await living(store))
      }),
      { numRuns: runsOn(host, 4), examples: [[[beforeAllOthers]]] },
    )
  })
})

const anyCount = fc.nat(30).chain((total) => fc.record({ total: fc.constant(total), good: fc.nat(total) }))
const anySeries = fc.nat(SERIES.length - 1)
const AFTER_ALL_MS = (NOW_HOUR + 100) * 3_600_000
const pastHour = fc.integer({ min: FIRST_HOUR, max: NOW_HOUR - 1 })
const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('summarize'), server: fc.nat(1) }),
  fc.record({ kind: fc.constant('late'), series: anySeries, hour: pastHour, count: anyCount }),
  fc.record({
    kind: fc.constant('earlier'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 24 * 14 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('next'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 40 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('exclude'),
    series: anySeries,
    hour: pastHour,
    hours: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ kind: fc.constant('top-up'), series: anySeries, hour: pastHour }),
  fc.record({ kind: fc.constant('withdraw') }),
  fc.record({ kind: fc.constant('target'), hour: pastHour, target: fc.constantFrom(0.5, 0.9, 0.999, 1) }),
  fc.record({ kind: fc.constant('end'), series: anySeries, hour: pastHour }),
  fc.record({ kind: fc.constant('scheme'), days: fc.integer({ min: 1, max: 3 }) }),
)
/** More than a week before: the periods between lie in weeks of which no hour changed. */
const beforeAllOthers = {
  kind: 'earlier' as const,
  series: 0,
  hours: 24 * 14,
  count: { good: 9, total: 10 },
}
type Event = Exclude<typeof anyEvent extends fc.Arbitrary<infer Any> ? Any : never, { server: number }>

async function happen(sql: Sql, ids: readonly number[], event: Event, step: number): Promise<void> {
  const id = 'series' in event ? (ids[event.series] ?? 0) : 0
  // Whichever hour comes, it comes after the one before: a store that remembers both takes the later for the last.
  const atMs = AFTER_ALL_MS + step
  switch (event.kind) {
    case 'late':
      return write(sql, id, event.hour, event.count, atMs)
    case 'earlier':
      return write(sql, id, FIRST_HOUR - event.hours, event.count, atMs)
    case 'next':
      return write(sql, id, NOW_HOUR + event.hours, event.count, atMs)
    case 'exclude':
      return upsertCorrections(sql, id, [
        {
          ...recordedOnce,
          id: `c${step}`,
          kind: 'exclusion',
          fromHour: event.hour,
          toHour: event.hour + event.hours,
        },
      ])
    case 'top-up':
      return upsertCorrections(sql, id, [
        {
          ...recordedOnce,
          id: `c${step}`,
          kind: 'top-up',
          atHour: event.hour,
          share: 0.4,
          dependency: 'dns',
        },
      ])
    case 'withdraw':
      return changeCatalog(sql, 'update correction set withdrawn_at = now()')
    case 'target':
      return changeCatalog(
        sql,
        `insert into slo_version select id, (select max(version) + 1 from slo_version where slo_id = slo.id),
          ${event.target}, '${isoFromHour(event.hour)}', 'ada', 'tried' from slo`,
      )
    case 'end':
      return changeCatalog(sql, `update series set ended_hour = ${event.hour} where id = ${id}`)
    case 'scheme':
      return changeCatalog(
        sql,
        `update organization set period_scheme = '${JSON.stringify(scheme(event.days))}'`,
      )
  }
}
