import * as z from 'zod/mini'

import { scales } from '../domain/budget-series.ts'
import { correctionCategories } from '../domain/correction.ts'
import { windowNames } from '../domain/time-window.ts'
import { budgetSummarySchema, periodBudgetSchema, subject } from './budget.ts'
import { sloVersionSchema, sourceSchema } from './catalog.ts'
import { figureColumn, numberColumn, textColumn } from './columns.ts'
import { countSchema, instantSchema, ratioSchema, slugSchema, targetSchema } from './common.ts'
import { policyMarkSchema } from './policy-mark.ts'

export const burnRateReadingSchema = z.object({
  ruleId: z.string(),
  severity: z.enum(['page', 'ticket']),
  longHours: z.number(),
  threshold: z.number(),
  rate: z.nullable(z.number()),
  holds: z.boolean(),
  /** The buckets are too coarse for the rule's own short window. */
  isCoarse: z.boolean(),
  /** What was read for the short window, and up to when. */
  shortMinutes: z.number(),
  upTo: instantSchema,
})
export type BurnRateReadingOnWire = z.infer<typeof burnRateReadingSchema>

export const correctionSchema = z.object({
  id: z.string(),
  /** What was recorded at once: the same for each time of a recurring maintenance, and for all SLOs it is about. */
  decision: slugSchema,
  kind: z.enum(['exclusion', 'top-up']),
  category: z.enum(correctionCategories),
  start: instantSchema,
  /** Equal to `start` for a top-up. */
  end: instantSchema,
  /** Share of the grant given back; null for an exclusion. */
  share: z.nullable(ratioSchema),
  dependency: z.nullable(z.string()),
  /** In words, as in "every week on Sunday"; null for what happens once. */
  recurrence: z.nullable(z.string()),
  /** By whose clocks it recurs; null for what happens once. */
  timeZone: z.nullable(z.string()),
  author: z.string(),
  reason: z.string(),
  at: instantSchema,
  withdrawnAt: z.nullable(instantSchema),
  withdrawnBy: z.nullable(z.string()),
  withdrawnReason: z.nullable(z.string()),
})

export const projectionSchema = z.object({
  windowHours: z.number(),
  badPerHour: z.number(),
  exhaustedAt: z.nullable(instantSchema),
})

/**
 * Columns, not objects: row i of every array belongs together. `hour` is the first hour of the slot,
 * `remaining` stands at the slot's end. A slot without any bucket has no row. Months are whole, whatever the period, and
 * each has a virtual grant from its own events; one that lies in several periods stands with the last of those shown.
 */
export const budgetColumnsSchema = z.object({
  hour: textColumn,
  good: numberColumn,
  total: numberColumn,
  remaining: figureColumn,
  rawRemaining: figureColumn,
  /** How long each slot is, where some are shorter than the scale; `hour` then names the minute it begins at. */
  minutes: z.optional(numberColumn),
})
export type BudgetColumns = z.infer<typeof budgetColumnsSchema>

export const episodeSchema = z.object({
  periodId: z.string(),
  start: instantSchema,
  end: instantSchema,
  spanHours: z.number(),
  bad: countSchema,
  depletion: ratioSchema,
  speed: z.number(),
  peakBurnRate: z.number(),
  /** The last release of the service to the deployment in the 24 hours before the episode began, or during its first hour. */
  releaseBefore: z.nullable(z.object({ version: z.string(), at: instantSchema })),
})
export type EpisodeOnWire = z.infer<typeof episodeSchema>

/** As the list of breaches has it, with less beside it. */
export const breachSchema = z.object({
  id: slugSchema,
  start: instantSchema,
  end: z.nullable(instantSchema),
  severity: z.enum(['page', 'ticket']),
  /** Null where a report says nothing of it. */
  peakRate: z.nullable(z.number()),
  peakLongHours: z.nullable(z.number()),
  /** The share of the period's grant that its hours took; null without a grant. */
  depletion: z.nullable(ratioSchema),
  /** 0 where it lay in the snooze of an earlier alert as a whole. */
  alertCount: countSchema,
  incidents: z.array(
    z.object({ id: z.string(), title: z.nullable(z.string()), url: z.nullable(z.string()) }),
  ),
})

/** One SLO in one deployment over a window: the burn-down, period by period, and all that is marked on it. */
export const budgetHistorySchema = z.object({
  ...subject,
  versions: z.array(sloVersionSchema),
  window: z.object({ from: instantSchema, to: instantSchema }),
  scale: z.enum(scales),
  offeredScales: z.array(z.enum(scales)),
  /** The hour the data end at; what comes after is estimate. */
  dataUpTo: instantSchema,
  /** Oldest first; those that overlap the window. */
  periods: z.array(
    z.object({
      budget: periodBudgetSchema,
      columns: budgetColumnsSchema,
      /** % per hour; null without an episode. */
      averageSpeed: z.nullable(z.number()),
      highestSpeed: z.nullable(z.number()),
    }),
  ),
  /** Present when the 28-day sliding view was asked for: one row an hour over the window. */
  sliding: z.nullable(budgetColumnsSchema),
  projections: z.array(projectionSchema),
  readings: z.array(burnRateReadingSchema),
  /** Of whole hours up to `dataUpTo`, as every list has it; readings may end later, where finer counts are held. */
  burning: budgetSummarySchema.shape.burning,
  /** Whose rules the readings are of: the default ones, or those the team has in place of them. */
  readBy: z.enum(['default-rules', 'team-rules']),
  episodes: z.array(episodeSchema),
  breaches: z.array(breachSchema),
  corrections: z.array(correctionSchema),
  /** When clauses of the team’s policy were met in it, where the policy is public. */
  enactments: z.array(policyMarkSchema),
  releases: z.array(z.object({ id: z.string(), version: z.string(), at: instantSchema })),
  slaTarget: z.nullable(targetSchema),
  /** The file its SLO is agreed in; left out where it stands in none. */
  source: z.optional(sourceSchema),
  /** Hours of the window that were not measured, as spans. */
  gaps: z.array(z.object({ start: instantSchema, end: instantSchema })),
})
export type BudgetHistory = z.infer<typeof budgetHistorySchema>

/** Either `window`, or both `from` and `to`. */
export const budgetHistoryQuery = z.strictObject({
  window: z.optional(z.enum(windowNames)),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  scale: z.optional(z.enum(scales)),
  sliding: z.optional(z.enum(['show'])),
})
export type BudgetHistoryQuery = z.infer<typeof budgetHistoryQuery>

/** The verdict of every period of the current year, for the strip at the top of an SLO's page. */
export const verdictsSchema = z.object({ items: z.array(periodBudgetSchema) })
export const verdictsQuery = z.strictObject({ window: z.optional(z.enum(windowNames)) })

/** Raw buckets, so that anyone can recompute every figure. At most two years of hours a request. */
export const bucketColumnsSchema = z.object({
  hour: textColumn,
  good: numberColumn,
  total: numberColumn,
})
export const bucketsQuery = z.strictObject({ from: instantSchema, to: instantSchema })
