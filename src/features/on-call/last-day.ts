import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Situation } from '../../contract/on-call.ts'
import { lastHour } from '../../domain/budget-pace.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const HOUR_MINUTES = 60
/** What comes is shown as far as it is soon: the rest of the period stands in the chart beside it. */
const AHEAD_HOURS = { least: 4, most: 12 }

const isoOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

/**
 * The last day of a history, with room for what the next hours bring. The rate of the last hour joins the projections here:
 * it decides nothing, but at night it is what one sees. Where finer slots than hours are held, those are drawn.
 */
export function lastDayOf(history: BudgetHistory, fine: Situation['lastDay'] = null): BudgetHistory {
  const dataUpTo = fine?.upTo ?? history.dataUpTo
  const now = Date.parse(dataUpTo)
  const period = history.periods.at(-1)
  const last = period && lastHour(period.columns, period.budget.grant, period.budget.remaining)
  // From the end of that hour, as the figure beside the chart counts it, however much finer slots have come since.
  const exhaustedAt =
    last?.hoursLeft == null ? null : Math.max(now, Date.parse(history.dataUpTo) + last.hoursLeft * HOUR_MS)
  const soonest = [
    exhaustedAt,
    ...history.projections.map(({ exhaustedAt: at }) => (at === null ? null : Date.parse(at))),
  ]
    .filter((at) => at !== null)
    .reduce((least, at) => Math.min(least, (at - now) / HOUR_MS), Number.POSITIVE_INFINITY)
  const ahead =
    soonest > AHEAD_HOURS.most ? AHEAD_HOURS.least : Math.ceil(Math.max(AHEAD_HOURS.least, soonest * 1.3))
  const hasProjections = history.projections.length > 0 && last != null && last.speed > 0
  return {
    ...history,
    dataUpTo,
    window: { from: isoOf(now - DAY_HOURS * HOUR_MS), to: isoOf(now + ahead * HOUR_MS) },
    // Of the days before only what lies in the window is drawn, and the period has no head here.
    periods: period ? [fine === null ? period : { ...period, columns: fine.columns }] : [],
    projections: hasProjections
      ? [
          {
            windowHours: 1,
            badPerHour: (last.speed / 100) * (period?.budget.grant ?? 0),
            exhaustedAt: exhaustedAt === null ? null : isoOf(exhaustedAt),
          },
          ...history.projections,
        ]
      : history.projections,
  }
}

/** "5-min steps": how finely the day is drawn, and where some of it is not. */
export function stepWords(fine: Situation['lastDay']): string {
  const minutes = new Set(fine?.columns.minutes)
  const finest = Math.min(...minutes)
  if (minutes.size === 0 || finest === HOUR_MINUTES) return '1-hour steps'
  return minutes.size === 1 ? `${finest}-min steps` : `${finest}-min steps where held, else 1-hour`
}
