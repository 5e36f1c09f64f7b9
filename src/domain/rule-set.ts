import type { AlertRule } from './alert-rule.ts'
import { defaultBurnRateRules, wholeHours, type BurnRateRule } from './burn-rate.ts'
import type { Hour } from './hours.ts'

/** What tells somebody: the rules that are watched, how often they are looked at and how long it is quiet afterwards. */
export type RuleSet = Readonly<{
  rules: readonly BurnRateRule[]
  evaluationHours: number
  /** 0: every breach alerts once, when it begins. */
  snoozeHours: number
}>

const OWN_RULE_ID = 'own'

export const defaultRuleSet: RuleSet = { rules: defaultBurnRateRules, evaluationHours: 1, snoozeHours: 0 }

/**
 * A team's rule in place of the default ones. It is one window, long and short at once. Past hours are all there is of
 * the past, so that what is finer than an hour is taken as one.
 */
export function ruleSetOf(own: AlertRule | null): RuleSet {
  if (own === null) return defaultRuleSet
  return {
    rules: [
      {
        id: OWN_RULE_ID,
        severity: 'page',
        longHours: wholeHours(own.windowMinutes),
        shortMinutes: own.windowMinutes,
        rate: own.shareOfWindowBudgetPercent / 100,
      },
    ],
    evaluationHours: wholeHours(own.evaluationMinutes),
    snoozeHours: own.snoozeMinutes === 0 ? 0 : wholeHours(own.snoozeMinutes),
  }
}

/** Which parts of a team's rule are coarser here than it says. */
export function coarseParts({
  windowMinutes,
  evaluationMinutes,
  snoozeMinutes,
}: AlertRule): readonly ('window' | 'evaluation' | 'snooze')[] {
  const isCoarse = (minutes: number) => minutes % 60 !== 0
  return [
    ...(isCoarse(windowMinutes) ? (['window'] as const) : []),
    ...(isCoarse(evaluationMinutes) ? (['evaluation'] as const) : []),
    ...(isCoarse(snoozeMinutes) ? (['snooze'] as const) : []),
  ]
}

/** Rules in the order in which they came into force; the first holds for all hours before it too. */
export type RuleTimeline = readonly [
  Readonly<{ fromHour: Hour; set: RuleSet }>,
  ...Readonly<{ fromHour: Hour; set: RuleSet }>[],
]

export const defaultTimeline: RuleTimeline = [{ fromHour: 0, set: defaultRuleSet }]

/** The set that judges an hour. */
export function ruleSetAt(timeline: RuleTimeline, hour: Hour): RuleSet {
  return (timeline.findLast(({ fromHour }) => fromHour <= hour) ?? timeline[0]).set
}
