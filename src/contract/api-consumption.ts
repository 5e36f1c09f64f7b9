import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { consumptionLeanings } from '../domain/api-consumption.ts'
import { subject } from './budget.ts'
import { periodSchema } from './catalog.ts'
import {
  countSchema,
  instantSchema,
  ratioSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'
import { verdictTotals } from './tables.ts'

const cellSchema = z.object({ adherence: z.enum(adherences), remaining: z.nullable(ratioSchema) })

const trendSchema = z.object({
  count: countSchema,
  /** Null where no such period has a figure. */
  medianDepletion: z.nullable(ratioSchema),
  /** Of the depletion; null for fewer than three periods. */
  direction: z.nullable(z.enum(['upward', 'downward', 'flat'])),
})

const sloSchema = z.object({
  ...subject,
  slaTarget: z.nullable(targetSchema),
  /** Since when its target holds. */
  agreedAt: z.nullable(instantSchema),
  /** The chosen deployment first. Cells in the order of the periods. */
  environments: z.array(z.object({ deployment: slugSchema, cells: z.array(cellSchema), ...verdictTotals })),
  /** Of the last `recent` periods, in the chosen deployment. */
  sign: z.object({
    fulfilledCount: countSchema,
    brokenCount: countSchema,
    medianDepletion: z.nullable(ratioSchema),
    leansTo: z.nullable(z.enum(consumptionLeanings)),
  }),
  /** Of all the periods, in the chosen deployment. */
  fulfilled: trendSchema,
  broken: trendSchema,
  episodes: z.object({
    count: countSchema,
    /** Until depletion stops; null without an episode. */
    averageHours: z.nullable(z.number()),
    /** Those that began within a day after a release of the service there. */
    afterRelease: countSchema,
  }),
})
export type ConsumedSlo = z.infer<typeof sloSchema>

const slaSchema = z.object({
  type: z.enum(['contractual', 'endpoint-level']),
  id: slugSchema,
  name: z.string(),
  sliName: z.string(),
  target: targetSchema,
  /** Contracts that rest on it. */
  contracts: z.array(z.string()),
  /** Not signed: a contract that begins only after the period. */
  cells: z.array(z.extend(cellSchema, { isSigned: z.boolean() })),
  ...verdictTotals,
})

export const apiConsumptionSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  teamName: z.string(),
  /** Null where the service runs nowhere. */
  deployment: z.nullable(slugSchema),
  /** Where the service runs. */
  deployments: z.array(slugSchema),
  /** What its SLOs there are about, whichever are chosen. */
  slis: z.array(z.object({ slug: slugSchema, name: z.string(), count: countSchema })),
  /** Closed ones, oldest first. */
  periods: z.array(periodSchema),
  /** How many of them, the last ones, the rule looks at. */
  recent: countSchema,
  slos: z.array(sloSchema),
  /** Why there is none; null where there are some. */
  without: z.nullable(z.string()),
  slas: z.array(slaSchema),
  outcome: z.object({
    leansTo: z.nullable(z.enum(consumptionLeanings)),
    says: z.string(),
    rule: z.string(),
  }),
  dataUpTo: instantSchema,
})
export type ApiConsumption = z.infer<typeof apiConsumptionSchema>

export const apiConsumptionQuery = z.strictObject({
  service: slugSchema,
  /** Of the service; left out: its first one of production. */
  deployment: z.optional(slugSchema),
  sli: z.optional(slugListSchema),
  at: z.optional(instantSchema),
})
