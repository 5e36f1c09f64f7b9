import { evaluatedBreaches } from './alert-rule.ts'
import { cell } from './buckets.ts'
import { breaches, type Breach } from './burn-rate.ts'
import { hourlyBurn, type HourlyBurn } from './hourly-burn.ts'
import type { Hour } from './hours.ts'
import { periodAt, periodHoursAt, periodsBetween, type PeriodScheme } from './period.ts'
import { periodBudget, type Series } from './period-budget.ts'
import type { RuleSet, RuleTimeline } from './rule-set.ts'
import type { HourRange } from './time-window.ts'

/** A breach with what it cost and whom it woke. */
export type SloBreach = Breach &
  Readonly<{
    /** Bad events from its first hour to its last. */
    bad: number
    /**
     * Those in % / 100 of the grant; a breach over a period's border takes of both grants. Null without a grant.
     */
    depletion: number | null
    /** A grant it took from is still an estimate. */
    isEstimate: boolean
    /** The end of the hour that was seen when it first told somebody; null where all of it was in a snooze. */
    alertedAtHour: Hour | null
    alertCount: number
    /** Until when the last alert before its end keeps the SLO silent, also where that has passed; null without a snooze. */
    silentUntilHour: Hour | null
  }>

type Judged = Readonly<{ scheme: PeriodScheme; timeline: RuleTimeline }>

/** Breaches are looked for from `leadHour` on, so that one that goes on is known to; `startsIn` chooses those that are told. */
type Looked = Readonly<{ leadHour: Hour; startsIn: HourRange; nowHour: Hour }>

/**
 * Each hour is judged by the rules in force in it: where they change, a breach by the old ones ends and one by the new
 * ones may begin. The series holds the whole periods that the breaches lie in.
 */
export function sloBreaches(
  series: Series,
  { scheme, timeline }: Judged,
  { leadHour, startsIn, nowHour }: Looked,
): readonly SloBreach[] {
  const costs = costsOf(series, scheme, leadHour, nowHour)
  return bySets(series, { scheme, timeline }, leadHour, nowHour).flatMap(({ set, found }) =>
    alerted(found, set, nowHour)
      .filter(({ startHour }) => startHour >= startsIn.fromHour && startHour < startsIn.toHour)
      .map((breach) => ({ ...breach, ...costs(breach) })),
  )
}

type FoundBySet = Readonly<{ set: RuleSet; found: readonly Breach[] }>

function bySets(
  series: Series,
  { scheme, timeline }: Judged,
  fromHour: Hour,
  nowHour: Hour,
): readonly FoundBySet[] {
  return timeline.flatMap(({ fromHour: since, set }, place): readonly FoundBySet[] => {
    const next = timeline[place + 1]?.fromHour ?? Number.POSITIVE_INFINITY
    const from = place === 0 ? fromHour : Math.max(fromHour, since)
    const to = Math.min(next, nowHour)
    if (from >= to) return []
    const found = breaches(series, set.rules, periodHoursAt(scheme), from, to).map((breach) => ({
      ...breach,
      // What still holds when other rules come into force is over for these.
      endHour: breach.endHour === null && to < nowHour ? to : breach.endHour,
    }))
    return [{ set, found }]
  })
}

type Alerted = Breach & Pick<SloBreach, 'alertedAtHour' | 'alertCount' | 'silentUntilHour'>

const MINUTES = 60

/** A rule is looked at when an hour is complete. Without a snooze each breach tells once, when it begins. */
function alerted(found: readonly Breach[], set: RuleSet, nowHour: Hour): readonly Alerted[] {
  if (set.snoozeHours === 0) {
    return found.map((breach) => ({
      ...breach,
      alertedAtHour: breach.startHour + 1,
      alertCount: 1,
      silentUntilHour: null,
    }))
  }
  const seen = found.flatMap(({ startHour, endHour }) =>
    Array.from({ length: (endHour ?? nowHour) - startHour }, (_, hours) => (startHour + hours + 1) * MINUTES),
  )
  const rule = {
    evaluationMinutes: set.evaluationHours * MINUTES,
    snoozeMinutes: set.snoozeHours * MINUTES,
  }
  const alerts = evaluatedBreaches(rule, seen)
    .filter(({ alerts: isAlert }) => isAlert)
    .map(({ atMinute }) => atMinute / MINUTES)
  return found.map((breach) => {
    const endHour = breach.endHour ?? nowHour
    const own = alerts.filter((hour) => hour > breach.startHour && hour <= endHour)
    const last = alerts.findLast((hour) => hour <= endHour)
    return {
      ...breach,
      alertedAtHour: own[0] ?? null,
      alertCount: own.length,
      silentUntilHour: last === undefined ? null : last + set.snoozeHours,
    }
  })
}

/** What an interval took, whoever says that it was a breach. */
export function costsOf(
  series: Series,
  scheme: PeriodScheme,
  fromHour: Hour,
  nowHour: Hour,
): (
  interval: Readonly<{ startHour: Hour; endHour: Hour | null }>,
) => Pick<SloBreach, 'bad' | 'depletion' | 'isEstimate'> {
  const burn = hourlyBurn(series, fromHour, nowHour)
  const grants = new Map<string, number>()
  const grantOf = (hour: Hour) => {
    const period = periodAt(scheme, hour)
    const known = grants.get(period.id)
    if (known !== undefined) return known
    const { grant } = periodBudget(series, period, nowHour)
    grants.set(period.id, grant)
    return grant
  }
  return ({ startHour, endHour }) => {
    const end = Math.min(endHour ?? nowHour, nowHour)
    let bad = 0
    let depletion: number | null = 0
    let isEstimate = false
    for (const period of periodsBetween(scheme, startHour, end)) {
      const inside = {
        fromHour: Math.max(startHour, period.startHour),
        toHour: Math.min(end, period.endHour),
      }
      const badInside = badIn(burn, fromHour, inside)
      const grant = grantOf(period.startHour)
      bad += badInside
      depletion = depletion === null || grant <= 0 ? null : depletion + badInside / grant
      isEstimate ||= period.endHour > nowHour
    }
    return { bad, depletion, isEstimate }
  }
}

function badIn({ bad }: HourlyBurn, firstHour: Hour, { fromHour, toHour }: HourRange): number {
  let sum = 0
  for (let hour = fromHour; hour < toHour; hour += 1) sum += cell(bad, hour - firstHour)
  return sum
}
