import * as z from 'zod/mini'

import { budgetsQuery, budgetSummarySchema, periodBudgetSchema, subject } from './budget.ts'
import { periodSchema, stateCountsSchema } from './catalog.ts'
import { sortParameter } from './choices.ts'
import { budgetStateSchema, countSchema, pageSchema, ratioSchema, slugSchema } from './common.ts'
import { matrixRows, matrixColumns, matrixGroups, matrixSortColumns } from './names.ts'

/** Which budgets, by the levels of the hierarchy and by words. */
const selection = z.omit(budgetsQuery, {
  state: true,
  burning: true,
  sort: true,
  cursor: true,
  limit: true,
}).shape
const { state, burning, cursor, limit } = budgetsQuery.shape

const countedSchema = {
  seriesCount: countSchema,
  burningCount: countSchema,
  states: stateCountsSchema,
}

/** How a place in the hierarchy stands: counts, never a mean of percentages. */
export const rollUpSchema = z.object({
  period: periodSchema,
  ...countedSchema,
  /** Services whose series all kept their budgets so far. */
  services: z.object({ kept: countSchema, counted: countSchema, share: z.nullable(ratioSchema) }),
  /** The same place in each deployment, whichever is chosen; those without a budget there are left out. */
  deployments: z.array(z.object({ slug: slugSchema, name: z.string(), ...countedSchema })),
  /** Where one deployment is chosen: whether its trouble is its alone. */
  elsewhere: z.nullable(
    z.object({
      troubled: countSchema,
      onlyHere: countSchema,
      alsoElsewhere: countSchema,
      alone: countSchema,
      answer: z.string(),
    }),
  ),
  /** Where one SLO is asked for and no deployment is chosen: in which of its production deployments it is in trouble. */
  where: z.nullable(z.string()),
})
export type RollUp = z.infer<typeof rollUpSchema>

export const rollUpQuery = z.strictObject(selection)

/** The series of a cell that needs someone most; one without a budget or traffic only where no other is there. */
const worstSeriesSchema = z.object({
  ...subject,
  budget: z.pick(periodBudgetSchema, {
    state: true,
    remaining: true,
    total: true,
    elapsedShare: true,
    missingHours: true,
    exhaustedAt: true,
    projectedExhaustionAt: true,
    isCorrected: true,
  }),
  burning: budgetSummarySchema.shape.burning,
  sparkline: budgetSummarySchema.shape.sparkline,
})

const matrixCellSchema = z.object({
  ...countedSchema,
  /** Of the three periods before, oldest first; a null state where no series existed. */
  earlier: z.array(
    z.object({ state: z.nullable(budgetStateSchema), broken: countSchema, counted: countSchema }),
  ),
  /** The smallest budget of those that were measured; null where none was. */
  leastRemaining: z.nullable(ratioSchema),
  worst: worstSeriesSchema,
})
export type MatrixCell = z.infer<typeof matrixCellSchema>

const matrixRowSchema = z.object({
  key: z.string(),
  /** What does not belong to one alone is null: an SLI is measured by many teams. */
  team: z.nullable(slugSchema),
  teamName: z.nullable(z.string()),
  service: z.nullable(slugSchema),
  sli: z.nullable(slugSchema),
  sliName: z.nullable(z.string()),
  slo: z.nullable(
    z.object({
      id: subject.sloId,
      slug: subject.sloSlug,
      endpoint: subject.endpoint,
      target: subject.target,
      thresholdMs: subject.thresholdMs,
      flavor: subject.flavor,
    }),
  ),
  sloCount: countSchema,
  /** In the order of the columns; null where the row has no budget. */
  cells: z.array(z.nullable(matrixCellSchema)),
})
export type MatrixRow = z.infer<typeof matrixRowSchema>

export const matrixSchema = z.extend(pageSchema(matrixRowSchema), {
  period: periodSchema,
  /** The three before, oldest first. */
  earlierPeriods: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.enum(matrixRows),
  columns: z.array(
    z.object({
      slug: slugSchema,
      name: z.string(),
      /** Shown for comparison; it neither chooses nor sorts rows. */
      isBeside: z.boolean(),
      ...countedSchema,
    }),
  ),
})
export type Matrix = z.infer<typeof matrixSchema>

export const matrixQuery = z.strictObject({
  ...selection,
  /** States and burning choose rows by any of their budgets; a chosen row is whole. */
  state,
  burning,
  rows: z.optional(z.enum(matrixRows)),
  columns: z.optional(z.enum(matrixColumns)),
  group: z.optional(z.enum(matrixGroups)),
  /** `show` sets the other production deployments beside the one chosen. */
  beside: z.optional(z.enum(['show'])),
  sort: sortParameter(matrixSortColumns),
  cursor,
  limit,
})
export type MatrixQuery = z.infer<typeof matrixQuery>
