import * as z from 'zod/mini'

import { deliveryResults } from '../domain/delivery.ts'
import { instantSchema, pageQuery, pageSchema, slugListSchema, slugSchema } from './common.ts'
import { orUnknown, recordIdSchema, recordInstantSchema } from './record-fields.ts'

const MOST_COMMITS = 200

const commitSchema = z.strictObject({
  id: recordIdSchema,
  /** When it was written. */
  authoredAt: orUnknown(recordInstantSchema),
  /** When it came to the mainline. */
  mergedAt: recordInstantSchema,
})

/** A build of a service's mainline. Without an end it still runs. */
export const buildSchema = z.object({
  id: recordIdSchema,
  service: slugSchema,
  startedAt: recordInstantSchema,
  endedAt: orUnknown(recordInstantSchema),
  result: orUnknown(z.enum(deliveryResults)),
  /** What it builds and no build before it did. */
  commits: z._default(z.array(commitSchema).check(z.maxLength(MOST_COMMITS)), []),
})
export type Build = z.output<typeof buildSchema>

export const buildPageSchema = pageSchema(buildSchema)

export const buildsQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  result: z.optional(z.enum(deliveryResults)),
  ...pageQuery,
})
