import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { periodBudgetSchema, subject } from './budget.ts'
import { periodSchema } from './catalog.ts'
import { sortParameter } from './choices.ts'
import {
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'
import { periodColumn, spanned, tableOf, verdictTotals, windowed } from './tables.ts'
import { policyMarkSchema } from './policy-mark.ts'

/** Which SLOs in which deployments; what is left out does not narrow. */
const selection = {
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  sli: z.optional(slugListSchema),
  /** By id, as in payment-gateway.availability.post-charge. */
  slo: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  /** Default SLOs are listed unless hidden. */
  defaults: z.optional(z.enum(['show', 'hide'])),
  search: searchSchema,
}

const adherenceSortColumns = [
  'service',
  'team',
  'sli',
  'slo',
  'target',
  'deployment',
  'broken',
  'fulfilled',
  'rate',
  'streak',
] as const
export type AdherenceSortColumn = (typeof adherenceSortColumns)[number]

const adherenceRowSchema = z.object({
  ...subject,
  /** In the order of the table's periods. */
  cells: z.array(
    z.object({
      adherence: z.enum(adherences),
      /** Null where the SLO did not exist. */
      state: z.nullable(budgetStateSchema),
      remaining: z.nullable(ratioSchema),
      isPremature: z.boolean(),
    }),
  ),
  ...verdictTotals,
})
export type AdherenceRow = z.infer<typeof adherenceRowSchema>
export const adherenceTableSchema = tableOf(adherenceRowSchema)

export const adherenceQuery = z.strictObject({
  ...selection,
  ...windowed,
  sort: sortParameter(adherenceSortColumns, [periodColumn]),
  ...pageQuery,
})

const depletionSortColumns = [
  'service',
  'team',
  'sli',
  'slo',
  'target',
  'deployment',
  'period',
  'remaining',
  'exhaustion',
  'average-speed',
  'highest-speed',
] as const
export type DepletionSortColumn = (typeof depletionSortColumns)[number]

/** One SLO in one deployment in one period. */
const depletionRowSchema = z.object({
  ...subject,
  budget: periodBudgetSchema,
  /** % of the budget per hour; null without an episode. */
  averageSpeed: z.nullable(z.number()),
  highestSpeed: z.nullable(z.number()),
})
export type DepletionRow = z.infer<typeof depletionRowSchema>

/** Of the selection, whether exhausted early or not; one for each period. */
const inView = {
  inView: z.object({ budgets: countSchema, measured: countSchema, asked: countSchema }),
}
export const depletionTableSchema = z.extend(tableOf(depletionRowSchema), inView)

export const depletionQuery = z.strictObject({
  ...selection,
  ...windowed,
  /** `only` keeps the periods in which the budget was exhausted before their end. */
  premature: z.optional(z.enum(['only'])),
  sort: sortParameter(depletionSortColumns),
  ...pageQuery,
})

/** The burn-down of every period of one SLO in one deployment, as small as a row. */
const curvesRowSchema = z.object({
  ...subject,
  /** In the order of the table's periods; null where the SLO did not exist. */
  curves: z.array(
    z.nullable(
      z.object({
        state: budgetStateSchema,
        remaining: z.nullable(ratioSchema),
        isPremature: z.boolean(),
        /** At the end of each elapsed day, null for one that was not measured; null as a whole where it is not drawn. */
        daily: z.nullable(z.array(z.nullable(ratioSchema))),
      }),
    ),
  ),
  /** Periods of the window in which the budget was exhausted early. */
  prematureCount: countSchema,
  /** What may have bent a curve, each oldest first, in the periods that are drawn. */
  marks: z.object({
    releases: z.array(z.object({ version: z.string(), at: instantSchema })),
    targetChanges: z.array(z.object({ at: instantSchema, before: targetSchema, after: targetSchema })),
    /** Those in force; a top-up is an instant. */
    corrections: z.array(
      z.object({ kind: z.enum(['exclusion', 'top-up']), start: instantSchema, end: instantSchema }),
    ),
    /** When clauses of the team’s policy were met, where it is public. */
    enactments: z.array(policyMarkSchema),
  }),
})
export type CurvesRow = z.infer<typeof curvesRowSchema>
export const curvesTableSchema = z.extend(tableOf(curvesRowSchema), inView)

export const curvesQuery = z.strictObject({
  ...selection,
  ...windowed,
  /** `only` draws the periods in which the budget was exhausted early, of the SLOs that have one. */
  premature: z.optional(z.enum(['only'])),
  ...pageQuery,
})

const endpointSortColumns = [
  'service',
  'team',
  'endpoint',
  'deployment',
  'period',
  'requests',
  'availability',
  'average-latency',
  'max-latency',
  'p50',
  'p95',
  'p99',
] as const
export type EndpointSortColumn = (typeof endpointSortColumns)[number]

/** Linear within its bucket of the histogram. */
const quantileSchema = z.object({
  ms: z.number(),
  /** It lies above the last bound of the histogram, and nobody knows how far. */
  isAtLeast: z.boolean(),
})

/** One endpoint in one deployment in one period, SLO or not. */
const endpointRowSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  teamName: z.string(),
  deployment: slugSchema,
  endpoint: z.object({ slug: z.nullable(slugSchema), verb: z.nullable(z.string()), path: z.string() }),
  period: periodSchema,
  requests: countSchema,
  failures: countSchema,
  /** Null without a request. */
  availability: z.nullable(ratioSchema),
  /** Null where no request was timed. */
  averageLatencyMs: z.nullable(z.number()),
  maxLatencyMs: z.nullable(z.number()),
  /** Null where hours came without a histogram, or with different bounds. */
  percentiles: z.nullable(z.object({ p50: quantileSchema, p95: quantileSchema, p99: quantileSchema })),
  /** So few requests that one failure moves the figures visibly. */
  isLowTraffic: z.boolean(),
})
export type EndpointRow = z.infer<typeof endpointRowSchema>
export const endpointTableSchema = tableOf(endpointRowSchema)

export const endpointRankingQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  search: searchSchema,
  ...spanned,
  /** Which question the answer is about, and what comes first without `sort`. */
  by: z.optional(z.enum(['availability', 'latency'])),
  sort: sortParameter(endpointSortColumns),
  ...pageQuery,
})
