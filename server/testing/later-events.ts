import fc from 'fast-check'

import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { stat } from '../ingest/testing/sent-records.ts'
import { upsertBuckets } from '../stores/sql/bucket-writer.ts'
import { countChange, upsertCorrections } from '../stores/sql/correction-rows.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { recordedOnce } from './recorded-correction.ts'
import { anyTinyFiles, applyTinyFiles } from './tiny-catalog-as-code.ts'

const HOUR_MS = 3_600_000

const anyCount = fc.nat(30).chain((total) => fc.record({ total: fc.constant(total), good: fc.nat(total) }))
const anySeries = fc.nat(4)
const anyBack = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 1_000 }))
/** What may come, be corrected or be agreed while time goes on. */
export const anyEvent = fc.oneof(
  fc.record({
    kind: fc.constant('next'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 5 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('hours'),
    series: anySeries,
    back: anyBack,
    hours: fc.integer({ min: 1, max: 4 }),
    count: anyCount,
  }),
  fc.record({
    kind: fc.constant('earlier'),
    series: anySeries,
    hours: fc.integer({ min: 1, max: 60 }),
    count: anyCount,
  }),
  fc.record({ kind: fc.constant('exclude'), series: anySeries, back: anyBack }),
  fc.record({ kind: fc.constant('withdraw') }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('catalog'), files: anyTinyFiles }) },
  fc.record({ kind: fc.constant('stat'), back: anyBack, requests: fc.integer({ min: 1, max: 9 }) }),
)
type Event = typeof anyEvent extends fc.Arbitrary<infer Any> ? Any : never

export async function happen(sql: Sql, ids: readonly number[], nowMs: number, event: Event): Promise<void> {
  const clockHour = Math.floor(nowMs / HOUR_MS)
  const id = 'series' in event ? (ids[event.series] ?? 0) : 0
  const write = (fromHour: Hour, toHour: Hour, count: Readonly<{ good: number; total: number }>) =>
    upsertBuckets(
      sql,
      [
        {
          seriesId: id,
          buckets: bucketsFromRows(
            Array.from({ length: Math.max(0, toHour - fromHour) }, (_, index) => ({
              hour: fromHour + index,
              ...count,
            })),
          ),
        },
      ],
      clockHour,
      nowMs,
    )
  switch (event.kind) {
    case 'next': {
      const [row] = await sql.query<{ upTo: number | null }>(
        'select up_to_hour as "upTo" from series where id = $1',
        [id],
      )
      const from = row?.upTo ?? clockHour - event.hours
      return write(from, Math.min(clockHour, from + event.hours), event.count)
    }
    case 'hours': {
      const from = clockHour - event.back
      return write(from, Math.min(clockHour, from + event.hours), event.count)
    }
    case 'earlier': {
      const [row] = await sql.query<{ began: number | null }>(
        'select began_hour as began from series where id = $1',
        [id],
      )
      const to = row?.began ?? clockHour
      return write(to - event.hours, to, event.count)
    }
    case 'exclude': {
      const fromHour = clockHour - event.back
      return sql.transaction(async (transaction) => {
        await upsertCorrections(transaction, id, [
          {
            ...recordedOnce,
            id: `${nowMs} ${id} ${event.back}`,
            kind: 'exclusion',
            fromHour,
            toHour: fromHour + 1,
            at: new Date(nowMs).toISOString(),
          },
        ])
        await countChange(transaction)
      })
    }
    case 'catalog':
      return applyTinyFiles(sql, event.files, nowMs)
    case 'withdraw':
      return sql.transaction(async (transaction) => {
        await transaction.query(
          `update correction set withdrawn_at = $1::timestamptz where withdrawn_at is null`,
          [new Date(nowMs).toISOString()],
        )
        await countChange(transaction)
      })
    case 'stat':
      await createIngestStore(sql, { now: () => nowMs }).writeEndpointStats([
        {
          ...stat,
          hour: isoFromHour(clockHour - event.back),
          requests: 10 + event.requests,
          failures: event.requests,
          latencySumMs: 100 * event.requests,
          latencyMaxMs: 10 * event.requests,
          latency: { boundsMs: [50, 100], counts: [event.requests, 5, 5] },
        },
      ])
  }
}
