import * as z from 'zod/mini'

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
export const teamRuleBodySchema = z.object({ rule: alertRuleSchema })
