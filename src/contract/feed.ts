import * as z from 'zod/mini'

import { instantSchema, pageQuery, pageSchema, slugListSchema, slugSchema } from './common.ts'

/**
 * fed: the last hour that was due came. failing: it did not. waiting: it was never asked for yet. computed: there is nothing
 * to measure, the figures are simulated. sent: no query fills it; its hours come from others, if any.
 */
const feedStates = ['fed', 'failing', 'waiting', 'computed', 'sent'] as const

/** How the hours of one series come to be here. */
export const feedSchema = z.object({
  slo: slugSchema,
  deployment: slugSchema,
  state: z.enum(feedStates),
  /** The data source that is asked, by its name. */
  source: z.nullable(z.string()),
  /** The end of the last hour that came. */
  fedUpTo: z.nullable(instantSchema),
  /** When it came. */
  fedAt: z.nullable(instantSchema),
  triedAt: z.nullable(instantSchema),
  failure: z.nullable(
    z.object({
      /** What kind of failure it is; more kinds may be added. */
      kind: z.string(),
      reason: z.string(),
      since: instantSchema,
    }),
  ),
  nextTryAt: z.nullable(instantSchema),
})
export type Feed = z.infer<typeof feedSchema>

export const feedPageSchema = pageSchema(feedSchema)
export const feedsQuery = z.strictObject({
  slo: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  feed: z.optional(z.enum(feedStates)),
  ...pageQuery,
})
