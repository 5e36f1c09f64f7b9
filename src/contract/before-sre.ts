import * as z from 'zod/mini'

import { monthPattern } from '../domain/month.ts'
import { countSchema, instantSchema } from './common.ts'

const MOST_OUTAGES = 9999
const LEAST_OUTAGES = 0.1
const monthSchema = z.string().check(z.regex(monthPattern))

/** How many outages nobody inside saw first before SRE began, as somebody who knows says; the product has no incidents of then. */
const beforeSreBody = z.strictObject({
  /** The mean over the span. */
  perPeriod: z.number().check(z.gte(LEAST_OUTAGES), z.lte(MOST_OUTAGES)),
  from: monthSchema,
  to: monthSchema,
  /** Where it is known from, and how large the system was: only what is of comparable size can be held against it. */
  note: z.string().check(z.maxLength(500)),
})
export type BeforeSre = z.infer<typeof beforeSreBody>

/** What was kept, where it can still be read. */
export function beforeSreOf(body: unknown): BeforeSre | null {
  const parsed = z.safeParse(beforeSreBody, body)
  return parsed.success ? parsed.data : null
}

const stamp = { version: countSchema, by: z.string(), at: instantSchema }

export const beforeSreAnswer = z.object({
  /** Null where nobody has entered it, or it was taken back. */
  current: z.nullable(z.extend(beforeSreBody, stamp)),
  /** To be sent back with a change; 0 where nobody has entered anything yet. */
  version: countSchema,
  /** Newest first. */
  versions: z.array(z.object({ ...stamp, isWithdrawn: z.boolean(), entered: z.nullable(beforeSreBody) })),
})
export type BeforeSreAnswer = z.infer<typeof beforeSreAnswer>

/** Null takes it back. */
export const beforeSreChange = z.strictObject({
  seenVersion: countSchema,
  entered: z.nullable(beforeSreBody),
})

export const beforeSreWritten = z.object({ version: countSchema })
