import { cell } from './buckets.ts'
import { FEWEST_EVENTS } from './burn-rate.ts'
import { depletionEpisodes, type Episode } from './episode.ts'
import { hourlyBurn, rollingBurn } from './hourly-burn.ts'
import type { Hour } from './hours.ts'
import { periodAt, periodsBetween, type PeriodScheme } from './period.ts'
import { periodBudget, type Series } from './period-budget.ts'
import type { RuleSet } from './rule-set.ts'
import { sloBreaches, type SloBreach } from './slo-breach.ts'

/** When a set of rules would have told of an episode; both null where it would not. */
type Told = Readonly<{
  /** From the episode's first hour to the end of the hour that was seen. */
  afterHours: number | null
  /** What the episode had taken of the grant by then. */
  goneByThen: number | null
}>

/** What a set of rules would have made of a series' own past. */
export type RuleReplay = Readonly<{
  breachCount: number
  alertCount: number
  /** Breaches that lay in a snooze as a whole. */
  snoozedCount: number
  /** Breaches that overlap no episode: little budget was lost in them. */
  outsideCount: number
  /** Hours in which no rule had as many events as it needs. */
  unjudgedHours: number
  /** In the order of the episodes. */
  told: readonly Told[]
  missedCount: number
  /** Of the episodes told of; null without one. */
  medianAfterHours: number | null
  mostGoneByThen: number | null
}>

type Window = Readonly<{ fromHour: Hour; nowHour: Hour; scheme: PeriodScheme }>

/** Runs of burning hours that took at least 1 % of a budget: what a rule is there to tell of. */
export function episodesSince(series: Series, { fromHour, nowHour, scheme }: Window): readonly Episode[] {
  return periodsBetween(scheme, fromHour, nowHour)
    .flatMap((period) => depletionEpisodes(series, period, nowHour))
    .filter(({ endHour }) => endHour > fromHour)
}

export function replayRules(
  series: Series,
  set: RuleSet,
  episodes: readonly Episode[],
  { fromHour, nowHour, scheme }: Window,
): RuleReplay {
  const found = sloBreaches(
    series,
    { scheme, timeline: [{ fromHour: 0, set }] },
    { leadHour: fromHour, startsIn: { fromHour, toHour: nowHour }, nowHour },
  )
  const overlaps = (breach: SloBreach, { startHour, endHour }: Episode) =>
    breach.startHour < endHour && (breach.endHour ?? nowHour) > startHour
  const goneBy = goneByOf(series, scheme, nowHour)
  const told = episodes.map((episode): Told => {
    const alerts = found
      .filter((breach) => overlaps(breach, episode))
      .flatMap(({ alertedAtHour }) => alertedAtHour ?? [])
    if (alerts.length === 0) return { afterHours: null, goneByThen: null }
    const at = Math.min(...alerts)
    return { afterHours: Math.max(0, at - episode.startHour), goneByThen: goneBy(episode, at) }
  })
  const after = told.flatMap(({ afterHours }) => afterHours ?? [])
  const gone = told.flatMap(({ goneByThen }) => goneByThen ?? [])
  return {
    breachCount: found.length,
    alertCount: found.reduce((sum, { alertCount }) => sum + alertCount, 0),
    snoozedCount: found.filter(({ alertCount }) => alertCount === 0).length,
    outsideCount: found.filter((breach) => !episodes.some((episode) => overlaps(breach, episode))).length,
    unjudgedHours: unjudgedHours(series, set, fromHour, nowHour),
    told,
    missedCount: told.length - after.length,
    medianAfterHours: medianOf(after),
    mostGoneByThen: gone.length === 0 ? null : Math.max(...gone),
  }
}

function goneByOf(series: Series, scheme: PeriodScheme, nowHour: Hour) {
  return ({ startHour, endHour }: Episode, atHour: Hour): number => {
    const { grant } = periodBudget(series, periodAt(scheme, startHour), nowHour)
    const { bad } = hourlyBurn(series, startHour, Math.max(startHour, Math.min(atHour, endHour)))
    return bad.reduce((sum, each) => sum + each, 0) / grant
  }
}

function unjudgedHours(series: Series, { rules }: RuleSet, fromHour: Hour, nowHour: Hour): number {
  const lead = Math.max(0, ...rules.map(({ longHours }) => longHours))
  const burn = hourlyBurn(series, fromHour - lead, nowHour)
  const windows = rules.map(({ longHours }) => rollingBurn(burn, longHours).total)
  let count = 0
  for (let row = lead; row < burn.total.length; row += 1) {
    if (windows.every((totals) => cell(totals, row) < FEWEST_EVENTS)) count += 1
  }
  return count
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper
  return (lower + upper) / 2
}
