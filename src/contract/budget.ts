import * as z from 'zod/mini'

import { periodSchema } from './catalog.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { figureColumn } from './columns.ts'
import {
  budgetStates,
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  pageSchema,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'

/** One period of one series, whole: everything a table cell, a tooltip or a verdict says comes from here. */
export const periodBudgetSchema = z.object({
  period: periodSchema,
  state: budgetStateSchema,
  /** Bad events the period may hold; an estimate while it is open. */
  grant: z.number(),
  good: countSchema,
  bad: countSchema,
  total: countSchema,
  /** Null without a budget (100 % target). Corrected. */
  remaining: z.nullable(ratioSchema),
  rawRemaining: z.nullable(ratioSchema),
  isCorrected: z.boolean(),
  /** When a correction, or hours that came late, last changed it after it had closed; left out where none did. */
  restatedAt: z.optional(instantSchema),
  exhaustedAt: z.nullable(instantSchema),
  timeToExhaustionHours: z.nullable(z.number()),
  isPremature: z.boolean(),
  elapsedHours: countSchema,
  missingHours: countSchema,
  coverage: z.nullable(ratioSchema),
  elapsedShare: ratioSchema,
  projectedExhaustionAt: z.nullable(instantSchema),
})
export type PeriodBudgetOnWire = z.infer<typeof periodBudgetSchema>

/** Who a budget belongs to; the words of a row's first columns. */
export const subject = {
  sloId: slugSchema,
  sloSlug: slugSchema,
  team: slugSchema,
  teamName: z.string(),
  service: slugSchema,
  sli: slugSchema,
  sliName: z.string(),
  deployment: slugSchema,
  endpoint: z.object({ slug: slugSchema, verb: z.nullable(z.string()), path: z.string() }),
  target: targetSchema,
  thresholdMs: z.nullable(z.number()),
  flavor: z.enum(['explicit', 'default']),
  priority: z.nullable(z.int()),
}

/** A row of every list of budgets; one request brings a page of them, sparklines inside. */
export const budgetSummarySchema = z.object({
  ...subject,
  budget: periodBudgetSchema,
  /** The highest burn rate among the rules that hold now, with its window; null when nothing burns. */
  burning: z.nullable(
    z.object({ rate: z.number(), longHours: z.number(), severity: z.enum(['page', 'ticket']) }),
  ),
  /** Verdicts of the three periods before, oldest first; null where the series did not exist. */
  earlier: z.array(z.nullable(budgetStateSchema)),
  /** Remaining budget at the end of each elapsed day of the period; null for a day that was not measured, or without a budget. */
  sparkline: figureColumn,
})
export type BudgetSummary = z.infer<typeof budgetSummarySchema>
export const budgetPageSchema = z.extend(pageSchema(budgetSummarySchema), {
  /** What is promised in the selection: which SLOs there are, and who has none yet. */
  answer: z.string(),
})

export const budgetSortColumns = [
  'service',
  'team',
  'sli',
  'slo',
  'target',
  'deployment',
  'state',
  'remaining',
  'burn-rate',
  'exhaustion',
] as const
export type BudgetSortColumn = (typeof budgetSortColumns)[number]

export const budgetsQuery = z.strictObject({
  /** A period's id, or `current`. */
  period: z.optional(z.string()),
  /** The budgets as they stood at this full hour; the present where it is left out. */
  at: z.optional(instantSchema),
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  sli: z.optional(slugListSchema),
  slo: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  /** Of deployments; left out: whatever they are for. */
  stage: z.optional(z.enum(['production'])),
  state: choicesParameter(budgetStates),
  /** `only` keeps what burns now. */
  burning: z.optional(z.enum(['only'])),
  /** Default SLOs are listed unless hidden. */
  defaults: z.optional(z.enum(['show', 'hide'])),
  /** Words that must all occur in service, endpoint, SLI, team or deployment. */
  search: searchSchema,
  sort: sortParameter(budgetSortColumns),
  ...pageQuery,
})
export type BudgetsQuery = z.infer<typeof budgetsQuery>
