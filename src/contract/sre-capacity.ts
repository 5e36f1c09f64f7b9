import * as z from 'zod/mini'

import { coverageHints } from '../domain/on-call-staffing.ts'
import { periodSchema } from './catalog.ts'
import { countSchema, instantSchema, ratioSchema, slugListSchema, slugSchema } from './common.ts'
import { durationTrendSchema } from './recovery-trend.ts'
import { byPeriods } from './tables.ts'

const signSchema = z.object({
  /** Null where the data cannot tell. */
  isSeen: z.nullable(z.boolean()),
  says: z.string(),
})

const teamSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  serviceCount: countSchema,
  adherence: z.extend(signSchema, {
    keptCount: countSchema,
    brokenCount: countSchema,
    rate: z.nullable(ratioSchema),
    isVeryLow: z.boolean(),
  }),
  onCall: z.extend(signSchema, {
    rotationCount: countSchema,
    people: z.object({ sum: countSchema, atLeast: countSchema, atMost: countSchema }),
    singlePersonRotations: z.array(z.string()),
    /** The service that is covered least, of its week's 168 hours; null without a service. */
    leastCovered: z.nullable(
      z.object({
        service: slugSchema,
        coveredHours: z.number(),
        hint: z.nullable(z.enum(coverageHints)),
      }),
    ),
  }),
  tickets: z.extend(signSchema, {
    ticketCount: countSchema,
    /** By period, the open one too. */
    counts: z.array(countSchema),
    averageRate: z.nullable(ratioSchema),
    averageDelta: z.nullable(z.number()),
    direction: z.nullable(z.enum(['upward', 'downward', 'flat'])),
  }),
  recovery: z.extend(signSchema, { ...durationTrendSchema.shape, openCount: countSchema }),
  seenCount: countSchema,
  unknownCount: countSchema,
})
export type CapacityTeamOnWire = z.infer<typeof teamSchema>

export const sreCapacitySchema = z.object({
  periods: z.array(periodSchema),
  /** Most signs first. */
  teams: z.array(teamSchema),
  /** What `team` can be. */
  choices: z.object({
    teams: z.array(z.object({ slug: slugSchema, name: z.string() })),
    deployments: z.array(z.object({ slug: slugSchema, name: z.string() })),
  }),
  /** What the signs come to, and by which limits they are seen; no verdict follows. */
  says: z.string(),
  rule: z.string(),
  dataUpTo: instantSchema,
})
export type SreCapacity = z.infer<typeof sreCapacitySchema>

export const sreCapacityQuery = z.strictObject({
  /** Teams: one, or those of an organizational unit; every one where it is left out. */
  team: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  ...byPeriods,
})
