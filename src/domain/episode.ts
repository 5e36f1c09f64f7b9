import { cell } from './buckets.ts'
import { hourlyBurn } from './hourly-burn.ts'
import type { HourlyBurn } from './hourly-burn.ts'
import type { Hour } from './hours.ts'
import type { Period } from './period.ts'
import { periodBudget } from './period-budget.ts'
import type { Series } from './period-budget.ts'
import { PPB } from './target.ts'

/** A run of burning hours, joined over at most three quiet ones. */
export type Episode = Readonly<{
  startHour: Hour
  /** Exclusive: the hour after the last burning one. */
  endHour: Hour
  spanHours: number
  bad: number
  /** Share of the period's grant, 0.7 for 70 %. */
  depletion: number
  /** % of the budget per hour. */
  speed: number
  /** Highest hourly burn rate inside. */
  peakBurnRate: number
  peakHour: Hour
}>

export type DepletionSpeeds = Readonly<{ average: number | null; highest: number | null }>

export const MOST_QUIET_HOURS = 3
const LEAST_DEPLETION = 0.01
/** A grant is a sum of fractions: an episode of exactly 1 % may come out a hair below. */
const FLOAT_NOISE = 1e-9

/**
 * The episodes of one period, up to `nowHour`; those that crossed its border are cut there, as the budgets are.
 * None without a grant. Missing and excluded hours are quiet ones.
 */
export function depletionEpisodes(series: Series, period: Period, nowHour: Hour): readonly Episode[] {
  const { grant } = periodBudget(series, period, nowHour)
  if (grant <= 0) return []
  const burn = hourlyBurn(series, period.startHour, Math.min(period.endHour, nowHour))
  return burningRuns(burn)
    .map((run) => episodeOf(run, burn, grant, period.startHour))
    .filter(({ depletion }) => depletion >= LEAST_DEPLETION - FLOAT_NOISE)
}

/** The mean is not weighted by length: an hour of fast burning weighs as much as a day of slow burning. */
export function depletionSpeeds(episodes: readonly Pick<Episode, 'speed'>[]): DepletionSpeeds {
  if (episodes.length === 0) return { average: null, highest: null }
  const speeds = episodes.map(({ speed }) => speed)
  return {
    average: speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length,
    highest: Math.max(...speeds),
  }
}

/** Share of the grant over hours, as % of the budget per hour. */
export function depletionSpeed(depletion: number, spanHours: number): number {
  return (depletion * 100) / spanHours
}

/** Rows from the first to the last burning hour, both counted. */
type Run = { first: number; last: number }

function burningRuns(burn: HourlyBurn): readonly Run[] {
  const runs: Run[] = []
  for (let row = 0; row < burn.bad.length; row += 1) {
    if (cell(burn.bad, row) * burn.one <= cell(burn.allowed, row)) continue
    const run = runs.at(-1)
    if (run && row - run.last - 1 <= MOST_QUIET_HOURS) run.last = row
    else runs.push({ first: row, last: row })
  }
  return runs
}

function episodeOf({ first, last }: Run, burn: HourlyBurn, grant: number, startHour: Hour): Episode {
  let bad = 0
  let peakRow = first
  for (let row = first; row <= last; row += 1) {
    bad += cell(burn.bad, row)
    if (hourRate(burn, row) > hourRate(burn, peakRow)) peakRow = row
  }
  const spanHours = last - first + 1
  const depletion = bad / grant
  return {
    startHour: startHour + first,
    endHour: startHour + last + 1,
    spanHours,
    bad,
    depletion,
    speed: depletionSpeed(depletion, spanHours),
    peakBurnRate: hourRate(burn, peakRow),
    peakHour: startHour + peakRow,
  }
}

/** Under a target raised to 100 % in mid-period nothing is allowed; one billionth, the least there is, keeps it finite. */
function hourRate(burn: HourlyBurn, row: number): number {
  const bad = cell(burn.bad, row)
  if (bad === 0) return 0
  const allowed = cell(burn.allowed, row)
  return allowed === 0 ? (bad * PPB) / cell(burn.total, row) : (bad * burn.one) / allowed
}
