import type { Hour } from '../../src/domain/hours.ts'
import { periodBefore, periodAt, type Period } from '../../src/domain/period.ts'
import type { RuleTimeline } from '../../src/domain/rule-set.ts'
import { sloBreaches, type SloBreach } from '../../src/domain/slo-breach.ts'
import { ESTIMATE_HOURS } from '../budgets/period-figures.ts'
import { keyOf, livesIn, loadSeries, type Member } from '../budgets/series.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import { isValid, type Stamp } from '../kept-while-valid.ts'
import { createLru } from '../lru.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps, MarkOf } from '../ports.ts'

/** A member, the rules that judged it over time, and a word that is the same for the same ones. */
type JudgedMember = Readonly<{ member: Member; timeline: RuleTimeline; rulesId: string }>

/** Breaches that were looked for, kept as long as they cannot have changed. */
export type BreachBook = Readonly<{
  /** Of each member those that began in the periods, which follow one another, or still went on at their start. */
  of(
    members: readonly JudgedMember[],
    periods: readonly Period[],
    moment: Moment,
  ): Promise<readonly (readonly SloBreach[])[]>
}>

type Kept = Found & Readonly<{ stamp: Stamp; hours: HourRange; nowHour: Hour; isSettled: boolean }>

/** Those that began in a period, and those from before that still went on at its start. */
type Found = Readonly<{ own: readonly SloBreach[]; carried: readonly SloBreach[] }>

const MOST_KEPT = 200_000
const READS_AT_ONCE = 16
/** No store holds hours beyond the year 2200. */
const EVER: HourRange = { fromHour: 0, toHour: 2_016_000 }
/** The longest window of any rule: what a rule sees in the first hour that is looked at. */
const LONGEST_WINDOW_HOURS = 168

export function createBreachBook(deps: ApiDeps): BreachBook {
  const kept = createLru<Kept>(MOST_KEPT)

  function nameOf({ member, rulesId }: JudgedMember): string {
    const { sloId, deployment } = deps.sameMeasurementsAs?.(keyOf(member)) ?? keyOf(member)
    return `${sloId}@${deployment} ${rulesId}`
  }

  async function ofOne(
    judged: JudgedMember,
    periods: readonly Period[],
    moment: Moment,
    markOf: MarkOf | undefined,
  ) {
    const name = nameOf(judged)
    const stampOf = (hours: HourRange): Stamp => ({
      revision: moment.revision,
      mark: markOf?.(keyOf(judged.member), hours) ?? null,
    })
    // Which hours it rests on is known when it has been found, and by then some may have changed.
    const stampSince = (before: string | null, hours: HourRange): Stamp => {
      return stampOf(EVER).mark === before ? stampOf(hours) : { revision: moment.revision, mark: null }
    }
    const known = (period: Period) => stillHolding(kept.get(`${name} ${period.id}`), stampOf, moment.nowHour)
    const missing = periods.filter((period) => known(period) === null)
    const [first] = missing
    const last = missing.at(-1)
    if (first !== undefined && last !== undefined) {
      const run = { first, last }
      const before = stampOf(EVER).mark
      const found = await lookFor(deps, judged, run, moment)
      for (const period of periods.slice(periods.indexOf(first), periods.indexOf(last) + 1)) {
        const ofPeriod = keptOf(found, period, moment.nowHour)
        const hours = hoursBehindBreaches(run, period, moment, ofPeriod)
        kept.set(`${name} ${period.id}`, { ...ofPeriod, hours, stamp: stampSince(before, hours) })
      }
    }
    return periods.flatMap((period, place) => {
      const { own = [], carried = [] } = known(period) ?? {}
      return place === 0 ? [...carried, ...own] : own
    })
  }

  return {
    async of(members, periods, moment) {
      const markOf = await deps.buckets.marks?.()
      return mapConcurrently(members, READS_AT_ONCE, (judged) => ofOne(judged, periods, moment, markOf))
    },
  }
}

function keptOf(
  found: readonly SloBreach[],
  { startHour, endHour }: Period,
  nowHour: Hour,
): Omit<Kept, 'stamp' | 'hours'> {
  const own = found.filter((breach) => breach.startHour >= startHour && breach.startHour < endHour)
  const carried = found.filter(
    (breach) => breach.startHour < startHour && (breach.endHour ?? nowHour) > startHour,
  )
  const isOver = (breach: SloBreach) => breach.endHour !== null && !breach.isEstimate
  return {
    nowHour,
    own,
    carried,
    isSettled: endHour <= nowHour && [...own, ...carried].every(isOver),
  }
}

/** Closed periods stay until past hours change; what is open, or goes on, until the next hour is complete. */
function stillHolding(
  kept: Kept | undefined,
  stampOf: (hours: HourRange) => Stamp,
  nowHour: Hour,
): Found | null {
  if (kept === undefined || !isValid(kept.stamp, stampOf(kept.hours))) return null
  return kept.isSettled || kept.nowHour === nowHour ? kept : null
}

type Run = Readonly<{ first: Period; last: Period }>

/** What is settled rests on no hour after the period that follows, or after what ended later still. */
function hoursBehindBreaches(
  { first }: Run,
  { endHour }: Period,
  { scheme, nowHour }: Moment,
  { own, carried, isSettled }: Omit<Kept, 'stamp' | 'hours'>,
): HourRange {
  const fromHour = periodBefore(scheme, first, 1).startHour - LONGEST_WINDOW_HOURS
  if (!isSettled)
    return { fromHour: Math.min(fromHour, nowHour - ESTIMATE_HOURS), toHour: Math.max(nowHour, endHour) }
  const ends = [...own, ...carried].map((breach) => (breach.endHour ?? nowHour) + LONGEST_WINDOW_HOURS)
  return { fromHour, toHour: Math.min(nowHour, Math.max(periodAt(scheme, endHour).endHour, ...ends)) }
}

/**
 * From a whole period before, so that a breach that began there is known to go on, to the end of the period after, in which
 * one may end; further only where one does not.
 */
async function lookFor(
  deps: ApiDeps,
  { member, timeline }: JudgedMember,
  { first, last }: Run,
  { scheme, nowHour }: Moment,
): Promise<readonly SloBreach[]> {
  const lifetime = await deps.buckets.lifetime(keyOf(member))
  if (!livesIn(lifetime, { startHour: first.startHour, endHour: last.endHour })) return []
  const leadHour = periodBefore(scheme, first, 1).startHour
  const startsIn = { fromHour: leadHour, toHour: last.endHour }
  const lookUpTo = async (toHour: Hour) => {
    const fromHour = Math.min(
      leadHour - LONGEST_WINDOW_HOURS,
      toHour === nowHour ? nowHour - ESTIMATE_HOURS : leadHour,
    )
    const series = await loadSeries(deps, member, fromHour, toHour)
    return sloBreaches(series, { scheme, timeline }, { leadHour, startsIn, nowHour: toHour })
  }
  const endHour = Math.min(nowHour, periodAt(scheme, last.endHour).endHour)
  const found = await lookUpTo(endHour)
  const goesOn = endHour < nowHour && found.some((breach) => breach.endHour === null)
  return goesOn ? lookUpTo(nowHour) : found
}
