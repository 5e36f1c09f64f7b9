import type { RangeSeries } from '../sources/prometheus/query-answer.ts'
import { queriesOf } from '../sources/slo-as-code/resolve-measurement.ts'
import type { BudgetingMethod, Measurement, Operator } from '../sources/slo-as-code/slo-catalog.ts'
import {
  coverageOf,
  MOMENT_SECONDS,
  queryForMoments,
  queryForWindow,
  type AskedQuery,
} from './asked-query.ts'
import {
  countEvents,
  countSlices,
  countSliceTime,
  countTime,
  SECONDS_PER_HOUR,
  UncountableError,
  type Cell,
  type CountCells,
} from './hour-counts.ts'

/** What is asked of the engine for one series, and what the answers mean. */
export type SeriesQueries = Readonly<{
  queries: readonly AskedQuery[]
  stepSeconds: number
  /** From the answers, one a query and in their order. */
  cells: (answers: readonly (readonly RangeSeries[])[]) => readonly Cell[]
  count: CountCells
}>

/** A gauge that looks back over a window of its own does so over this, where no slice says how long. */
const THRESHOLD_WINDOW_SECONDS = 300

/** Throws UncountableError where this cannot be counted by the hour at all. */
export function seriesQueries(measurement: Measurement, method: BudgetingMethod): SeriesQueries {
  const sliceSeconds = sliceSecondsOf(method)
  const isSampled = isByMoments(measurement)
  const windowSeconds = sliceSeconds ?? SECONDS_PER_HOUR
  const stepSeconds = isSampled ? MOMENT_SECONDS : windowSeconds
  const queries = queriesOf(measurement).map((query) =>
    isSampled
      ? queryForMoments(query, sliceSeconds ?? THRESHOLD_WINDOW_SECONDS)
      : queryForWindow(query, windowSeconds),
  )
  return {
    queries,
    stepSeconds,
    cells: (answers) => cellsOf(measurement, queries, answers),
    count: countFor(measurement, method, stepSeconds),
  }
}

/** Slices that cross the full hour would belong to two hours. */
function sliceSecondsOf(method: BudgetingMethod): number | null {
  if (method.kind === 'occurrences') return null
  if (60 % method.sliceMinutes === 0) return method.sliceMinutes * 60
  throw new UncountableError(
    `Slices of ${method.sliceMinutes} minutes do not fit into hours; take a divisor of 60, such as 5`,
  )
}

function isByMoments(measurement: Measurement): boolean {
  if (measurement.kind === 'threshold') return true
  const coverages = new Set(queriesOf(measurement).map(coverageOf))
  if (coverages.size > 1)
    throw new UncountableError(
      'One query counts events over a span, the other gives values of a moment; write both in the same way',
    )
  return coverages.has('moment')
}

function countFor({ kind }: Measurement, method: BudgetingMethod, stepSeconds: number): CountCells {
  switch (method.kind) {
    case 'occurrences':
      return kind === 'ratio' ? countTime(stepSeconds * 1000) : countEvents
    case 'timeslices':
      return countSlices(method.sliceMinutes * 60, method.sliceTarget)
    case 'ratio-timeslices':
      return countSliceTime(method.sliceMinutes * 60)
  }
}

function cellsOf(
  measurement: Measurement,
  queries: readonly AskedQuery[],
  [first = [], second = []]: readonly (readonly RangeSeries[])[],
): readonly Cell[] {
  const [firstScale = 1, secondScale = 1] = queries.map(({ scale }) => scale)
  switch (measurement.kind) {
    case 'good-total':
      return countedCells(summed(first, firstScale), summed(second, secondScale), 'good')
    case 'bad-total':
      return countedCells(summed(first, firstScale), summed(second, secondScale), 'bad')
    case 'ratio':
      return shareCells(first, measurement.of)
    case 'threshold':
      return comparedCells(first, measurement.operator, measurement.value)
  }
}

/**
 * The total decides whether there was a measurement. Where it is there and the part is not, no event of that kind has ever
 * happened: a counter begins to exist with its first event.
 */
function countedCells(
  part: ReadonlyMap<number, number>,
  all: ReadonlyMap<number, number>,
  of: 'good' | 'bad',
): readonly Cell[] {
  return [...all].map(([endSeconds, total]) => {
    const counted = part.get(endSeconds) ?? 0
    return { endSeconds, total, good: of === 'good' ? counted : total - counted }
  })
}

/** Groups that were not summed up in the query belong to one budget nevertheless. */
function summed(series: readonly RangeSeries[], scale: number): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const [seconds, value] of samplesOf(series))
    sums.set(seconds, (sums.get(seconds) ?? 0) + value * scale)
  return sums
}

/** 0/0 is what a share is without traffic. Shares of several groups cannot be added up to one. */
function shareCells(series: readonly RangeSeries[], of: 'good' | 'bad'): readonly Cell[] {
  if (series.length > 1)
    throw new UncountableError(`The query gives ${series.length} shares; it must sum them up to one`)
  return [...samplesOf(series)].map(([endSeconds, share]) => {
    if (Number.isNaN(share)) return { endSeconds, good: 0, total: 0 }
    return { endSeconds, good: of === 'good' ? share : 1 - share, total: 1 }
  })
}

/** Each value is an event; a gauge that is not a number at the moment was not measured. */
function comparedCells(series: readonly RangeSeries[], operator: Operator, bound: number): readonly Cell[] {
  return [...samplesOf(series)]
    .filter(([, value]) => !Number.isNaN(value))
    .map(([endSeconds, value]) => ({
      endSeconds,
      total: 1,
      good: comparisons[operator](value, bound) ? 1 : 0,
    }))
}

const comparisons: Readonly<Record<Operator, (value: number, bound: number) => boolean>> = {
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
}

function* samplesOf(series: readonly RangeSeries[]): Generator<readonly [number, number]> {
  for (const { seconds, values } of series) {
    for (const [index, end] of seconds.entries()) yield [end, values[index] ?? Number.NaN]
  }
}
