import * as z from 'zod/mini'

import { correctionCategories } from '../domain/correction.ts'
import { periodSchema } from './catalog.ts'
import { choicesParameter } from './choices.ts'
import {
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  pageSchema,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
} from './common.ts'
import { correctionStatuses } from './names.ts'
import { orUnknown } from './record-fields.ts'

const MOST_REASON = 500
const MOST_NAME = 200

/** What is written by hand: something, in one line. */
function lineSchema(most: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(most),
    // Not as a pattern: what the description says of one has no flags.
    z.refine((line) => !/[\p{Cc}\p{Cs}]/u.test(line), { error: 'One line, without control characters' }),
  )
}
const reasonSchema = lineSchema(MOST_REASON)
const dependencySchema = lineSchema(MOST_NAME)

const correctionScopes = ['slo', 'service'] as const

/**
 * What is to be corrected. The category says how: agreed maintenance and bad measurements exclude the hours from `start`
 * to `end`, depletion by a dependency gives back `share` of the grant at `start`.
 */
export const newCorrectionSchema = z.strictObject({
  deployment: slugSchema,
  /** `service`: every SLO of its service in the deployment. */
  scope: z._default(z.enum(correctionScopes), 'slo'),
  category: z.enum(correctionCategories),
  reason: reasonSchema,
  /** A service, or a name of what is none; needed with a top-up. */
  dependency: orUnknown(dependencySchema),
  /** Whole hours. */
  start: instantSchema,
  end: orUnknown(instantSchema),
  share: orUnknown(ratioSchema.check(z.gt(0), z.lte(1))),
  /** An RRULE of DAILY, WEEKLY or MONTHLY, that ends. `start` to `end` is the first time. */
  rule: orUnknown(z.string().check(z.maxLength(MOST_NAME))),
  /** Whose clock the rule goes by, as in Europe/Berlin; UTC where none is given. */
  timeZone: orUnknown(z.string().check(z.maxLength(64))),
})
export type NewCorrection = z.infer<typeof newCorrectionSchema>

const effectSchema = z.object({
  /** Null without a budget. */
  remaining: z.nullable(ratioSchema),
  state: budgetStateSchema,
  /** Bad events the period may hold; an estimate while it is open. */
  grant: z.number(),
  bad: countSchema,
  exhaustedAt: z.nullable(instantSchema),
  projectedExhaustionAt: z.nullable(instantSchema),
})
export type CorrectionEffect = z.infer<typeof effectSchema>

/** What would come of it; nothing is changed by asking. */
export const correctionPreviewSchema = z.object({
  kind: z.enum(['exclusion', 'top-up']),
  recurrence: z.nullable(z.string()),
  /** The first of them; one that reaches over the end of a period is two. */
  times: z.array(z.object({ start: instantSchema, end: instantSchema, period: z.string() })),
  timeCount: countSchema,
  /** Periods that have begun, by SLO; what lies ahead has no figures yet. */
  effects: z.array(
    z.object({
      slo: slugSchema,
      sliName: z.string(),
      endpoint: z.object({ verb: z.nullable(z.string()), path: z.string() }),
      period: periodSchema,
      before: effectSchema,
      after: effectSchema,
    }),
  ),
})
export type CorrectionPreview = z.infer<typeof correctionPreviewSchema>

/** One decision: all that was recorded at once. */
export const recordedCorrectionSchema = z.object({
  id: slugSchema,
  kind: z.enum(['exclusion', 'top-up']),
  category: z.enum(correctionCategories),
  status: z.enum(correctionStatuses),
  team: slugSchema,
  teamName: z.string(),
  service: slugSchema,
  deployment: slugSchema,
  slos: z.array(
    z.object({
      id: slugSchema,
      slug: slugSchema,
      sli: slugSchema,
      sliName: z.string(),
      endpoint: z.object({ verb: z.nullable(z.string()), path: z.string() }),
    }),
  ),
  /** When the first one begins, and when it ends: the same for a top-up. */
  start: instantSchema,
  end: instantSchema,
  /** The end of the last one. */
  lastEnd: instantSchema,
  timeCount: countSchema,
  /** Of those that were not withdrawn. */
  upcomingCount: countSchema,
  /** Begun or not. */
  withdrawnCount: countSchema,
  /** Names of the periods it applies in, oldest first. */
  periods: z.array(z.string()),
  share: z.nullable(ratioSchema),
  dependency: z.nullable(z.string()),
  recurrence: z.nullable(z.object({ rule: z.string(), timeZone: z.string(), words: z.string() })),
  author: z.string(),
  reason: z.string(),
  at: instantSchema,
  withdrawnAt: z.nullable(instantSchema),
  withdrawnBy: z.nullable(z.string()),
  withdrawnReason: z.nullable(z.string()),
})
export type RecordedDecision = z.infer<typeof recordedCorrectionSchema>
export const correctionPageSchema = pageSchema(recordedCorrectionSchema)

export const correctionsQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  category: choicesParameter(correctionCategories),
  status: choicesParameter(correctionStatuses),
  /** Words that must all occur in reason, author, dependency, service or deployment. */
  search: searchSchema,
  ...pageQuery,
})

const withdrawnPart = {
  /** `upcoming`: only what has not begun yet; `one`: the time that begins at `start`, and no other. */
  part: z._default(z.enum(['all', 'upcoming', 'one']), 'all'),
  start: orUnknown(instantSchema),
}

export const withdrawalSchema = z.strictObject({ reason: reasonSchema, ...withdrawnPart })
export const withdrawalPartSchema = z.strictObject(withdrawnPart)
export type WithdrawalPart = z.infer<typeof withdrawalPartSchema>

export const withdrawalPreviewSchema = z.object({
  /** How many times would count no more. */
  timeCount: countSchema,
  effects: correctionPreviewSchema.shape.effects,
})

const correctionTimeSchema = z.object({
  start: instantSchema,
  /** Equal to `start` for a top-up. */
  end: instantSchema,
  /** Two where the end of a period lies in it. */
  periods: z.array(z.string()),
  withdrawnAt: z.nullable(instantSchema),
  withdrawnBy: z.nullable(z.string()),
  withdrawnReason: z.nullable(z.string()),
})
export type CorrectionTime = z.infer<typeof correctionTimeSchema>
export const correctionTimesSchema = z.object({ items: z.array(correctionTimeSchema) })
