import type { UrlCodec } from './codec.ts'
import { slugsFrom } from './codec.ts'

/** A draft of a team's rule, and the SLO on whose past it is tried. What is null is as in the rule in force. */
export type RuleView = Readonly<{
  slo: string | null
  deployment: string | null
  windowMinutes: number | null
  share: number | null
  evaluationMinutes: number | null
  snoozeMinutes: number | null
}>

const WEEK_MINUTES = 10_080

export const ruleViewCodec: UrlCodec<RuleView> = {
  parse: (params) => ({
    slo: slugsFrom(params['slo'])[0] ?? null,
    deployment: slugsFrom(params['deployment'])[0] ?? null,
    windowMinutes: numberFrom(params['window'], 1, WEEK_MINUTES),
    share: numberFrom(params['share'], 1, 100_000),
    evaluationMinutes: numberFrom(params['evaluation'], 1, 1440),
    snoozeMinutes: numberFrom(params['snooze'], 0, WEEK_MINUTES),
  }),
  format: (view) => ({
    ...(view.slo !== null && { slo: view.slo }),
    ...(view.deployment !== null && { deployment: view.deployment }),
    ...(view.windowMinutes !== null && { window: String(view.windowMinutes) }),
    ...(view.share !== null && { share: String(view.share) }),
    ...(view.evaluationMinutes !== null && { evaluation: String(view.evaluationMinutes) }),
    ...(view.snoozeMinutes !== null && { snooze: String(view.snoozeMinutes) }),
  }),
}

function numberFrom(text: string | undefined, least: number, most: number): number | null {
  if (!/^\d{1,6}$/.test(text ?? '')) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}
