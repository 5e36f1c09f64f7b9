import type { TeamRule } from '../../contract/team-rule.ts'
import { formatBurnRate, formatDuration } from '../../domain/format.ts'
import { windowWords } from '../../ui/slo-words.ts'
import type { RuleView } from '../../url/rule-view.ts'

export type Rule = NonNullable<TeamRule['rule']>

/** The book's example: twice the hour's budget, looked at every five minutes, then quiet for two hours. */
const firstDraft: Rule = {
  windowMinutes: 60,
  shareOfWindowBudgetPercent: 200,
  evaluationMinutes: 5,
  snoozeMinutes: 120,
}

/** What was typed, over the rule in force; a team without one begins with the book's example. */
export function draftOf(view: RuleView, inForce: TeamRule['rule']): Rule {
  const base = inForce ?? firstDraft
  return {
    windowMinutes: view.windowMinutes ?? base.windowMinutes,
    shareOfWindowBudgetPercent: view.share ?? base.shareOfWindowBudgetPercent,
    evaluationMinutes: view.evaluationMinutes ?? base.evaluationMinutes,
    snoozeMinutes: view.snoozeMinutes ?? base.snoozeMinutes,
  }
}

/** What tells somebody now, in a sentence. */
export function inForceWords({ rule, defaults }: Pick<TeamRule, 'rule' | 'defaults'>): string {
  if (rule !== null) return `In force: ${ruleWords(rule)}.`
  const words = defaults.map(
    ({ severity, longHours, rate }) =>
      `${severity} above ${formatBurnRate(rate)}× over ${windowWords(longHours)}`,
  )
  return `In force: the default rules, scaled to the length of the period: ${words.join(', ')}. Nothing is snoozed.`
}

export function ruleWords(rule: Rule): string {
  const snooze =
    rule.snoozeMinutes === 0 ? 'never silent' : `silent for ${minuteWords(rule.snoozeMinutes)} after an alert`
  return (
    `more than ${rule.shareOfWindowBudgetPercent} % of a window’s budget within ` +
    `${minuteWords(rule.windowMinutes)}, looked at every ${minuteWords(rule.evaluationMinutes)}, ${snooze}`
  )
}

function minuteWords(minutes: number): string {
  return formatDuration(minutes / 60)
}
