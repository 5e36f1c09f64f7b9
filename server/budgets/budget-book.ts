import { budgetSeries } from '../../src/domain/budget-series.ts'
import { burnRateReadings, defaultBurnRateRules, type BurnRateReading } from '../../src/domain/burn-rate.ts'
import { depletionEpisodes, depletionSpeeds, type DepletionSpeeds } from '../../src/domain/episode.ts'
import { HOURS_PER_DAY } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { periodBudget, type PeriodBudget, type Series } from '../../src/domain/period-budget.ts'
import { createLru, type Lru } from '../lru.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { keyOf, livesIn, loadSeries, type Member } from './series.ts'

/** The highest burn rate among the rules that hold. */
type Burning = Readonly<{ rate: number; longHours: number; severity: 'page' | 'ticket' }>

/** How one series stands in one period. */
export type Standing = Readonly<{ budget: PeriodBudget; burning: Burning | null }>

/** Budgets that were worked out, kept as long as they cannot have changed. */
export type BudgetBook = Readonly<{
  /** Null where the series did not exist in the period. */
  standing(member: Member, period: Period, moment: Moment): Promise<Standing | null>
  /** Remaining budget at the end of each elapsed day; null for a day that was not measured. */
  dailyRemaining(member: Member, period: Period, moment: Moment): Promise<readonly (number | null)[]>
  /** Of the episodes in the period; both null without one. */
  speeds(member: Member, period: Period, moment: Moment): Promise<DepletionSpeeds>
  /** Members with the same one have the same standing in every period. */
  measurementsId(member: Member): string
}>

/** An open period is estimated from the four weeks before now. */
export const ESTIMATE_HOURS = 28 * HOURS_PER_DAY
const MOST_KEPT = 200_000

export function createBudgetBook(deps: ApiDeps): BudgetBook {
  const standings = createLru<Promise<Standing | null>>(MOST_KEPT)
  const days = createLru<Promise<readonly (number | null)[]>>(MOST_KEPT)
  const speeds = createLru<Promise<DepletionSpeeds>>(MOST_KEPT)

  function measurementsId(member: Member): string {
    const { sloId, deployment } = deps.sameMeasurementsAs?.(keyOf(member)) ?? keyOf(member)
    return `${sloId}@${deployment}`
  }

  /** Closed periods stay until past hours change; the open one until the next hour is complete. */
  function cacheKey(member: Member, period: Period, moment: Moment): string {
    const validity = isOpenAt(period, moment) ? `${moment.revision}@${moment.nowHour}` : moment.revision
    return `${measurementsId(member)} ${period.id} ${validity}`
  }

  return {
    measurementsId,
    standing: (member, period, moment) =>
      remembered(standings, cacheKey(member, period, moment), () =>
        readStanding(deps, member, period, moment),
      ),
    dailyRemaining: (member, period, moment) =>
      remembered(days, cacheKey(member, period, moment), () =>
        readDailyRemaining(deps, member, period, moment),
      ),
    speeds: (member, period, moment) =>
      remembered(speeds, cacheKey(member, period, moment), async () => {
        const series = await loadPeriod(deps, member, period, moment)
        return depletionSpeeds(depletionEpisodes(series, period, moment.nowHour))
      }),
  }
}

export function isOpenAt(period: Period, { nowHour }: Moment): boolean {
  return nowHour < period.endHour
}

/** Everything `periodBudget` looks at in this period. */
function loadPeriod(deps: ApiDeps, member: Member, period: Period, moment: Moment): Promise<Series> {
  const fromHour = isOpenAt(period, moment)
    ? Math.min(period.startHour, moment.nowHour - ESTIMATE_HOURS)
    : period.startHour
  return loadSeries(deps, member, fromHour, Math.min(period.endHour, moment.nowHour))
}

async function readStanding(
  deps: ApiDeps,
  member: Member,
  period: Period,
  moment: Moment,
): Promise<Standing | null> {
  const lifetime = await deps.buckets.lifetime(keyOf(member))
  if (!livesIn(lifetime, period)) return null
  const series = await loadPeriod(deps, member, period, moment)
  return {
    budget: periodBudget(series, period, moment.nowHour),
    burning: isOpenAt(period, moment) ? highestBurning(readingsNow(series, moment)) : null,
  }
}

export function readingsNow(series: Series, { currentPeriod, nowHour }: Moment): readonly BurnRateReading[] {
  return burnRateReadings(
    series,
    defaultBurnRateRules,
    currentPeriod.endHour - currentPeriod.startHour,
    nowHour,
  )
}

function highestBurning(readings: readonly BurnRateReading[]): Burning | null {
  let highest: Burning | null = null
  for (const { holds, rate, rule } of readings) {
    if (!holds || rate === null || (highest !== null && highest.rate >= rate)) continue
    highest = { rate, longHours: rule.longHours, severity: rule.severity }
  }
  return highest
}

async function readDailyRemaining(deps: ApiDeps, member: Member, period: Period, moment: Moment) {
  const series = await loadPeriod(deps, member, period, moment)
  const { hour, remaining } = budgetSeries(series, period, moment.nowHour, 'day')
  const firstDay = dayOf(period.startHour)
  const lastDay = dayOf(Math.min(period.endHour, moment.nowHour) - 1)
  const daily = Array.from<number | null>({ length: Math.max(0, lastDay - firstDay + 1) }).fill(null)
  for (const [row, slotHour] of hour.entries()) daily[dayOf(slotHour) - firstDay] = remaining[row] ?? null
  return daily
}

function dayOf(hour: number): number {
  return Math.floor(hour / HOURS_PER_DAY)
}

function remembered<Value>(
  cache: Lru<Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key)
  if (known !== undefined) return known
  const reading = read()
  cache.set(key, reading)
  // A failure is not an answer: the next request tries again.
  reading.catch(() => cache.delete(key))
  return reading
}
