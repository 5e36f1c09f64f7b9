import * as z from 'zod/mini'

import { sortParameter } from './choices.ts'
import { countSchema, ratioSchema, slugSchema } from './common.ts'
import { adherenceQuery } from './indicators.ts'
import { periodColumn, tableOf } from './tables.ts'

const keptSortColumns = ['service', 'team', 'broken'] as const
export type KeptSortColumn = (typeof keptSortColumns)[number]

const keptRowSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  teamName: z.string(),
  /** In the order of the table's periods. SLOs in each of their deployments. */
  cells: z.array(
    z.object({
      within: countSchema,
      broke: countSchema,
      /** Without traffic or data: neither. */
      silent: countSchema,
      /** Null where none counts. */
      isKept: z.nullable(z.boolean()),
    }),
  ),
  /** Closed periods in which at least one SLO broke its budget. Null where none of them has a verdict. */
  brokenPeriods: z.nullable(countSchema),
  /** A falling share of SLOs that broke their budgets, over at least three closed periods. */
  isImproving: z.boolean(),
})
export type KeptRow = z.infer<typeof keptRowSchema>

export const keptOverviewSchema = z.extend(tableOf(keptRowSchema), {
  /** Services that kept every budget, in the order of the periods. */
  totals: z.array(z.object({ kept: countSchema, counted: countSchema, share: z.nullable(ratioSchema) })),
  /** The marks, and whether more than them was kept in each of the last three closed periods. */
  marks: z.array(z.object({ share: ratioSchema, isConsistent: z.boolean() })),
})
export type KeptOverviewTable = z.infer<typeof keptOverviewSchema>

export const keptOverviewQuery = z.extend(adherenceQuery, {
  sort: sortParameter(keptSortColumns, [periodColumn]),
})
