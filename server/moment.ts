import { isoFromHour, type Hour } from '../src/domain/hours.ts'
import { periodAt, periodsBetween, type Period, type PeriodScheme } from '../src/domain/period.ts'
import { readRulesInForce, type RulesInForce } from './breaches/team-timelines.ts'
import type { KnownThen } from './known-then.ts'
import type { ApiDeps } from './ports.ts'
import { invalidParameter } from './problem.ts'

/** What a request takes for granted while it is answered: one now, one extent of the data. */
export type Moment = Readonly<{
  scheme: PeriodScheme
  nowHour: Hour
  dataFromHour: Hour
  currentPeriod: Period
  /** Stays the same as long as hours already past do. */
  revision: number
  /** What was known at the hour a frozen link looks from; null where it looks at the present. */
  knownThen: KnownThen | null
  /** What each team is told by in the hour that runs. */
  rules: RulesInForce
}>

type LookedFrom = Readonly<{ hour: Hour; known: () => Promise<KnownThen> }>

/** `at` is an hour already past from which everything is looked at, as a frozen link does. */
export async function readMoment(
  { buckets, entries }: ApiDeps,
  scheme: PeriodScheme,
  at: LookedFrom | null = null,
): Promise<Moment> {
  const [latestHour, heldFromHour, revision, rulesAt] = await Promise.all([
    buckets.nowHour(),
    buckets.fromHour(),
    buckets.revision?.() ?? 0,
    readRulesInForce(entries),
  ])
  if (at !== null) refuseOutside(at.hour, heldFromHour, latestHour)
  const nowHour = at?.hour ?? latestHour
  const currentPeriod = periodAt(scheme, nowHour)
  const rules = rulesAt(nowHour)
  const knownThen = (await at?.known()) ?? null
  const told = { scheme, nowHour, currentPeriod, knownThen, rules }
  if (knownThen === null) return { ...told, dataFromHour: heldFromHour, revision }
  return { ...told, dataFromHour: await knownThen.buckets.fromHour(), revision: knownThen.revision }
}

function refuseOutside(at: Hour, dataFromHour: Hour, latestHour: Hour) {
  if (at > dataFromHour && at <= latestHour) return
  throw invalidParameter('at', isoFromHour(at), {
    detail: at > latestHour ? '"at" lies after the data' : '"at" lies before the data',
    hint: `There are data from ${isoFromHour(dataFromHour)} to ${isoFromHour(latestHour)}`,
  })
}

/** How far the data reach, and which periods that makes. */
export type Extent = Pick<Moment, 'scheme' | 'nowHour' | 'dataFromHour' | 'currentPeriod'>

/**
 * The periods whose hours are all held, oldest first, and the open one. Of a period that is held in part only, what is
 * left of its grant would change with every hour that is dropped.
 */
export function periodsWithData({ scheme, dataFromHour, currentPeriod }: Extent): readonly Period[] {
  const held = periodsBetween(scheme, dataFromHour, currentPeriod.startHour)
  return [...held.filter(({ startHour }) => startHour >= dataFromHour), currentPeriod]
}

const months: PeriodScheme = { kind: 'calendar-month' }

/** The calendar months whose hours are all held, oldest first, and the present one: a table may be cut by them instead. */
export function monthsWithData({ dataFromHour, nowHour }: Extent): readonly Period[] {
  return periodsBetween(months, dataFromHour, nowHour).filter(({ startHour }) => startHour >= dataFromHour)
}

/** All that budgets are judged by in tables. Where months are granted they are the periods. */
export function judgedPeriods(moment: Extent): readonly Period[] {
  const granted = periodsWithData(moment)
  return moment.scheme.kind === months.kind ? granted : [...monthsWithData(moment), ...granted]
}
