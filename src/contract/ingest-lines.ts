import * as z from 'zod/mini'

import { buildSchema } from './builds.ts'
import { releaseSchema } from './catalog.ts'
import { countSchema, slugSchema } from './common.ts'
import {
  latencyHistogramSchema,
  orUnknown,
  recordIdSchema,
  recordInstantSchema,
  textSchema,
} from './record-fields.ts'
import { incidentSchema, rotationSchema, ticketSchema } from './records.ts'

/**
 * One line each of what is sent to /api/ingest. The same key again replaces what was held, so that whatever is in doubt
 * can be sent again.
 */

/** The name of an hour bucket. */
const fullHourSchema = recordInstantSchema.check(
  z.regex(/T\d\d:00:00(?:\.0+)?Z$/, { error: 'the start of an hour in UTC, as in 2026-11-18T03:00:00Z' }),
)

const fullMinuteSchema = recordInstantSchema.check(
  z.regex(/T\d\d:\d\d:00(?:\.0+)?Z$/, { error: 'the start of a minute in UTC, as in 2026-11-18T03:05:00Z' }),
)

/**
 * One series over an hour, or over 60 or 300 seconds from an instant on. Natural key: `slo`, `deployment` and `hour`, or
 * `at` and `seconds`.
 */
const bucketSchema = z.strictObject({
  slo: slugSchema,
  deployment: slugSchema,
  hour: z.optional(fullHourSchema),
  at: z.optional(fullMinuteSchema),
  seconds: z.optional(z.literal([60, 300])),
  good: countSchema,
  total: countSchema,
})
export type BucketLine = z.infer<typeof bucketSchema>
export const bucketLineSchema = bucketSchema.check(
  z.refine(
    ({ hour, at, seconds }) =>
      hour === undefined
        ? at !== undefined && seconds !== undefined
        : at === undefined && seconds === undefined,
    {
      path: ['hour'],
      error: 'either hour, or at with seconds',
    },
  ),
  z.refine(({ good, total }) => good <= total, { path: ['good'], error: 'no more than total' }),
)

/** Natural key: `id`. */
export const releaseLineSchema = z
  .strictObject({
    ...releaseSchema.shape,
    id: recordIdSchema,
    version: textSchema(200),
    at: recordInstantSchema,
    committedAt: orUnknown(recordInstantSchema),
    recoveredAt: orUnknown(recordInstantSchema),
  })
  .check(
    z.refine(({ committedAt, at }) => isInOrder(committedAt, at), {
      path: ['committedAt'],
      error: 'no later than at',
    }),
    z.refine(({ at, recoveredAt }) => isInOrder(at, recoveredAt), {
      path: ['recoveredAt'],
      error: 'no earlier than at',
    }),
    z.refine(({ result, recoveredAt }) => recoveredAt === null || result === 'failed', {
      path: ['recoveredAt'],
      error: 'only of a release whose result is failed',
    }),
  )

/** Natural key: `id`. */
export const buildLineSchema = z.strictObject(buildSchema.shape).check(
  z.refine(({ startedAt, endedAt }) => isInOrder(startedAt, endedAt), {
    path: ['endedAt'],
    error: 'no earlier than startedAt',
  }),
  z.refine(({ endedAt, result }) => result === null || endedAt !== null, {
    path: ['endedAt'],
    error: 'when it ended, as it has a result',
  }),
  z.refine(({ commits }) => commits.every(({ authoredAt, mergedAt }) => isInOrder(authoredAt, mergedAt)), {
    path: ['commits'],
    error: 'commits that were written no later than they came to the mainline',
  }),
)

export const incidentLineSchema = z.strictObject(incidentSchema.shape).check(
  z.refine(({ createdAt, resolvedAt }) => isInOrder(createdAt, resolvedAt), {
    path: ['resolvedAt'],
    error: 'no earlier than createdAt',
  }),
  z.refine(({ startedAt, detectedAt }) => isInOrder(startedAt, detectedAt), {
    path: ['detectedAt'],
    error: 'no earlier than startedAt',
  }),
)

export const ticketLineSchema = z.strictObject(ticketSchema.shape).check(
  z.refine(({ createdAt, closedAt }) => isInOrder(createdAt, closedAt), {
    path: ['closedAt'],
    error: 'no earlier than createdAt',
  }),
  z.refine(({ service, product }) => service !== null || product !== null, {
    path: ['service'],
    error: 'a service, or at least a product',
  }),
)

export const rotationLineSchema = z.strictObject(rotationSchema.shape).check(
  z.refine(({ since, until }) => isInOrder(since, until), {
    path: ['until'],
    error: 'no earlier than since',
  }),
  z.refine(
    ({ primaryPeople, backupPeople, sharedPeople }) => (sharedPeople ?? 0) <= primaryPeople + backupPeople,
    { path: ['sharedPeople'], error: 'no more than there are people in the rotation' },
  ),
)

/** One hour of one endpoint, whether or not it has an SLO. Natural key: `service`, `verb`, `path`, `deployment`, `hour`. */
const endpointStatSchema = z.strictObject({
  service: slugSchema,
  /** Null where the endpoint is not HTTP. */
  verb: orUnknown(z.string().check(z.regex(/^[A-Z]{1,20}$/, { error: 'a verb in capitals, as in GET' }))),
  path: textSchema(500),
  deployment: slugSchema,
  hour: fullHourSchema,
  requests: countSchema,
  failures: countSchema,
  latencySumMs: orUnknown(z.number().check(z.nonnegative())),
  latencyMaxMs: orUnknown(z.number().check(z.nonnegative())),
  latency: orUnknown(latencyHistogramSchema),
})
export type EndpointStat = z.infer<typeof endpointStatSchema>
export const endpointStatLineSchema = endpointStatSchema.check(
  z.refine(({ requests, failures }) => failures <= requests, {
    path: ['failures'],
    error: 'no more than requests',
  }),
  z.refine(({ latency }) => latency === null || isAscending(latency.boundsMs), {
    path: ['latency', 'boundsMs'],
    error: 'bounds that ascend, each once',
  }),
  z.refine(({ latency }) => latency === null || latency.counts.length === latency.boundsMs.length + 1, {
    path: ['latency', 'counts'],
    error: 'one count for every bound and one for what lies above the last',
  }),
  z.refine(({ requests, latency }) => latency === null || sum(latency.counts) === requests, {
    path: ['latency', 'counts'],
    error: 'counts that add up to requests',
  }),
)

/** Where one of both is not known there is nothing to compare. */
function isInOrder(earlier: string | null, later: string | null): boolean {
  return earlier === null || later === null || Date.parse(earlier) <= Date.parse(later)
}

function isAscending(bounds: readonly number[]): boolean {
  return bounds.every((bound, index) => bound > (bounds[index - 1] ?? 0))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
