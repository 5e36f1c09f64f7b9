import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { penaltyAdvices, tighteningAnswers, tighteningLeanings } from '../domain/sla-tightening.ts'
import { periodSchema } from './catalog.ts'
import {
  countSchema,
  instantSchema,
  ratioSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'
import { contractSchema } from './contracts.ts'
import { durationTrendSchema } from './recovery-trend.ts'
import { outageCostSchema } from './outage-cost.ts'
import { byPeriods } from './tables.ts'

const namedSchema = z.object({ slug: slugSchema, name: z.string() })
const answerSchema = z.nullable(z.enum(tighteningAnswers))

/** An endpoint-level SLA of the team in one deployment. */
const teamSlaSchema = z.object({
  id: slugSchema,
  name: z.string(),
  service: slugSchema,
  deployment: slugSchema,
  target: targetSchema,
  sloTarget: targetSchema,
  /** What lies between the SLO and the SLA; negative where the SLA is the tighter of the two. */
  leeway: ratioSchema,
  /** In events of the last closed period; null where it had none. */
  leewayEvents: z.nullable(z.number()),
  /** Of each closed period. */
  cells: z.array(z.object({ adherence: z.enum(adherences), remaining: z.nullable(ratioSchema) })),
})
export type TeamSlaOnWire = z.infer<typeof teamSlaSchema>

const teamSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  contracts: z.array(namedSchema),
  recovery: z.extend(durationTrendSchema, { openCount: countSchema, downtimeMinutes: z.number() }),
  slas: z.array(teamSlaSchema),
  /** By closed period: kept where every SLA of the team was; what the one with the least had left. */
  periods: z.array(z.object({ adherence: z.enum(adherences), leastLeft: z.nullable(ratioSchema) })),
  keptCount: countSchema,
  verdictCount: countSchema,
  leastLeft: z.nullable(ratioSchema),
  medianLeft: z.nullable(ratioSchema),
  /** Null where the step before was not positive: it is not asked then. */
  steps: z.object({ recovery: z.enum(tighteningAnswers), kept: answerSchema, left: answerSchema }),
  stoppedAtStep: z.nullable(z.literal([1, 2, 3])),
  says: z.object({ recovery: z.string(), kept: z.string(), left: z.string() }),
})
export type TeamTighteningOnWire = z.infer<typeof teamSchema>

export const setSlaSchema = z.object({
  /** Those of the window, oldest first; the open one, if any, last. */
  periods: z.array(periodSchema),
  /** Of them those with a verdict to come. */
  closedPeriods: z.array(periodSchema),
  teams: z.array(teamSchema),
  /** What `team`, `contract` and `deployment` can be. */
  choices: z.object({
    teams: z.array(namedSchema),
    contracts: z.array(z.extend(namedSchema, { since: contractSchema.shape.since })),
    deployments: z.array(namedSchema),
  }),
  costs: z.array(outageCostSchema),
  outcome: z.object({
    leansTo: z.enum(tighteningLeanings),
    leaning: z.string(),
    rule: z.string(),
    penalties: z.nullable(z.enum(penaltyAdvices)),
    penaltyWords: z.string(),
  }),
  dataUpTo: instantSchema,
})
export type SetSla = z.infer<typeof setSlaSchema>

export const setSlaQuery = z.strictObject({
  /** Teams; every one that a contract rests on where it is left out. */
  team: z.optional(slugListSchema),
  contract: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  ...byPeriods,
})
