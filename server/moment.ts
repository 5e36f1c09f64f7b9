import { isoFromHour, type Hour } from '../src/domain/hours.ts'
import { periodAt, periodsBetween, type Period, type PeriodScheme } from '../src/domain/period.ts'
import { readRulesInForce, type RulesInForce } from './breaches/team-timelines.ts'
import { seriesCorrectedSince } from './corrections/known-then.ts'
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
  /** Series of which corrections were recorded or withdrawn after the hour a frozen link looks from; none where it looks at the present. */
  correctedSince: ReadonlySet<string>
  /** What each team is told by in the hour that runs. */
  rules: RulesInForce
}>

const nothing: ReadonlySet<string> = new Set()

/** `at` is an hour already past from which everything is looked at, as a frozen link does. */
export async function readMoment(
  { buckets, corrections, entries }: ApiDeps,
  scheme: PeriodScheme,
  at: Hour | null = null,
): Promise<Moment> {
  const [latestHour, dataFromHour, revision, correctedSince, rulesAt] = await Promise.all([
    buckets.nowHour(),
    buckets.fromHour(),
    buckets.revision?.() ?? 0,
    at === null ? nothing : seriesCorrectedSince(corrections, at),
    readRulesInForce(entries),
  ])
  if (at !== null) refuseOutside(at, dataFromHour, latestHour)
  const nowHour = at ?? latestHour
  const currentPeriod = periodAt(scheme, nowHour)
  const rules = rulesAt(nowHour)
  return { scheme, nowHour, dataFromHour, revision, currentPeriod, correctedSince, rules }
}

function refuseOutside(at: Hour, dataFromHour: Hour, latestHour: Hour) {
  if (at > dataFromHour && at <= latestHour) return
  throw invalidParameter('at', isoFromHour(at), {
    detail: at > latestHour ? '"at" lies after the data' : '"at" lies before the data',
    hint: `There are data from ${isoFromHour(dataFromHour)} to ${isoFromHour(latestHour)}`,
  })
}

type Extent = Pick<Moment, 'scheme' | 'nowHour' | 'dataFromHour' | 'currentPeriod'>

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
