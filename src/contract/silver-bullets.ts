import * as z from 'zod/mini'

import { countSchema, instantSchema, slugSchema } from './common.ts'

/** A feature release that was made although the policy stops releases. */
const silverBulletBody = z.strictObject({
  on: z.iso.date(),
  /** The version, or what it is known by. */
  release: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  why: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
})
export type SilverBullet = z.infer<typeof silverBulletBody>

/** What was kept, where it can still be read. */
export function silverBulletOf(body: unknown): SilverBullet | null {
  const parsed = z.safeParse(silverBulletBody, body)
  return parsed.success ? parsed.data : null
}

export const silverBulletListSchema = z.object({
  /** Latest day first. */
  items: z.array(
    z.extend(silverBulletBody, {
      id: slugSchema,
      version: countSchema,
      by: z.string(),
      at: instantSchema,
    }),
  ),
  /** The year that is counted. */
  year: z.int(),
  perYear: countSchema,
  used: countSchema,
  left: countSchema,
  mayLiftBan: z.boolean(),
})
export type SilverBulletList = z.infer<typeof silverBulletListSchema>

/** Null takes it back. */
export const silverBulletChange = z.strictObject({
  seenVersion: countSchema,
  used: z.nullable(silverBulletBody),
})

export const silverBulletWritten = z.object({ id: slugSchema, version: countSchema })
