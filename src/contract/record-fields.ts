import * as z from 'zod/mini'

import { countSchema, instantSchema } from './common.ts'

const NO_ODD_CHARACTERS = /^[^\p{Cc}\p{Cs}]+$/u

/**
 * What others send. Every string that is kept can be kept: no control characters, no half characters, which a database
 * refuses, and an end to its length.
 */
export function textSchema(mostCharacters: number) {
  return z.string().check(
    z.maxLength(mostCharacters),
    z.refine((text) => NO_ODD_CHARACTERS.test(text), { error: 'text without control characters, not empty' }),
  )
}

/** A fact that the sender does not know is null, or left out. */
export function orUnknown<Schema extends z.core.$ZodType>(schema: Schema) {
  return z._default(z.nullable(schema), null)
}

/** The name a record has in the tool it comes from. */
export const recordIdSchema = textSchema(200)

/** Kept to the second. */
export const recordInstantSchema = instantSchema.check(
  z.refine((instant) => instant >= '1970' && instant < '9999', { error: 'an instant from 1970 on' }),
)

/** Only what a browser opens as a page: a link with another scheme would be a script. */
export const linkSchema = z.url({ protocol: /^https?$/, hostname: /./ }).check(
  z.maxLength(2_000),
  z.refine((text) => NO_ODD_CHARACTERS.test(text), { error: 'an address without control characters' }),
)

/** 1 is the highest. */
export const rankSchema = z.int().check(z.gte(1), z.lte(5))

export const incidentSeverities = ['critical', 'error', 'warning'] as const

const MOST_BOUNDS = 100

/** Requests by how long they took; `counts` has one more for those above the last bound. */
export const latencyHistogramSchema = z.strictObject({
  boundsMs: z.array(z.number().check(z.positive())).check(z.minLength(1), z.maxLength(MOST_BOUNDS)),
  counts: z.array(countSchema).check(z.maxLength(MOST_BOUNDS + 1)),
})
