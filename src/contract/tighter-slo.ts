import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { tighteningLeanings } from '../domain/tighter-slo.ts'
import { subject } from './budget.ts'
import { periodSchema } from './catalog.ts'
import { countSchema, instantSchema, ratioSchema, slugSchema, targetSchema } from './common.ts'

/** How many closed periods are looked back on; there may be fewer. */
const MOST_PERIODS = 26
export const YEAR_PERIODS = 13

const roomSchema = z.object({
  /** Periods that ended with a figure. */
  counted: countSchema,
  /** Of them those that ended with `least` or more. */
  representative: countSchema,
  /** Null where no period has a figure. */
  leansTo: z.nullable(z.enum(tighteningLeanings)),
})

const endedSchema = z.object({
  period: periodSchema,
  adherence: z.enum(adherences),
  /** In force when it ended. */
  target: targetSchema,
  /** Null without a budget, without traffic or measurements, and where the SLO did not exist. */
  remaining: z.nullable(ratioSchema),
  isRepresentative: z.nullable(z.boolean()),
  isCorrected: z.boolean(),
  /** Hours with measurements out of those elapsed. */
  coverage: z.nullable(ratioSchema),
})

/** The same events under another target. */
const candidateSchema = z.object({
  target: targetSchema,
  /** `tightest`: at which most periods would still have ended with a representative remainder. */
  from: z.array(z.enum(['customary', 'chosen', 'tightest'])),
  /** In the order of the periods. */
  ends: z.array(z.nullable(ratioSchema)),
  ...roomSchema.shape,
  fulfilledCount: countSchema,
  brokenCount: countSchema,
  lowest: z.nullable(ratioSchema),
})
export type TighterCandidate = z.infer<typeof candidateSchema>

export const tighterSloSchema = z.object({
  ...subject,
  /** Where the SLO is measured: its target is the same in all of them. */
  deployments: z.array(slugSchema),
  slaTarget: z.nullable(targetSchema),
  /** Closed ones, oldest first. */
  periods: z.array(endedSchema),
  /** What a remainder must come to for being representative. */
  least: ratioSchema,
  room: roomSchema,
  elsewhere: z.array(z.extend(roomSchema, { deployment: slugSchema })),
  /** Cut to two digits of what may fail; 1 where nothing failed in most periods, null where none has a figure. */
  tightest: z.nullable(targetSchema),
  /** Loosest first; none where 100 % is promised. */
  candidates: z.array(candidateSchema),
  says: z.string(),
  rule: z.string(),
  dataUpTo: instantSchema,
})
export type TighterSlo = z.infer<typeof tighterSloSchema>

export const tighterSloQuery = z.strictObject({
  slo: slugSchema,
  /** Of the SLO; left out: its first one of production. */
  deployment: z.optional(slugSchema),
  /** A share tighter than the SLO's own. */
  target: z.optional(z.coerce.number().check(z.gt(0), z.lte(1))),
  periods: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(MOST_PERIODS))),
  at: z.optional(instantSchema),
})
