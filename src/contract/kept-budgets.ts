import * as z from 'zod/mini'

import { windowNames } from '../domain/time-window.ts'
import { periodSchema } from './catalog.ts'
import { countSchema, instantSchema, ratioSchema, slugListSchema, slugSchema } from './common.ts'

/** The headline of an organization: services that kept every budget, period by period. */
export const keptPeriodSchema = z.object({
  period: periodSchema,
  kept: countSchema,
  counted: countSchema,
  share: z.nullable(ratioSchema),
})
export const keptBudgetsSchema = z.object({
  dataUpTo: instantSchema,
  items: z.array(keptPeriodSchema),
  /** The same per team, same order of periods. */
  teams: z.array(
    z.object({
      team: slugSchema,
      name: z.string(),
      items: z.array(z.object({ kept: countSchema, counted: countSchema })),
    }),
  ),
  /** Services by how often they broke budgets in the window, worst first, at most 100. */
  services: z.array(
    z.object({ service: slugSchema, team: slugSchema, brokenPeriods: z.array(z.nullable(z.boolean())) }),
  ),
})
export type KeptBudgets = z.infer<typeof keptBudgetsSchema>
/** Either `window`, or both `from` and `to`: whole periods that share an hour with it. */
export const keptBudgetsQuery = z.strictObject({
  window: z.optional(z.enum(windowNames)),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  deployment: z.optional(slugListSchema),
  team: z.optional(slugListSchema),
})
