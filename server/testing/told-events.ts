import fc from 'fast-check'

import { instantOf } from '../instant.ts'
import { build, incident, release, rotation, ticket } from '../ingest/testing/sent-records.ts'
import {
  buildLineSchema,
  incidentLineSchema,
  releaseLineSchema,
  rotationLineSchema,
  ticketLineSchema,
} from '../../src/contract/ingest-lines.ts'
import { createEntryStore } from '../stores/sql/entry-rows.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { person } from './callers.ts'

const HOUR_MS = 3_600_000
const decided = 'sre.availability.cart'

/** Of few things again and again, each time of another hour, of another end or none, and in other words. */
export const anyTold = fc.record({
  kind: fc.constantFrom('incident', 'ticket', 'rotation', 'release', 'build', 'decision'),
  nth: fc.integer({ min: 1, max: 2 }),
  back: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 1_000 })),
  lasted: fc.option(fc.integer({ min: 0, max: 6 })),
  words: fc.constantFrom('one', 'two'),
})
type Told = typeof anyTold extends fc.Arbitrary<infer Any> ? Any : never

/** As a tool or a person would, at that time. */
export async function tell(
  sql: Sql,
  nowMs: number,
  { kind, nth, back, lasted, words }: Told,
): Promise<unknown> {
  const store = createIngestStore(sql, { now: () => nowMs })
  const hour = Math.floor(nowMs / HOUR_MS)
  const at = instantOf((hour - back) * HOUR_MS)
  const end = lasted === null ? null : instantOf(Math.min(nowMs, (hour - back + lasted) * HOUR_MS))
  switch (kind) {
    case 'incident': {
      const told = {
        ...incident,
        id: `INC-${nth}`,
        title: words,
        startedAt: at,
        createdAt: at,
        resolvedAt: end,
      }
      return store.writeIncidents([
        incidentLineSchema.parse({ ...told, detectedAt: at, acknowledgedAt: end }),
      ])
    }
    case 'ticket': {
      const told = { ...ticket, id: `T-${nth}`, problem: words, createdAt: at, closedAt: end }
      return store.writeTickets([ticketLineSchema.parse({ ...told, isReliability: lasted !== 0 })])
    }
    case 'rotation': {
      const told = { ...rotation, id: `R${nth}`, name: words, since: at, until: end }
      return store.writeRotations([rotationLineSchema.parse(told)])
    }
    case 'release': {
      const told = { ...release, id: `R-${nth}`, version: words, at, committedAt: at }
      const went = lasted === 0 ? { result: 'succeeded' } : { result: 'failed', recoveredAt: end }
      return store.writeReleases([releaseLineSchema.parse({ ...told, ...(lasted !== null && went) })])
    }
    case 'build': {
      const told = { ...build, id: `B-${nth}`, startedAt: at, endedAt: end }
      return store.writeBuilds([buildLineSchema.parse({ ...told, result: end === null ? null : 'failed' })])
    }
    case 'decision': {
      const entries = createEntryStore(sql)
      const seenVersion = (await entries.read('bottleneck-decision', decided))?.version ?? 0
      const decision = { outcome: 'prioritise', reason: words, owner: words, date: '2026-12-24' }
      const draft = { kind: 'bottleneck-decision', key: decided, seenVersion } as const
      const change = { by: person('coach'), at: instantOf(nowMs) }
      return entries.write({ ...draft, body: { evidence: [], decision }, isWithdrawn: lasted === 0 }, change)
    }
  }
}
