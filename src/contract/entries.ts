import * as z from 'zod/mini'

import { countSchema, instantSchema, pageQuery } from './common.ts'

/** What people enter, by kind. Each kind has a schema of its own beside the pages it belongs to. */
export const entryKinds = [
  'before-sre',
  'board-phases',
  'board-prerequisites',
  'bottleneck-decision',
  'breach-review',
  'clause-check',
  'decision',
  'decision-effect',
  'decision-signature',
  'policy-enactment',
  'team-card',
  'expectation-value',
  'hypothesis',
  'infrastructure-request',
  'perception',
  'team-rule',
  'status-update',
  'review-cadences',
  'review-outcome',
  'silver-bullet',
  'service-facts',
  'service-listing',
  'maturity-assessment',
  'maturity-texts',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** What is known of an entry besides what was entered. */
const entryStamp = {
  /** 1 is the first; whoever changes it says which one they saw. */
  version: z.int().check(z.gte(1)),
  by: z.object({ kind: z.enum(['person', 'token', 'webhook']), id: z.string(), name: z.string() }),
  at: instantSchema,
  /** Taken back, and kept for whoever asks what was there. */
  isWithdrawn: z.boolean(),
}

const entrySchema = z.object({
  kind: z.enum(entryKinds),
  /** What it is about, unique among its kind. */
  key: z.string(),
  ...entryStamp,
  body: z.record(z.string(), z.unknown()),
})

export const entriesQuery = z.strictObject({
  kind: z.optional(z.enum(entryKinds)),
  key: z.optional(z.string().check(z.maxLength(200))),
  ...pageQuery,
})

export const entryPageSchema = z.object({
  items: z.array(entrySchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
})
