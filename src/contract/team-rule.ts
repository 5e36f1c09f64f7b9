import * as z from 'zod/mini'

import { instantSchema, slugSchema } from './common.ts'

const WEEK_MINUTES = 7 * 24 * 60
const DAY_MINUTES = 24 * 60

const minutes = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))

/** A team's own rule, in place of the default burn-rate rules. */
const alertRuleSchema = z.strictObject({
  windowMinutes: minutes(1, WEEK_MINUTES),
  /** 200 tells when bad events are more than twice what the window's budget allows. */
  shareOfWindowBudgetPercent: z.number().check(z.gt(0), z.lte(100_000)),
  evaluationMinutes: minutes(1, DAY_MINUTES),
  /** How long the SLO stays silent after an alert; 0 for not at all. */
  snoozeMinutes: minutes(0, WEEK_MINUTES),
})

/** What is kept of it. */
const teamRuleBodySchema = z.object({ rule: alertRuleSchema })

/** What was kept, where it can still be read. */
export function teamRuleOf(body: unknown): z.infer<typeof alertRuleSchema> | null {
  const parsed = z.safeParse(teamRuleBodySchema, body)
  return parsed.success ? parsed.data.rule : null
}

export const teamRuleSchema = z.object({
  team: slugSchema,
  teamName: z.string(),
  /** Null where the default rules hold. */
  rule: z.nullable(alertRuleSchema),
  /** 0 where the team never had one of its own. */
  version: z.int(),
  by: z.nullable(z.string()),
  at: z.nullable(instantSchema),
  /** What the current period makes of the default rules. */
  defaults: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['page', 'ticket']),
      longHours: z.number(),
      shortMinutes: z.number(),
      rate: z.number(),
    }),
  ),
})
export type TeamRule = z.infer<typeof teamRuleSchema>

export const teamRuleChangeSchema = z.strictObject({
  seenVersion: z.int().check(z.gte(0)),
  /** Null goes back to the default rules. */
  rule: z.nullable(alertRuleSchema),
})

export const teamRuleAnswerSchema = z.object({ team: slugSchema, version: z.int() })

const countInMinutes = z.coerce.number().check(z.int(), z.gte(0), z.lte(WEEK_MINUTES))

/** A draft, and the SLO on whose past it is tried. */
export const ruleReplayQuery = z.strictObject({
  slo: slugSchema,
  deployment: slugSchema,
  window: countInMinutes,
  share: z.coerce.number().check(z.gt(0), z.lte(100_000)),
  evaluation: countInMinutes,
  snooze: countInMinutes,
})

const replaySchema = z.object({
  breachCount: z.int(),
  alertCount: z.int(),
  /** Breaches that lay in a snooze as a whole. */
  snoozedCount: z.int(),
  /** Breaches in which hardly any budget was lost: less than 1 % in a run of burning hours. */
  outsideCount: z.int(),
  /** Hours in which no rule had as many events as it needs. */
  unjudgedHours: z.int(),
  missedCount: z.int(),
  medianAfterHours: z.nullable(z.number()),
  mostGoneByThen: z.nullable(z.number()),
})
export type ReplayOnWire = z.infer<typeof replaySchema>

const toldSchema = z.object({ afterHours: z.nullable(z.number()), goneByThen: z.nullable(z.number()) })

export const ruleReplaySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  hours: z.int(),
  fewestEvents: z.int(),
  /** What of the draft is finer than past hours and was tried as hours. */
  coarse: z.array(z.enum(['window', 'evaluation', 'snooze'])),
  current: replaySchema,
  draft: replaySchema,
  /** Runs of burning hours that took at least 1 % of a budget, newest first. */
  episodes: z.array(
    z.object({
      start: instantSchema,
      end: instantSchema,
      depletion: z.number(),
      current: toldSchema,
      draft: toldSchema,
    }),
  ),
})
export type RuleReplayOnWire = z.infer<typeof ruleReplaySchema>
