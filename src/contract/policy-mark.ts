import * as z from 'zod/mini'

import { instantSchema } from './common.ts'

/** From when to when a clause of an error budget policy was met in a budget. */
export const policyMarkSchema = z.object({
  clause: z.string(),
  start: instantSchema,
  /** Null while it still is. */
  end: z.nullable(instantSchema),
})
export type PolicyMark = z.infer<typeof policyMarkSchema>
