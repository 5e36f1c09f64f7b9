import { type Adherence, adherenceSummary } from './adherence.ts'
import { compareAbsentLast } from './compare-absent-last.ts'
import { consistentExhausters, type ExhaustionEntry } from './consistent-exhaustion.ts'
import { formatSpeed, formatTarget } from './format.ts'
import {
  counted,
  lastPeriods,
  nameList,
  percent,
  sentences,
  someOf,
  times,
  withPercent,
} from './indicator-words.ts'
import { isAboveMark, isConsistentlyAbove, keptMarks } from './kept-overview.ts'
import type { KeptShare } from './roll-up.ts'
import { describeSilence, type Told } from './silence.ts'
import type { BudgetState } from './state.ts'

/**
 * The sentence that opens each page of an indicator: the answer to its main question for what is in view. Names are those
 * on screen, without their signs and figures; the sentence adds those.
 */

type SloRow = Readonly<{ service: string; name: string; target: number; isDefault: boolean }>

/** I-01: which SLOs there are, and who has none yet. One row per SLO; `services` are all that are in view. */
export function describeSlosByService(slos: readonly SloRow[], services: readonly string[]): string {
  if (services.length === 0) return 'No service is in view.'
  const withSlo = new Set(slos.map(({ service }) => service))
  const without = services.filter((service) => !withSlo.has(service))
  if (slos.length === 0) return withoutAnySlo(services)

  const defaults = slos.filter(({ isDefault }) => isDefault).length
  const ofThem = defaults === 0 ? '' : `, ${defaults === slos.length ? 'all' : defaults} by default`
  const found = `${someOf(withSlo.size, services.length, 'service')} ${withSlo.size === 1 ? 'has' : 'have'}`
  return sentences([
    `${found} ${counted(slos.length, 'SLO')}${ofThem}; ${tightest(slos)}.`,
    without.length === 0 ? null : `Without any: ${nameList(without)}.`,
  ])
}

function withoutAnySlo(services: readonly string[]): string {
  if (services.length === 1) return `${nameList(services)} has no SLO yet.`
  return `None of the ${counted(services.length, 'service')} has an SLO yet: ${nameList(services)}.`
}

function tightest(slos: readonly SloRow[]): string {
  const target = Math.max(...slos.map((slo) => slo.target))
  // An endpoint may promise as much of two SLIs.
  const names = new Set(
    slos.filter((slo) => slo.target === target).map(({ name, service }) => `${name} of ${service}`),
  )
  return `the tightest target is ${withPercent(formatTarget(target))}, of ${nameList([...names])}`
}

/** I-02: who broke budgets, most often first. One row per SLO and deployment. */
export function describeAdherence(
  rows: readonly Readonly<{ name: string; cells: readonly Adherence[]; states?: readonly Told[] }>[],
): string {
  if (rows.length === 0) return 'No SLO is in view.'
  const { fulfilmentRate, fulfilledCount } = adherenceSummary(rows.flatMap(({ cells }) => cells))
  if (fulfilmentRate === null) {
    const silence = describeSilence(rows.flatMap(({ states = [] }) => states))
    return silence ?? 'No period in view has a verdict yet.'
  }
  const broken = rows
    .map(({ name, cells }) => ({ name, count: adherenceSummary(cells).brokenCount }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  if (broken.length === 0)
    return `No budget was broken: ${counted(fulfilledCount, 'verdict')}, all fulfilled.`
  const names = broken.map(({ name, count }) => `${name} ${times(count)}`)
  const rate = `${percent(fulfilmentRate)} of the verdicts in view are fulfilled`
  return `${someOf(broken.length, rows.length, 'SLO')} broke a budget: ${nameList(names)}. ${rate}.`
}

type DepletionRow = Readonly<{
  name: string
  periodName: string
  state: Told
  /** Null without a budget (100 % target), and where nobody could have taken of it. */
  remaining: number | null
  /** Also of a target of 100 % with its first bad event, and of a budget that was topped up after its last. */
  isExhausted: boolean
  /** % of the budget per hour. */
  highestSpeed: number | null
}>

/** I-03: how much is left, and how fast it went. One row per budget. */
export function describeDepletion(rows: readonly DepletionRow[]): string {
  if (rows.length === 0) return 'No budget is in view.'
  const silence = describeSilence(rows.map(({ state }) => state))
  if (silence !== null) return silence
  const [lowest] = rows.toSorted((a, b) => compareAbsentLast(a.remaining, b.remaining))
  const [fastest] = rows.toSorted((a, b) => compareAbsentLast(a.highestSpeed, b.highestSpeed, 'descending'))
  return sentences([
    ranOut(rows, lowest),
    fastest?.highestSpeed == null
      ? 'No depletion episode was found.'
      : `Fastest went ${fastest.name} in ${fastest.periodName}, by ${withPercent(formatSpeed(fastest.highestSpeed))} per hour.`,
  ])
}

function ranOut(rows: readonly DepletionRow[], lowest: DepletionRow | undefined): string {
  const empty = rows.filter(({ isExhausted }) => isExhausted).length
  const least =
    lowest?.remaining == null
      ? `a target of ${withPercent('100')} leaves none`
      : `the least is left of ${lowest.name} in ${lowest.periodName}, ${percent(lowest.remaining)}`
  return `${empty === 0 ? 'No budget ran out' : `${someOf(empty, rows.length, 'budget')} ran out`}; ${least}.`
}

/** I-04: who runs out early, again and again. `closedPeriodIds` are the last closed periods that are meant. */
export function describeExhaustion(
  entries: readonly (ExhaustionEntry & Readonly<{ state: Told }>)[],
  closedPeriodIds: readonly string[],
): string {
  const services = new Set(entries.map(({ service }) => service))
  if (services.size === 0) return 'No service is in view.'
  const silence = describeSilence(entries.map(({ state }) => state))
  if (silence !== null) return silence
  const count = closedPeriodIds.length
  if (count === 0) return 'No period in view is closed yet.'

  const always = consistentExhausters(entries, closedPeriodIds, 'service').map(({ name }) => name)
  if (always.length > 0) {
    const who = someOf(always.length, services.size, 'service')
    return `${who} exhausted a budget early in ${lastPeriods(count, 'each of ')}: ${nameList(always)}.`
  }
  const early = entries.filter(
    ({ isPremature, periodId }) => isPremature && closedPeriodIds.includes(periodId),
  )
  const once = [...new Set(early.map(({ service }) => service))]
  if (once.length === 0) return `No budget ran out early in ${lastPeriods(count)}.`
  const never = `No service exhausted a budget early in ${lastPeriods(count, 'each of ')}`
  return `${never}; ${someOf(once.length, services.size, 'service').toLowerCase()} did in at least one: ${nameList(once)}.`
}

type KeptTotal = KeptShare & Readonly<{ periodName: string }>

/** I-13: how many services kept every budget, and which mark that reaches. Totals and states of closed periods, oldest first. */
export function describeKept(totals: readonly KeptTotal[], states: readonly BudgetState[]): string {
  const latest = totals.findLast(({ share }) => share !== null)
  if (!latest || latest.share === null)
    return describeSilence(states) ?? 'No closed period in view has a verdict.'
  const { kept, counted: all, share, periodName } = latest
  const who = kept === 0 ? `None of ${counted(all, 'service')}` : someOf(kept, all, 'service')
  return `${who} (${percent(share)}) kept every budget in ${periodName}. ${markReached(totals, latest)}`
}

function markReached(totals: readonly KeptTotal[], latest: KeptTotal): string {
  const [half, most] = keptMarks
  const passed = (mark: number) => `more than ${percent(mark)} of the services`
  if (isConsistentlyAbove(totals, most)) return `In each of the last three periods, ${passed(most)} did.`
  if (isConsistentlyAbove(totals, half)) {
    return `In each of the last three periods, ${passed(half)} did; the next mark is ${percent(most)}.`
  }
  if (isAboveMark(latest, half))
    return `That is ${passed(half)}, but not yet in each of the last three periods.`
  return `The first mark, ${passed(half)}, is not reached.`
}
