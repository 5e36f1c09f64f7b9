import * as z from 'zod/mini'

import { downtimeLeanings } from '../domain/planned-downtime.ts'
import { subject } from './budget.ts'
import { periodSchema } from './catalog.ts'
import { figureColumn, textColumn } from './columns.ts'
import { countSchema, instantSchema, ratioSchema, slugSchema } from './common.ts'

const MOST_MINUTES = 24 * 60

const clauseSchema = z.object({
  team: slugSchema,
  policy: slugSchema,
  policyName: z.string(),
  clause: z.string(),
  clauseName: z.string(),
})

/** One SLO of the service there, and what the downtime would do to it. */
const budgetAtRiskSchema = z.object({
  ...subject,
  /** What is left before it: now, or all of it in the period after; null without a budget. */
  remaining: z.nullable(ratioSchema),
  /** Bad events it would bring, and how many the period may hold. */
  bad: z.number(),
  grant: z.number(),
  depletion: z.nullable(ratioSchema),
  left: z.nullable(ratioSchema),
  /** The first clause that would stop releases as more is depleted, and that share; null where none would. */
  stop: z.nullable(z.extend(clauseSchema, { share: ratioSchema, wouldBeMet: z.boolean() })),
})
export type BudgetAtRisk = z.infer<typeof budgetAtRiskSchema>

const startSchema = z.nullable(z.object({ at: instantSchema, left: ratioSchema, bears: z.boolean() }))
export type DowntimeStart = z.infer<typeof startSchema>

export const plannedDowntimeSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  deployment: slugSchema,
  isProduction: z.boolean(),
  minutes: countSchema,
  failingPercent: z.number(),
  from: instantSchema,
  /** The one it begins in; the open one, and the one after that. */
  period: periodSchema,
  openPeriod: periodSchema,
  laterPeriod: periodSchema,
  /** The least room first; without a budget last. */
  budgets: z.array(budgetAtRiskSchema),
  /** For every hour in which it may begin: the least that any budget would have left. */
  starts: z.object({ at: textColumn, left: figureColumn }),
  /** Where the budgets have most room: in the open period, and in the one after. Null where it does not fit in, or no budget tells. */
  best: startSchema,
  bestLater: startSchema,
  /** Clauses that stop releases here now. */
  stops: z.array(
    z.extend(clauseSchema, {
      enactment: z.string(),
      since: instantSchema,
      isAcknowledged: z.boolean(),
    }),
  ),
  outcome: z.object({
    /** Null where no budget tells. */
    leansTo: z.nullable(z.enum(downtimeLeanings)),
    says: z.string(),
    rule: z.string(),
  }),
  dataUpTo: instantSchema,
})
export type PlannedDowntimeEffect = z.infer<typeof plannedDowntimeSchema>

export const plannedDowntimeQuery = z.strictObject({
  service: slugSchema,
  deployment: slugSchema,
  minutes: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(MOST_MINUTES))),
  /** Of what is asked, how much fails meanwhile, in percent. */
  failing: z.optional(z.coerce.number().check(z.gt(0), z.lte(100))),
  /** A whole hour. */
  from: z.optional(instantSchema),
})
