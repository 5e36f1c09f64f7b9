import type { UrlCodec } from './codec.ts'
import { slugsFrom } from './codec.ts'

/** A draft of a team's rule, and the SLO on whose past it is tried. */
export type RuleView = Readonly<{
  slo: string | null
  deployment: string | null
  windowMinutes: number
  share: number
  evaluationMinutes: number
  snoozeMinutes: number
}>

/** The book's example: twice the hour's budget, looked at every five minutes, then quiet for two hours. */
const ownRule = { windowMinutes: 60, share: 200, evaluationMinutes: 5, snoozeMinutes: 120 } as const

const WEEK_MINUTES = 10_080

export const ruleViewCodec: UrlCodec<RuleView> = {
  parse: (params) => ({
    slo: slugsFrom(params['slo'])[0] ?? null,
    deployment: slugsFrom(params['deployment'])[0] ?? null,
    windowMinutes: numberFrom(params['window'], 1, WEEK_MINUTES, ownRule.windowMinutes),
    share: numberFrom(params['share'], 1, 100_000, ownRule.share),
    evaluationMinutes: numberFrom(params['evaluation'], 1, 1440, ownRule.evaluationMinutes),
    snoozeMinutes: numberFrom(params['snooze'], 0, WEEK_MINUTES, ownRule.snoozeMinutes),
  }),
  format: (view) => ({
    ...(view.slo !== null && { slo: view.slo }),
    ...(view.deployment !== null && { deployment: view.deployment }),
    ...(view.windowMinutes !== ownRule.windowMinutes && { window: String(view.windowMinutes) }),
    ...(view.share !== ownRule.share && { share: String(view.share) }),
    ...(view.evaluationMinutes !== ownRule.evaluationMinutes && {
      evaluation: String(view.evaluationMinutes),
    }),
    ...(view.snoozeMinutes !== ownRule.snoozeMinutes && { snooze: String(view.snoozeMinutes) }),
  }),
}

function numberFrom(text: string | undefined, least: number, most: number, fallback: number): number {
  if (!/^\d{1,6}$/.test(text ?? '')) return fallback
  const value = Number(text)
  return value >= least && value <= most ? value : fallback
}
