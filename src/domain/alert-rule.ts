import { PPB, allowancePpb } from './target.ts'

/** A team's own rule, in place of the default burn-rate rules. */
export type AlertRule = Readonly<{
  windowMinutes: number
  /** 200 fires when bad events are more than twice what the window's budget allows. */
  shareOfWindowBudgetPercent: number
  evaluationMinutes: number
  /** How long the SLO stays silent after an alert. */
  snoozeMinutes: number
}>

type Limit = Pick<AlertRule, 'shareOfWindowBudgetPercent'>

/** The share of bad events in the window above which the rule fires. */
export function badRateLimit(rule: Limit, target: number): number {
  return (allowancePpb(target) * rule.shareOfWindowBudgetPercent) / (PPB * 100)
}

/** More than the limit; a window exactly at it does not fire, nor does one without events. */
export function isLimitExceeded(
  rule: Limit,
  count: Readonly<{ good: number; total: number }>,
  target: number,
): boolean {
  const bad = count.total - count.good
  return bad * PPB * 100 > rule.shareOfWindowBudgetPercent * allowancePpb(target) * count.total
}

/** A breach is stored, and depletes, whether or not anybody was told of it. */
export type EvaluatedBreach = Readonly<{ atMinute: number; alerts: boolean }>

/**
 * Which of the minutes at which a breach was seen raise an alert, minutes ascending. Only minutes at which the rule is
 * evaluated see anything. After an alert the SLO is silent for the snooze time; its last minute may alert again.
 */
export function evaluatedBreaches(
  rule: Pick<AlertRule, 'evaluationMinutes' | 'snoozeMinutes'>,
  breachedMinutes: readonly number[],
): readonly EvaluatedBreach[] {
  let silentUntil = Number.NEGATIVE_INFINITY
  return breachedMinutes
    .filter((minute) => minute % rule.evaluationMinutes === 0)
    .map((atMinute) => {
      const alerts = atMinute >= silentUntil
      if (alerts) silentUntil = atMinute + rule.snoozeMinutes
      return { atMinute, alerts }
    })
}
